/**
 * Figures for the operator's Prometheus. Between two scrapes only the intake adds to a few numbers; everything else is
 * looked up when somebody asks. Each app has a registry of its own. Labels are bounded: halls, and 100 sources of each.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { channelStates } from '../../shared/commands/channel.js';
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import type { Watched, WatchedHall } from './watched.js';

type Verdicts = Pick<IntakeAnswer, 'accepted' | 'duplicates' | 'rejected'>;

const SOURCES = 100;
/** From a commit on a fast disk to one that stands in a queue of minutes. */
const COMMIT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export class Metrics {
  private readonly registry = new Registry();
  private readonly taken = new Map<string, Verdicts>();
  private readonly commit: Histogram;

  constructor(private readonly watched: Watched) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.commit = new Histogram({
      name: 'hallboard_commit_seconds', help: 'From a post of events to their being on disk and folded.', buckets: COMMIT_SECONDS, registers,
    });
    this.eventsTotal();
    this.gauge('halls', { help: 'Halls of this server.', labels: [] }, (set) => set({}, watched.halls().length));
    this.gauge('halls_quarantined', { help: 'Halls out of service because their journal does not hold: restore them.', labels: ['hall'] }, (set) => {
      for (const hall of watched.quarantined()) set({ hall }, 1);
    });
    this.gauge('last_backup_timestamp_seconds', { help: 'When the last backup was made; left out where none was.', labels: [] }, (set) => {
      const at = watched.lastBackupAt();
      if (at !== null) set({}, at / 1000);
    });
    this.hallGauge('tickets_open', { help: 'Tickets not yet ended, by state.', labels: ['hall', 'state'] }, openTickets);
    this.gauge('events_unread', { help: 'Events that could not be folded: a bug of ours. They are kept in the journal; the log names their seqs.', labels: ['hall'] }, (set) => {
      for (const { id, unread } of watched.halls()) set({ hall: id }, unread.length);
    });
    this.hallGauge('sources', { help: 'Feeds and devices that the hall has heard.', labels: ['hall'] }, ({ id, sources }, set) => {
      set({ hall: id }, sources.size);
    });
    this.hallGauge('source_silence_seconds', { help: `Since a source was last heard, by the hall's clock; the first ${SOURCES} sources of a hall.`, labels: ['hall', 'source'] }, silences);
    this.gauge('screens_connected', { help: 'Screens that hold a hall live.', labels: ['hall'] }, (set) => {
      for (const { hall, connected } of watched.feeds()) set({ hall: hall.id }, connected.size);
    });
    this.gauge('channels', { help: 'Channels out of the house, by how they are: a failing one missed its last three messages.', labels: ['state'] }, (set) => {
      const states = watched.channels();
      for (const state of channelStates) set({ state }, states.filter((one) => one === state).length);
    });
    this.gauge('mqtt_connected', { help: 'Whether a hall is subscribed at the MQTT broker: 1 or 0; none without a broker.', labels: ['hall'] }, (set) => {
      for (const { hall, connected } of watched.mqtt()) set({ hall }, connected ? 1 : 0);
    });
    this.gauge('screens_lagging', { help: 'Screens that take in less than they are sent, and are waited for.', labels: ['hall'] }, (set) => {
      for (const { hall, connected } of watched.feeds()) set({ hall: hall.id }, [...connected].filter(({ lagging }) => lagging).length);
    });
  }

  /** A post of a hall's events was answered, `seconds` after it was handed over. Called for each post: adds a few numbers. */
  posted(hallId: string, { accepted, duplicates, rejected }: Verdicts, seconds: number): void {
    let sum = this.taken.get(hallId);
    if (!sum) this.taken.set(hallId, (sum = { accepted: 0, duplicates: 0, rejected: 0 }));
    sum.accepted += accepted;
    sum.duplicates += duplicates;
    sum.rejected += rejected;
    this.commit.observe(seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All figures as they stand, in Prometheus' text form. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private eventsTotal(): void {
    const { taken } = this;
    new Counter({
      name: 'hallboard_events_total', help: 'Events posted, by what became of them.', labelNames: ['hall', 'verdict'], registers: [this.registry],
      collect() {
        this.reset();
        for (const [hall, { accepted, duplicates, rejected }] of taken) {
          this.inc({ hall, verdict: 'accepted' }, accepted);
          this.inc({ hall, verdict: 'duplicate' }, duplicates);
          this.inc({ hall, verdict: 'rejected' }, rejected);
        }
      },
    });
  }

  private gauge(name: string, { help, labels }: { help: string; labels: string[] }, look: (set: Setter) => void): void {
    new Gauge({
      name: `hallboard_${name}`, help, labelNames: labels, registers: [this.registry],
      collect() {
        this.reset();
        look((of, value) => this.set(of, value));
      },
    });
  }

  private hallGauge(name: string, about: { help: string; labels: string[] }, look: (hall: WatchedHall, set: Setter) => void): void {
    this.gauge(name, about, (set) => {
      for (const hall of this.watched.halls()) look(hall, set);
    });
  }
}

type Setter = (labels: Record<string, string>, value: number) => void;

function openTickets({ id, open }: WatchedHall, set: Setter): void {
  for (const [state, count] of Object.entries(open)) set({ hall: id, state }, count);
}

function silences(hall: WatchedHall, set: Setter): void {
  const now = hall.now();
  for (const [source, { lastHeardAt }] of [...hall.sources].slice(0, SOURCES)) {
    set({ hall: hall.id, source }, Math.max(0, now - lastHeardAt) / 1000);
  }
}
