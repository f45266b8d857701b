/** Free texts taken out of stored links: what is left of each event stays where it was, and every other text as it was posted. */
import type { EventErased, HallEvent } from '../domain/event/own-event.js';
import { eraseTexts, isKeptBeside } from '../domain/event/erase-texts.js';
import { CHAIN_START, linkHash } from './chain.js';
import { joinArray, splitArray } from '../../shared/array-text.js';
import type { LinkRow, Statements } from './statements.js';

export type Taken = Omit<EventErased['data'], 'reason' | 'author'> & {
  /** Checkpoints and the past may hold a copy of one of the texts. */
  keptBeside: boolean;
};

/** Within a transaction of the caller's. */
export function eraseLinks({ linkAt, rewriteLink }: Statements, hallNo: number, seqs: readonly number[]): Taken {
  const taken: Taken = { seqs: [], links: [], keptBeside: false };
  const inOrder = [...new Set(seqs)].sort((a, b) => a - b);
  for (let next = 0; next < inOrder.length; ) {
    const row = linkAt.get(hallNo, inOrder[next]) as LinkRow | undefined;
    const ofLink = inOrder.slice(next).filter((seq) => row && seq < row.firstSeq + row.count);
    next += Math.max(1, ofLink.length);
    const body = row && bodyWithout(row, ofLink, taken);
    if (!body) continue;
    rewriteLink.run(body, hallNo, row.firstSeq);
    const before = linkAt.get(hallNo, row.firstSeq - 1) as LinkRow | undefined;
    taken.links.push({ firstSeq: row.firstSeq, hash: linkHash(before?.hash ?? CHAIN_START, { ...row, body }) });
  }
  return taken;
}

/** Null when these events of the link hold no text. */
function bodyWithout({ firstSeq, body }: LinkRow, seqs: number[], taken: Taken): Buffer | null {
  const texts = splitArray(body.toString());
  const told = taken.seqs.length;
  for (const seq of seqs) {
    const event = JSON.parse(texts[seq - firstSeq]!) as HallEvent;
    const left = eraseTexts(event);
    if (left === event) continue;
    texts[seq - firstSeq] = JSON.stringify(left);
    taken.seqs.push(seq);
    noteOwn(taken, event);
    taken.keptBeside ||= isKeptBeside(event, left);
  }
  return taken.seqs.length === told ? null : Buffer.from(joinArray(texts));
}

/** Remarks, silences and the texts of cases stand in the live hall too. */
function noteOwn(taken: Taken, event: HallEvent): void {
  if (event.type === 'alert.commented') (taken.notes ??= []).push({ alertId: event.data.alertId, at: event.data.at, by: event.data.by });
  if (event.type === 'alert.resolved' && event.data.by !== undefined) (taken.notes ??= []).push({ alertId: event.data.alertId, at: event.data.resolvedAt, by: event.data.by });
  if (event.type === 'case.opened' || event.type === 'case.stepped') (taken.caseEventIds ??= []).push(event.id);
  if (event.type === 'appraisal.frozen') (taken.frozen ??= []).push({ planId: event.data.planId, month: event.data.month, at: event.data.at });
  if (event.type === 'silence.put') (taken.silenceIds ??= []).push(event.data.id);
}
