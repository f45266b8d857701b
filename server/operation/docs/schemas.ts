/**
 * The contract's own zod schemas as JSON Schema, by name, for both documents. What an answer has is the least it has: fields
 * may be added, so nothing here forbids more of them.
 */
import { z } from 'zod';
import * as backups from '../../../shared/commands/backup.js';
import * as alerts from '../../../shared/commands/alert.js';
import * as attachments from '../../../shared/commands/attachments.js';
import * as appraisals from '../../../shared/commands/appraisals.js';
import * as cases from '../../../shared/commands/cases.js';
import * as erasing from '../../../shared/commands/erase.js';
import * as channels from '../../../shared/commands/channel.js';
import * as commands from '../../../shared/commands/hall.js';
import * as people from '../../../shared/commands/people.js';
import * as progress from '../../../shared/rows/progress.js';
import * as ratings from '../../../shared/commands/ratings.js';
import * as records from '../../../shared/commands/records.js';
import * as screens from '../../../shared/commands/screens.js';
import * as standards from '../../../shared/commands/standard.js';
import { CloudEvent, eventData, eventTypes, IntakeAnswer } from '../../../shared/events/cloud-event.js';
import { caseCategories, caseChannels, caseKinds, caseStates, caseSteps, requestSteps } from '../../../shared/glossary/cases.js';
import { clauseKinds } from '../../../shared/glossary/clause-kinds.js';
import { qualityFlags } from '../../../shared/glossary/quality.js';
import { noticeTopics, recordKinds } from '../../../shared/glossary/records.js';
import * as states from '../../../shared/glossary/states.js';
import { idsOf, type Word } from '../../../shared/glossary/word.js';
import * as ids from '../../../shared/ids.js';
import * as messages from '../../../shared/messages/messages.js';
import * as audits from '../../../shared/rows/audit.js';
import * as dailies from '../../../shared/rows/daily.js';
import * as dictionaries from '../../../shared/rows/dictionary.js';
import * as behind from '../../../shared/rows/behind.js';
import * as figures from '../../../shared/rows/figures.js';
import { HotSpot, HotSpotsAnswer } from '../../../shared/rows/hot-spots.js';
import * as rows from '../../../shared/rows/rows.js';
import { Satisfaction } from '../../../shared/rows/satisfaction.js';
import { nameOf, schemaTexts } from './schema-texts.js';

export type Json = { [key: string]: unknown };

const events = Object.fromEntries(
  eventTypes.map((type) => [nameOf(type), CloudEvent.extend({ type: z.literal(type), data: eventData[type] })]),
);

const Problem = z.object({ type: z.string(), title: z.string(), status: z.int(), code: z.string(), detail: z.string(), field: z.string().optional() });
const JournalLine = z.object({
  seq: z.int().min(1), loggedAt: ids.Instant, event: z.record(z.string(), z.unknown()), quality: z.array(z.enum(idsOf(qualityFlags))), hash: z.string(),
});

/** Schemas that the documents need and no other part reads. */
const own = {
  Event: z.union(Object.values(events)),
  Halls: z.object({ halls: z.array(commands.HallEntry) }),
  Keys: z.object({ keys: z.array(commands.KeyEntry) }),
  JournalLine,
  Problem,
  Alive: z.object({ status: z.literal('alive') }),
  Ready: z.object({ status: z.literal('ready'), halls: z.int(), quarantined: z.array(z.string()) }),
  DeltaMessage: messages.Delta.extend({ put: rows.Rows.partial() }),
};

const { Id, Label, Instant, Duration, Source } = ids;
const { HallSettings, OpeningHours, HallClock, HallEntry, CreateKey, CreatedKey, KeyEntry, LogIn, SetUp, SessionAnswer } = commands;
const { ScreenEntry, Screens } = screens;
const { AssignAlert, CommentAlert, ResolveAlert, SilenceAlert, PutSilence, Silence, SilencesAnswer, AlertEntry, AlertsAnswer, AlertStory } = alerts;
const { AttachmentId, Attachment } = attachments;
const { OpenCase, StepCase, CaseDeed, CaseStage, CaseEntry, CaseAnswer, CasesAnswer, ConductEntry, ConductAnswer } = cases;
const { OpenAppraisal, FreezeAppraisal, Card, AskedForm, Frozen, AppraisalEntry, AppraisalsAnswer, AppraisalAnswer } = appraisals;
const { Progress, ProgressAnswer } = progress;
const { DisclosureAnswer, PutRecord, RecordContent, RecordVersion, RecordsAnswer, WithdrawRecord } = records;
const { OpenRating, GiveRating, RatingPage, RatingLink } = ratings;
const { EraseTexts, ErasedAnswer } = erasing;
const { Clause, PutStandard, StandardVersion, PutStandardAnswer, StandardsAnswer, Backtest, BacktestAnswer } = standards;
const { ChannelTarget, PutChannel, ChannelEntry, ChannelsAnswer, TestAnswer, DeliveryEntry, DeliveriesAnswer } = channels;
const { CreatePerson, ChangePerson, PersonEntry, PeopleAnswer, ColleaguesAnswer, SessionEntry, SessionsAnswer } = people;
const { AuditEntry, BrokenAudit, AuditAnswer } = audits;
const { HallRow, ServiceRow, CounterRow, TicketRow, AlertRow, SourceRow, Rows, StateAnswer } = rows;
const { Figures, Quarter, Strip, TicketCounts, Spread, ServiceLevel, CounterFigures, RatingFigures, Levels } = figures;
const { Daily, DeviceDay, DevicesAnswer, DailyEntry, DailyList, DailyChange, HonestWait, SigningKey } = dailies;
const { Dictionary, DictionaryEntry } = dictionaries;
const { Backup, BackupsAnswer, HeldHall } = backups;
const { TicketEntry, TicketsAnswer, TicketStory, DayCurve } = behind;
const { Hello, Snapshot, Beat, Refused, ScreenStatus, Reload } = messages;

