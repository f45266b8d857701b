/**
 * The specs of the client, built as one page for a real browser (`npm run test:client`). A spec that is not listed here
 * makes that run fail, so none can be forgotten.
 */
import { TestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';
import './admin/counter-list.spec';
import './admin/draft.spec';
import './admin/hall-admin.spec';
import './admin/wall-link.spec';
import './chart/day-curve.spec';
import './chart/frame-queue.spec';
import './feed/hall-feed.spec';
import './feed/keys.spec';
import './hall/counters.spec';
import './hall/curve.spec';
import './hall/format.spec';
import './hall/queues.spec';
import './hall/severity.spec';
import './hall/sources.spec';
import './hall/totals.spec';
import './hall/zones.spec';
import './home/home.spec';
import './ui/words.spec';
import './wall/kpis.spec';
import './wall/layout.spec';
import './wall/wall.spec';

TestBed.initTestEnvironment([BrowserTestingModule], platformBrowserTesting());
