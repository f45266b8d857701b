/**
 * Every word the screens say that is not a word of the contract (those come from shared/glossary): one file a screen in
 * words/; those of setting up are added where they are needed (admin/words.ts). Chinese is written first; English answers each key. What carries a figure is a function, so that each language
 * keeps its own order.
 */
import * as general from './words/general';
import * as wall from './words/wall';
import * as alerts from './words/alerts';
import * as pages from './words/pages';
import * as charts from './words/charts';
import * as home from './words/home';
import * as devices from './words/devices';
import * as city from './words/city';
import * as desk from './words/desk';
import * as deskRecords from './words/desk-records';
import * as clauses from './words/clauses';
import * as past from './words/past';
import * as attach from './words/attach';
import * as rate from './words/rate';
import * as report from './words/report';
import * as register from './words/register';
import * as disclosure from './words/disclosure';
import * as progress from './words/progress';
import * as ledger from './words/ledger';
import * as round from './words/round';
import * as hotSpots from './words/hot-spots';
import * as satisfaction from './words/satisfaction';
import * as appraisal from './words/appraisal';

export const zh = {
  ...general.zh,
  ...wall.zh,
  ...alerts.zh,
  ...pages.zh,
  ...charts.zh,
  ...home.zh,
  ...devices.zh,
  ...city.zh,
  ...desk.zh,
  ...deskRecords.zh,
  ...clauses.zh,
  ...past.zh,
  ...rate.zh,
  ...report.zh,
  ...register.zh,
  ...disclosure.zh,
  ...progress.zh,
  ...ledger.zh,
  ...round.zh,
  ...hotSpots.zh,
  ...satisfaction.zh,
  ...attach.zh,
  ...appraisal.zh,
};

export type Words = typeof zh;

export const en: Words = {
  ...general.en,
  ...wall.en,
  ...alerts.en,
  ...pages.en,
  ...charts.en,
  ...home.en,
  ...devices.en,
  ...city.en,
  ...desk.en,
  ...deskRecords.en,
  ...clauses.en,
  ...past.en,
  ...rate.en,
  ...report.en,
  ...register.en,
  ...disclosure.en,
  ...progress.en,
  ...ledger.en,
  ...round.en,
  ...hotSpots.en,
  ...satisfaction.en,
  ...attach.en,
  ...appraisal.en,
};
