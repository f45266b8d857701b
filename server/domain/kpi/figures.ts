/** Figures of contract §5 from a group's totals. Every formula names its source; shares are null when nothing was counted. */
import type { Figures, RatingFigures } from '../../../shared/rows/figures.js';
import { spreadsOf, type Spreads, type Tally } from './tally.js';

/** Counts and spreads of a group, however they were come by: live from its tally, of a past day from the day's columns. */
export interface Totals extends Pick<Tally, 'counts' | 'within' | 'called' | 'leftLate' | 'rating'> {
  spreads: Spreads;
}

/** What of a group is true at this moment and not yet an event: open tickets, overdue waits, counter time. */
export interface Moment {
  now: number;
  carriedIn: number;
  waiting: number;
  called: number;
  serving: number;
  parked: number;
  /** Waits still running beyond the target. */
  overdue: number;
  /** The group's one target, null where there is none or they differ. */
  targetMs: number | null;
  openMs: number;
  pausedMs: number;
  busyMs: number;
  /** Open within the roster ÷ rostered time; null where there is no roster. */
  adherence?: number | null;
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** Five levels 5…1, ≥ 3 satisfied and ≤ 2 bad (国办发〔2019〕51号: the last two of five are 差评); defaulted ratings never count. */
export function ratingFigures({ rating, counts }: { rating: Totals['rating']; counts: Pick<Totals['counts'], 'served' | 'returned' | 'referred'> }): RatingFigures {
  const [one, two, three, four, five] = rating.byLevel;
  const { requested, given, defaulted } = rating;
  return {
    requested,
    given,
    defaulted,
    byLevel: { 5: five, 4: four, 3: three, 2: two, 1: one },
    mean: given === 0 ? null : (5 * five + 4 * four + 3 * three + 2 * two + one) / given,
    satisfiedShare: share(three + four + five, given),
    badShare: share(one + two, given),
    // 主动评价率: given ÷ services ended, shown beside every satisfied share (local, after municipal reports)
    ratedShare: share(given, counts.served + counts.returned + counts.referred),
  };
}

/** The figures of a group as its running tally has them. */
export function figuresOf(tally: Tally, moment: Moment): Figures {
  return figuresFrom({ ...tally, spreads: spreadsOf(tally) }, moment);
}

export function figuresFrom(totals: Totals, moment: Moment): Figures {
  const { counts, spreads } = totals;
  const { openMs, pausedMs, busyMs, adherence = null } = moment;
  const of = totals.called + totals.leftLate + moment.overdue;
  return {
    tickets: {
      issued: counts.issued,
      carriedIn: moment.carriedIn,
      called: counts.called,
      served: counts.served,
      returned: counts.returned,
      referred: counts.referred,
      noShow: counts.noShow,
      abandoned: counts.abandoned,
      removed: counts.removed,
      transferredIn: counts.transferredIn,
      transferredOut: counts.transferredOut,
      stillWaiting: moment.waiting + moment.called,
      inService: moment.serving,
      parked: moment.parked,
    },
    // issued → first call (Qmatic BI: call − create); percentiles Hyndman–Fan type 7
    waitMs: spreads.waits,
    // issued → service starts (Treasury Board of Canada, in-person service KPI guide)
    waitToServiceMs: spreads.waitsToService,
    // last call → service starts (Novo SGA: deslocamento)
    walkMs: spreads.walks,
    serviceMs: spreads.services,
    abandonMs: spreads.abandons,
    // service level with "abandoned after the target counts against" (Cisco ICM: service level type, abandoned negative)
    serviceLevel: {
      targetMs: moment.targetMs,
      rule: 'abandoned-after-target-counts',
      within: totals.within,
      of,
      share: share(totals.within, of),
    },
    abandonmentRate: share(counts.abandoned, counts.called + counts.abandoned),
    noShowRate: share(counts.noShow, counts.called),
    // occupancy: busy ÷ open time (Genesys: handling ÷ logged-in time); adherence: open within roster ÷ rostered time (local: 在岗率)
    counter: { openMs, pausedMs, busyMs, occupancy: share(busyMs, openMs), adherence },
    rating: ratingFigures(totals),
    countedAt: moment.now,
  };
}
