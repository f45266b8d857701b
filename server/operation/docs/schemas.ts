/**
 * The contract's own zod schemas as JSON Schema, by name, for both documents. What an answer has is the least it has: fields
 * may be added, so nothing here forbids more of them.
 */
import { z } from 'zod';
import * as backups from '../../../shared/commands/backup.js';
import * as alerts from '../../../shared/commands/alert.js';
import * as attachments from '../../../shared/commands/attachments.js';
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
import { CloudEvent, eventData, eventTypes, IntakeAnswer, type EventType } from '../../../shared/events/cloud-event.js';
import { caseCategories, caseChannels, caseKinds, caseStates, caseSteps, requestSteps } from '../../../shared/glossary/cases.js';
import { clauseKinds } from '../../../shared/glossary/clause-kinds.js';
import { eventWords } from '../../../shared/glossary/event-types.js';
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
import * as rows from '../../../shared/rows/rows.js';
import { Satisfaction } from '../../../shared/rows/satisfaction.js';

export type Json = { [key: string]: unknown };

/** `ticket.issued` → `TicketIssued` */
export function nameOf(type: EventType): string {
  return type.split('.').map((part) => part[0]!.toUpperCase() + part.slice(1)).join('');
}

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
  AssignAlert, CommentAlert, ResolveAlert, SilenceAlert, PutSilence, Silence, SilencesAnswer, AlertEntry, AlertsAnswer, AlertStory, EraseTexts, ErasedAnswer, AttachmentId, Attachment, OpenCase, StepCase, CaseDeed, CaseStage, CaseEntry, CaseAnswer, CasesAnswer, ConductEntry, ConductAnswer,
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

