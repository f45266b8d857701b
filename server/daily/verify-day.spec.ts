import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { formatInstant } from '../../shared/instant.js';
import { dayOf } from '../domain/calendar/day.js';
import { NOTHING_CARRIED } from '../domain/daily/day-book.js';
import { History } from '../domain/daily/history.js';
import type { StoredEvent } from '../domain/event/fact.js';
import { day } from '../domain/golden/day-builder.js';
import { settingsForSpec } from '../domain/hall/hall.spec-kit.js';
import { canonical } from './canonical.js';
import { seal, sha256Of } from './sealed.js';
import { signatureOf } from './signing-key.js';
import { Gathered, tellDay } from './tell-days.js';
import { faultOf } from './verify-day.js';

const { privateKey: key } = generateKeyPairSync('ed25519');
const DATE = '2026-03-02';

const posted = day(DATE)
  .at('09:00').open('C1').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' })
  .at('09:07').call('T1', { counter: 'C1', staff: 'P1' }).at('09:08').start('T1').at('09:20').end('T1').rate(5, 'C1', { ticket: 'T1' })
  .at('09:40').leave('T2').at('10:00').close('C1').events();
const stored: StoredEvent[] = [
  { seq: 1, loggedAt: Date.parse(`${DATE}T08:00+08:00`), event: { specversion: '1.0', id: 'put', source: '/hallboard', type: 'hall.configured', time: `${DATE}T08:00:00+08:00`, data: settingsForSpec() } },
  ...posted.map((event, index) => ({ seq: index + 2, loggedAt: Date.parse(event.time!), event })),
];
const linesOf = (events: StoredEvent[]) => events.map(({ seq, loggedAt, event }) => JSON.stringify({ seq, loggedAt: formatInstant(loggedAt), event, quality: [], hash: '' }));
const journal = linesOf(stored);

const history = new History();
for (const one of stored) history.take(one);
const gathered = new Gathered(history, new Set([DATE]));
for (const one of stored) gathered.take(one);
const { told } = tellDay(history, { hallId: 'h', date: DATE, firstSeq: 1, events: gathered.byDate().get(DATE)!, carried: NOTHING_CARRIED, cutAtMost: dayOf(DATE, 'Asia/Shanghai').endAt });
const daily = seal(told, { before: null, because: [], previous: null });
const text = canonical(daily);
const signature = canonical(signatureOf(key, daily.sha256));

function signatureHolds(text: string): boolean {
  try {
    return faultOf(canonical(daily), { journal, signature: text }) === null;
  } catch {
    return false; // no key any more
  }
}

describe('A daily snapshot, verified', () => {
  it('holds against the journal that it was told from', () => {
    expect(faultOf(text, { journal, signature, key })).toBeNull();
    expect(faultOf(text, { journal })).toBeNull();
  });

  it('does not with any one byte flipped, in the file, in its signature or in the journal’s events of the day', () => {
    const flipped = (bytes: Uint8Array, at: number, bit: number) => {
      const copy = Uint8Array.from(bytes);
      copy[at % copy.length]! ^= 1 << bit;
      return Buffer.from(copy).toString();
    };
    const [file, signed] = [new TextEncoder().encode(text), new TextEncoder().encode(signature)];
    const event = new TextEncoder().encode(JSON.stringify(stored[3]!.event));
    const found = fc.check(fc.property(fc.nat(1_000_000), fc.nat(7), (at, bit) => {
      if (faultOf(flipped(file, at, bit), { journal }) === null) throw new Error(`byte ${at % file.length} of the file`);
      if (signatureHolds(flipped(signed, at, bit))) throw new Error(`byte ${at % signed.length} of the signature`);
      const other = flipped(event, at, bit);
      let faulty = false;
      try {
        const lines = journal.with(3, journal[3]!.replace(new TextDecoder().decode(event), other));
        faulty = faultOf(text, { journal: lines }) !== null;
      } catch {
        faulty = true; // no JSON any more
      }
      if (!faulty) throw new Error(`byte ${at % event.length} of the event: ${other}`);
    }), { numRuns: 300 });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    console.log(`verify: ${found.numRuns} flipped bits, seed ${found.seed}`);
  });

  it('names the first figure that differs, though hash and signature were made to fit', () => {
    const forged = structuredClone(daily);
    forged.hall.tickets.served = 2;
    const { sha256, ...rest } = forged;
    const hash = sha256Of(canonical(rest));
    const file = canonical({ ...rest, sha256: hash });
    expect(faultOf(file, { journal, signature: canonical(signatureOf(key, hash)), key })).toBe('hall.tickets.served is 2 in the file and 1 by the journal');
    expect(faultOf(file, { journal, signature })).toBe('its signature is of another file');
    expect(sha256).not.toBe(hash);
  });

  it('is not held to be signed by who signed it with another key', () => {
    expect(faultOf(text, { journal, signature, key: generateKeyPairSync('ed25519').privateKey })).toBe('its signature is of another key');
  });

  it('holds in its chain only behind the file that it names', () => {
    const next = canonical(seal(told, { before: null, because: [], previous: daily.sha256 }));
    expect(faultOf(next, { journal, previous: text })).toBeNull();
    expect(faultOf(next, { journal, previous: next })).toContain('previous');
  });
});
