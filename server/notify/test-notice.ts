/** The message of "send a test": it looks as an alert does and says that it is none. */
import { randomUUID } from 'node:crypto';
import type { Notice } from './notice.js';

export function testNotice(place: Pick<Notice, 'hall' | 'link'>, { name, now }: { name: string; now: number }): Notice {
  return {
    ...place, id: `test-${randomUUID()}`, event: 'raised', createdAt: now,
    alerts: [{
      id: 'test', clauseId: 'test', kind: '测试 Test', severity: 'warning', subject: { kind: 'hall', id: place.hall.id }, label: `这是一条测试消息 This is a test: ${name}`,
      serviceId: null, counterId: null, sinceAt: null, dueAt: now, raisedAt: now, late: false, value: null, limit: null, acknowledgedAt: null, acknowledgedBy: null,
      assignedTo: null, escalatedAt: null, escalations: 0, silencedUntil: null, standardVersion: 0, notes: [], resolvedAt: null, resolvedBy: null,
    }],
  };
}
