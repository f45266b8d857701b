/** What a delivery says, in words that people read on a phone's lock screen. Programs get the rows themselves. */
import type { AlertEntry } from '../../shared/commands/alert.js';
import { clauseFields } from '../../shared/glossary/clause-kinds.js';
import { clauseKinds, type ClauseKind } from '../../shared/glossary/clause-kinds.js';
import { severities } from '../../shared/glossary/states.js';
import type { Delivery } from './delivery.js';

/** A delivery and where it comes from. */
export interface Notice extends Pick<Delivery, 'id' | 'event' | 'alerts' | 'createdAt'> {
  hall: { id: string; name: string; timezone: string };
  /** The desk, at the first of its alerts. */
  link: string;
}

const LISTED = 8;
const MINUTE_MS = 60_000;
const shapes = { breach: '■', warning: '▲' } as const;
const endings = { raised: '', escalated: ' · 升级 escalated', resolved: ' · 已解除 resolved' } as const;

/** Severity, what, where, how many: `■ 超时 Breach · 等候超时 Wait too long · 一层大厅 (3)` */
export function titleOf({ event, alerts, hall }: Notice): string {
  const { severity, kind } = alerts[0]!;
  const count = alerts.length > 1 ? ` (${alerts.length})` : '';
  return `${event === 'resolved' ? '✓' : shapes[severity]} ${both(severities[severity])} · ${both(clauseKinds[kind as ClauseKind] ?? { zh: kind, en: '' })} · ${plain(hall.name)}${count}${endings[event]}`;
}

/** One line an alert: who or where, how much of what limit, since when. */
export function linesOf({ alerts, hall }: Notice): string[] {
  const lines = alerts.slice(0, LISTED).map((alert) => [plain(alert.label), measure(alert), clockOf(alert.dueAt, hall.timezone)].filter(Boolean).join(' · '));
  return alerts.length > LISTED ? [...lines, `还有 ${alerts.length - LISTED} 条 and ${alerts.length - LISTED} more`] : lines;
}

/** Several notices are one message: its title is the first's, or says how many there are. */
export function subjectOf(notices: Notice[]): string {
  const count = notices.reduce((sum, { alerts }) => sum + alerts.length, 0);
  return notices.length === 1 ? titleOf(notices[0]!) : `明窗 Hallboard: ${count} 条告警 alerts`;
}

export function textOf(notices: Notice[]): string {
  return notices.map((notice) => [titleOf(notice), ...linesOf(notice), notice.link].join('\n')).join('\n\n');
}

export function markdownOf(notices: Notice[]): string {
  return notices.map((notice) => [`**${titleOf(notice)}**`, ...linesOf(notice).map((line) => `- ${line}`), `[打开值班台 Open the desk](${notice.link})`].join('\n\n')).join('\n\n');
}

/** Labels come from devices: nothing in them may become a link, a mention or a line of its own. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}<>[\]`*@|#]+/gu, ' ').trim();
}

function measure({ kind, value, limit }: AlertEntry): string {
  if (value === null || limit === null) return '';
  const fields: { needs: readonly string[] } | undefined = clauseFields[kind as ClauseKind];
  if (fields?.needs.includes('limit')) return `${round(value)} / ${round(limit)}`;
  return `${Math.floor(value / MINUTE_MS)} / ${round(limit / MINUTE_MS)} 分 min`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function clockOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}

function both({ zh, en }: { zh: string; en: string }): string {
  return `${zh} ${en}`.trim();
}