export const schemas: Record<string, z.ZodType> = {
  Id, Label, Instant, Duration, Source,
  ...events, IntakeAnswer, ...own,
  HallSettings, OpeningHours, HallClock, HallEntry, CreateKey, CreatedKey, KeyEntry, LogIn, SetUp, SessionAnswer, ScreenEntry, Screens,
  AssignAlert, CommentAlert, ResolveAlert, SilenceAlert, PutSilence, Silence, SilencesAnswer, AlertEntry, AlertsAnswer, AlertStory, EraseTexts, ErasedAnswer, AttachmentId, Attachment, OpenCase, StepCase, CaseDeed, CaseStage, CaseEntry, CaseAnswer, CasesAnswer, ConductEntry, ConductAnswer, OpenAppraisal, FreezeAppraisal, Card, AskedForm, Frozen, AppraisalEntry, AppraisalsAnswer, AppraisalAnswer, HotSpot, HotSpotsAnswer,
  DisclosureAnswer, PutRecord, RecordContent, RecordVersion, RecordsAnswer, WithdrawRecord, Progress, ProgressAnswer,
  OpenRating, GiveRating, RatingPage, RatingLink, Satisfaction,
  Clause, PutStandard, StandardVersion, PutStandardAnswer, StandardsAnswer, Backtest, BacktestAnswer,
  ChannelTarget, PutChannel, ChannelEntry, ChannelsAnswer, TestAnswer, DeliveryEntry, DeliveriesAnswer,
  CreatePerson, ChangePerson, PersonEntry, PeopleAnswer, ColleaguesAnswer, SessionEntry, SessionsAnswer,
  AuditEntry, BrokenAudit, AuditAnswer,
  HallRow, ServiceRow, CounterRow, TicketRow, AlertRow, SourceRow, Figures, Quarter, Strip, TicketCounts, Spread, ServiceLevel, CounterFigures, RatingFigures, Levels, Rows, StateAnswer,
  Daily, DeviceDay, DevicesAnswer, DailyEntry, DailyList, DailyChange, HonestWait, SigningKey,
  Dictionary, DictionaryEntry, Backup, BackupsAnswer, HeldHall,
  TicketEntry, TicketsAnswer, TicketStory, DayCurve,
  Hello, Snapshot, Beat, Refused, ScreenStatus, Reload,
};

/** Closed word lists; an enumeration that is one of them says what its words mean. */
const wordLists = new Map<string, Record<string, Word>>(
  [states.counterStates, states.ticketStates, states.hallStates, states.sourceStates, states.severities, states.outcomes, states.roles, qualityFlags, clauseKinds, caseKinds, caseStates, caseSteps, requestSteps, caseChannels, caseCategories, recordKinds, noticeTopics]
    .map((words: Record<string, Word>) => [Object.keys(words).join(), words]),
);

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** Every schema of `schemas` as JSON Schema 2020-12, referring to each other by `#/components/schemas/…`. */
export function jsonSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    io: 'input', unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => describe(registry.get(zodSchema)?.id, jsonSchema as Json),
  });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, { $id, $schema, ...schema }]) => [id, schema as Json]));
}

function describe(id: string | undefined, schema: Json): void {
  const text = id === undefined ? undefined : schemaTexts[id];
  if (text !== undefined) schema['description'] = text;
  if (id === 'Instant') schema['format'] = 'date-time';
  if (id === 'Duration') schema['format'] = 'duration';
  const words = Array.isArray(schema['enum']) ? wordLists.get(schema['enum'].join()) : undefined;
  if (words) schema['description'] = Object.entries(words).map(([word, { zh, en }]) => `${word}: ${en} ${zh}`).join(' · ');
}

/** Those of `all` that a document reaches, by following its references. */
export function reached(document: unknown, all: Record<string, Json>): Record<string, Json> {
  const found = new Set<string>();
  const follow = (part: unknown): void => {
    for (const name of refsIn(part)) {
      if (found.has(name)) continue;
      found.add(name);
      follow(all[name]);
    }
  };
  follow(document);
  return Object.fromEntries(Object.entries(all).filter(([name]) => found.has(name)));
}

function refsIn(document: unknown): string[] {
  return [...JSON.stringify(document ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!);
}
