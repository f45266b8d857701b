/** What the pages of setting up say beside the words of all: no wall needs to load it. */
import { withWords } from '../ui/lang';
import * as admin from '../ui/words/admin';
import * as standard from '../ui/words/standard';
import * as backtest from '../ui/words/backtest';
import * as audit from '../ui/words/audit';
import * as channels from '../ui/words/channels';
import * as people from '../ui/words/people';

export const zh = { ...admin.zh, ...standard.zh, ...backtest.zh, ...audit.zh, ...channels.zh, ...people.zh };
export const en: typeof zh = { ...admin.en, ...standard.en, ...backtest.en, ...audit.en, ...channels.en, ...people.en };
export const t = withWords({ zh, en });
