import { langIn } from './lang';
import * as setUp from '../admin/words';
import * as shared from './words';
import * as admin from './words/admin';
import * as alerts from './words/alerts';
import * as standard from './words/standard';
import * as backtest from './words/backtest';
import * as audit from './words/audit';
import * as channels from './words/channels';
import * as people from './words/people';
import * as attach from './words/attach';
import * as appraisal from './words/appraisal';
import * as charts from './words/charts';
import * as city from './words/city';
import * as clauses from './words/clauses';
import * as desk from './words/desk';
import * as deskRecords from './words/desk-records';
import * as devices from './words/devices';
import * as general from './words/general';
import * as hotSpots from './words/hot-spots';
import * as home from './words/home';
import * as pages from './words/pages';
import * as ledger from './words/ledger';
import * as round from './words/round';
import * as past from './words/past';
import * as register from './words/register';
import * as disclosure from './words/disclosure';
import * as progress from './words/progress';
import * as rate from './words/rate';
import * as report from './words/report';
import * as satisfaction from './words/satisfaction';
import * as wall from './words/wall';

const zh = { ...shared.zh, ...setUp.zh };
const en: typeof zh = { ...shared.en, ...setUp.en };
const HAN = /\p{Script=Han}/u;
/** The switch says the other language's name in that language. */
const NAMES_THE_OTHER = 'switchLanguage';

function said(word: unknown): string {
  return typeof word === 'function' ? String((word as (...args: unknown[]) => unknown)(2, 3)) : String(word);
}

describe('the words of the screens', () => {
  it('have the same keys in both languages, each of the same kind', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) expect(typeof en[key]).withContext(key).toBe(typeof zh[key]);
  });

  it('stand in one file each, so that no screen says another’s word', () => {
    const keys = [admin, standard, backtest, audit, channels, people, alerts, attach, appraisal, charts, city, clauses, desk, deskRecords, devices, general, home, hotSpots, ledger, pages, past, progress, rate, register, disclosure, report, round, satisfaction, wall].flatMap((file) => Object.keys(file.zh));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.sort()).toEqual(Object.keys(zh).sort());
  });

  it('hold no Chinese in English', () => {
    for (const [key, word] of Object.entries(en)) {
      if (key !== NAMES_THE_OTHER) expect(HAN.test(said(word))).withContext(`${key}: ${said(word)}`).toBeFalse();
    }
  });

  it('are Chinese unless the address asks for English', () => {
    expect([langIn(''), langIn('?lang=zh-CN'), langIn('?lang=en'), langIn('?lang=EN-gb')]).toEqual(['zh', 'zh', 'en', 'en']);
  });
});
