import { weekdays } from '../../../shared/glossary/choices.js';
import { noticeTopics } from '../../../shared/glossary/records.js';
import type { RecordContent } from '../../../shared/commands/records.js';
import type { Rows } from '../../../shared/rows/rows.js';
import { parseDuration } from '../../../shared/instant.js';
import { label, t } from '../ui/lang';

const MINUTE_MS = 60_000;

export interface ContentLine {
  name: string;
  /** A list is told line by line. */
  told: string[];
}

/** What a record says, line by line. */
export function contentLines(content: RecordContent, { services, nameOf }: { services: Rows['services']; nameOf: (username: string) => string }): ContentLine[] {
  const line = (name: string, ...told: string[]): ContentLine => ({ name, told });
  switch (content.kind) {
    case 'guide':
      return [
        line(t().guideService, services[content.serviceId]?.name ?? content.serviceId), line(t().guideBasis, content.basis), line(t().guideMaterials, ...content.materials),
        line(t().guideSteps, ...content.steps), line(t().guideFees, content.fees), line(t().guideDays, content.workingDays ? t().guideDaysOf(content.workingDays) : t().guideAtOnce),
      ];
    case 'notice':
      return [line(t().noticeTopic, label(noticeTopics[content.topic])), line(t().noticeText, content.text)];
    case 'certificate':
      return [line(t().certificateStaff, content.staffId), line(t().certificateNumber, content.number), line(t().certificateIssuer, content.issuer)];
    case 'training':
      return [line(t().trainingTopic, content.topic), line(t().trainingHours, String(content.hours)), line(t().trainingStaff, content.staffIds.join(' ')), line(t().trainingPassed, content.passed.join(' '))];
    case 'roundPlan': {
      const days = content.days.map((day) => t().planDayWords[weekdays.indexOf(day)]).join(' ');
      const items = content.items.map(({ text, group, photo, points = false }) => [group, text, t().planItemMarks(photo, points)].filter(Boolean).join(' · '));
      return [line(t().planDays, t().planWhen(days, content.at, Math.round(parseDuration(content.within) / MINUTE_MS))), line(t().planOwner, nameOf(content.owner)), line(t().planItems, ...items)];
    }
    default:
      return [];
  }
}