const descriptions: Record<string, string> = {
  Id: '1 to 64 of A-Z a-z 0-9 . _ : -',
  Label: 'A short text that people read.',
  Instant: 'RFC 3339 with an offset, such as 2026-11-23T09:30:00+08:00.',
  Duration: 'ISO 8601, longer than zero, such as PT20M.',
  Source: 'Where an event comes from: a CloudEvents source, such as /kiosk/3. No spaces.',
  ...Object.fromEntries(eventTypes.map((type) => [nameOf(type), `${type}: ${eventWords[type].en} ${eventWords[type].zh}.`])),
  Event: 'One event 事件: a CloudEvents 1.0 envelope: specversion ("1.0"), id, source, type, time (may be left out by a feed without a clock) and data, whose shape the type names. Fields of data that are not named here are kept.',
  IntakeAnswer: 'Given after the events are on disk. accepted + duplicates + rejected = events posted; a rejected event has a problem, by its index in the post (the first 1,000 are named). lastSeq: the seq of the hall\'s last event. Codes: notAnEvent, unknownType, ownSource (/hallboard), invalid, tooDeep, tooLarge, notJson; conflict = the same source and id with another body, the first stays.',
  Problem: 'A refusal (RFC 9457). code is stable and for programs, detail says which rule was broken and what would be accepted, field names the field at fault.',
  JournalLine: 'An event of the journal 流水: event as it was posted, quality = what was rough about it, hash = the hash of its link in the chain.',
  KeyEntry: 'A key as it may be shown later: without the key itself. createdAt: epoch ms.',
  HallSettings: 'The whole of a hall\'s settings 大厅设置; what is left out takes its default. Fields that are not named here are kept.',
  OpeningHours: 'One stretch of opening hours 开放时间, the same on each of its days.',
  HallClock: 'A clock of the hall\'s own, for a replayed or demonstrated day: at the instant of the command it shows `at`, and runs `speed` times as fast.',
  HallEntry: 'A hall in brief, as the chooser shows it.',
  ChannelTarget: 'Where a channel leads, with its secrets: taken in, never given out again.',
  PutChannel: 'A channel 通知渠道: to whom (person: a username, left out: a group or a program), for which severities, for this hall or allHalls.',
  ChannelEntry: 'A channel as it may be shown. failing: the last three messages did not arrive; disabled: its receiver said that it is gone.',
  ChannelsAnswer: 'The channels that a hall\'s alerts go to; vapidPublicKey: what a browser subscribes to Web Push with.',
  TestAnswer: 'What became of a test message: error is null when the receiver took it.',
  DeliveriesAnswer: 'Messages and what became of them, newest first.',
  DeliveryEntry: 'A message about a group of alerts on its way through one channel. dropped: the alert ended, was acknowledged or silenced before it was told; dead: given up after a day.',
  Backup: 'A backup 备份 that was made: how far it holds each hall. name: its folder below backups in the data folder; bytes: of all its files.',
  BackupsAnswer: 'last: null where none was made yet.',
  HeldHall: 'How far a hall is held. hash: of its last link; foldHash: SHA-256 of the rows that its events fold to; broken: from that seq on the chain did not hold.',
  CreatedKey: 'The key is shown this once.',
  SetUp: 'The first administrator\'s password, with the one-time token of the link that the server printed.',
  SessionAnswer: 'Who the server takes the caller for.',
  HallRow: 'The hall 大厅: one row, its id is the hall\'s. nextOpensAt, nextClosesAt: its next stretch of opening hours; targets, density: as set. quality: events of today by what was rough about them.',
  ServiceRow: 'A service 事项 and its queue 队列. observed: read off a board, no ticket is behind it.',
  CounterRow: 'A counter 窗口. stateAt: since when it is in this state. registered: the settings name it. sourceId: which feed last spoke of it.',
  TicketRow: 'A ticket 号票 that is still open. issuedAt: start of its present leg of waiting. dueAt: when its wait limit falls.',
  AlertRow: 'An alert 告警. dueAt: when it was due; late: raised after that, because the server was down. label: what people call the subject; sinceAt: since when what it is about has lasted; value and limit in ms where they are lengths.',
  AssignAlert: 'To whom: the username of somebody who may act on the hall.',
  EraseTexts: 'Why the texts are erased; it stays in the journal.',
  ErasedAnswer: 'The seqs of the events that held texts.',
  CommentAlert: 'A remark, 1 to 2000 characters.',
  ResolveAlert: 'Why it is over; it stands among the alert\'s remarks.',
  SilenceAlert: 'Quiet until then, at most 24 hours ahead, and why.',
  PutSilence: 'A planned pause 静默: what its alerts must be about; what is left out is not narrowed. It begins now or at from, and always ends.',
  Silence: 'A silence. subject: one subject alone, as kind:id; severity warning: breaches are not covered; author: who put it.',
  SilencesAnswer: 'Silences that lie on the hall and those to come, the earliest first.',
  AlertEntry: 'An alert with its id, as its row has it.',
  AlertsAnswer: 'Alerts, newest first; more: so many older ones of the range are left out.',
  AlertStory: 'An alert; deeds: what was done about it (raised, acknowledged, assigned, commented, escalated, silenced, resolved), by whom, in which words; events: those of its subject from an hour before to an hour after, the last 500.',
  AttachmentId: 'The SHA-256 of a file as it is kept, in hex.',
  Attachment: 'A file that is kept; bytes: what is left of it without place, time and device.',
  OpenCase: 'A case 个案 as it is opened: what it is about, its owner, where it came from. due: of a rectification, a round and an appraisal alone.',
  StepCase: 'A step about a case. verdict: of a step that decides; owner: of assign; proof: files that the hall keeps; reference: of a complaint\'s reply without one, the number of the letter or call; scores and remarks: of a rating or a form, by item; proof may name the item that it shows.',
  CaseDeed: 'What was done about a case, by whom and when (epoch ms).',
  CaseStage: 'How long a case stood in a state (epoch ms), and when it was due to leave it; leftAt null: it still stands so.',
  CaseEntry: 'A case as it stands. number: short, for people to say. dueAt: when what comes next is due, null once it is closed; verified null: nobody decided yet; failures: re-checks that failed.',
  Progress: 'What a citizen may know by a number. ahead: how many come before it, by order of coming; waits: of today, from coming to call, at least 20 of them and longer than this one is so far.',
  ProgressAnswer: 'Where a ticket or a request stands, at an instant of the hall\'s clock.',
  CaseAnswer: 'A case; next: the steps that whoever asks may take about it now.',
  CasesAnswer: 'Cases, those due first, first; more: so many are left out.',
  ConductEntry: 'A person whom verified return visits of the year named in matters of conduct: ok, warned at three, disqualified at four; cases: those that count.',
  ConductAnswer: 'Those named most often, first; years: the ones that can be asked for.',
  DisclosureAnswer: 'The service guides and public notices in force, for anybody to read. approvedBy is a staff number, or null.',
  Levels: 'How many of each level 5…1.',
  Satisfaction: 'The satisfaction 满意度 of a month. rating: as of a day, defaulted ratings never counted; ratedShare: given ÷ ended; dimensions: how they were marked; causes: what for; improvements: cases rectified in the month, with the ratings of their counter (else service, else hall) before and after.',
  OpenRating: 'The ticket, and the token of its link.',
  GiveRating: 'A rating 评价 of a ticket: its level 5…1, and if one likes how well each dimension was and a remark. No name is asked.',
  RatingPage: 'What the rating page of a ticket shows. early: it was not served yet; rated: it was rated already.',
  RatingLink: 'Where the holder of the ticket rates it.',
  PutRecord: 'A version of a record 档案: what it says, from when and until when, and who approved it (not whoever puts it).',
  RecordContent: 'What a record says, by its kind: a service guide 办事指南, a public notice 公开事项, a certificate 上岗证, training, a plan of rounds (items ticked, or marked 0 to 100 where points; group: its heading), a plan of appraisal.',
  RecordVersion: 'A version of a record as it is kept. It is in force from effectiveFromAt until expiresAt, withdrawnAt or the next version.',
  RecordsAnswer: 'Versions of records.',
  WithdrawRecord: 'Why a record is withdrawn.',
  Clause: 'A clause 条款: one promise, when it is warned of (warnAfter) and broken (breachAfter), and the source of its number, or local.',
  PutStandard: 'The whole of the service standard 服务标准, in force from effectiveFrom, or from now.',
  StandardVersion: 'A version of the standard. Version 0 is what the settings\' wait limits say while none was put.',
  PutStandardAnswer: 'The number of the new version.',
  StandardsAnswer: 'Every version that was put, in the order of their coming.',
  Backtest: 'Clauses to try on the past: from inclusive, to exclusive, at most 100 days.',
  BacktestAnswer: 'The alerts that the clauses would have raised, and those of the standard in force then, counted by the hall\'s day, clause and counter; and the first 500.',
  CreatePerson: 'Somebody who logs in. hallIds null: in every hall.',
  ChangePerson: 'What changes; what is left out stays. Whoever changes their own password says the present one as currentPassword.',
  PersonEntry: 'A person 人员, without what opens the door. staffNumber: what walls show in place of the name.',
  PeopleAnswer: 'Everybody who logs in, by username.',
  ColleaguesAnswer: 'Who may act on the hall\'s alerts.',
  SessionEntry: 'A log-in 登录 that is open. current: the one that asks; createdAt, seenAt: epoch ms.',
  SessionsAnswer: 'Log-ins, the one used last first.',
  AuditEntry: 'A line of the audit log 操作记录. who: a username or the name of a key, null: nobody known; from: the address; act, as refusals name it, or session.start, session.end, setUp.use, people.change, daily.export, journal.export; target: the ids of the path besides the hall\'s; detail: fields that were sent, by name alone but for role, hallIds, public and allHalls. hash: SHA-256, in hex, of the hash before (64 zeros at first), a line feed, and this line without hash.',
  BrokenAudit: 'The first line that was changed, or that is missing.',
  AuditAnswer: 'The newest lines first; more: so many older ones of the range are left out. broken: null where every line is as it was written.',
  SourceRow: 'A feed (id = its source) or a device (id device:X), and when it was last heard.',
  Daily: 'A day of a hall as it came to: a pure function of that day\'s events in (time, seq) order, of what the day before left open, and of the standard in force. A running figure is counted up to countedAt: the end of the day, or the closing while the day still runs.',
  DailyList: 'The days of a hall that have a snapshot.',
  DeviceDay: 'How long a device was up and down within the hall\'s opening hours; unknownMs: nobody can say. availability: up ÷ (up + down), null where less than half is known.',
  DevicesAnswer: 'Devices over some days; days: how many of them have a snapshot that tells of devices.',
  DailyEntry: 'A day in brief: its newest revision.',
  DailyChange: 'A figure that another revision told otherwise, by its path such as services.tax.tickets.served.',
  HonestWait: 'The wait with those who were never called counted as what they are, waits cut short (Kaplan–Meier): p50 and p90 in ms, null where the estimate does not get there.',
  SigningKey: 'The public half of the server\'s own key: SPKI in PEM; keyId is the first 16 hex digits of the SHA-256 of its 32 raw bytes.',
  Figures: 'Today\'s figures of the hall (id hall), a service (service:X), a zone (zone:NAME), a counter (counter:X) or a person (staff:X). Lengths in ms; shares from 0 to 1; null where there is nothing to divide by.',
  Quarter: 'A quarter of an hour of today, for the day\'s curve: id quarter:HH:MM of its start in the hall\'s zone.',
  Strip: 'What each counter did in the quarter-hours of today since startAt, for its strip: id strip. One letter a quarter: c closed, o open, s serving, p paused.',
  Spread: 'A spread of lengths in ms; percentiles are exact (Hyndman–Fan type 7). All null when count is 0.',
  ServiceLevel: '等候达标率: called within targetMs ÷ of; rule says what counts against it.',
  Rows: 'Everything a screen may see of a hall: tables of rows by id. Instants (names ending in At) are epoch ms.',
  StateAnswer: 'A hall\'s rows and where the feed stands: epoch and seq as in the live feed.',
  Dictionary: 'What every figure 指标 means, in the order in which reports show them.',
  DictionaryEntry: 'A figure: key as in a daily snapshot (quarter.… of the day\'s curve), its formula, unit, whom it follows, where it begins and ends. version goes up when it is worked out in another way.',
  TicketEntry: 'A ticket 号票 as it came to be. With figure: once for each time it counted, at the service, counter and person for which it counted; value: the length in ms or the level it counted with. Without: once, at the instant it was first seen in the range. outcome: null while it is open.',
  TicketsAnswer: 'Tickets by instant. next: the cursor for more of them, null when there are none.',
  TicketStory: 'A ticket and its events in the order in which they happened, as they were posted. correctedBy: the seq of the correction that stands in its place, or voided it.',
  DayCurve: 'A day as its charts draw it. quarters: waiting and openCounters (neither closed nor paused) at the end of each; counters: between two stretches one was closed; waits.byMinute: how many waits took from m to m + 1 whole minutes.',
  Hello: 'Which hall, and what the screen already holds of it: epoch and seq of its last snapshot or delta.',
  ScreenEntry: 'A screen as it last spoke of itself. connectedAt, lastSeenAt: epoch ms of the server\'s clock; who: the name of its key or user, or public.',
  Screens: 'The screens of a hall, here or gone for at most a week. at: now, by the server\'s clock; build: what a screen that is up to date says.',
  Snapshot: 'Everything, at seq of epoch. at: the hall\'s clock; build: the server\'s pages, empty where it serves none.',
  DeltaMessage: 'What changed since prev 增量: first put each row by its id (a whole row, never a part), then remove. Applies only when prev is the seq you hold and epoch is the same.',
  Beat: 'Every second: the hall\'s clock (now), where the feed stands, and with every tenth beat hash = SHA-256, in hex, of the canonical JSON (RFC 8785) of rows.',
  Refused: 'Why the hello was refused, or the screen cut off.',
  ScreenStatus: 'How a screen is: who it is (screenId, made by it once and kept), what it shows, its build, its size in CSS px and their ratio to its pixels, how long it has been up, and the bytes its scripts hold (null: not known).',
  Reload: 'Somebody asked this screen to load its page anew.',
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
  const text = id === undefined ? undefined : descriptions[id];
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
