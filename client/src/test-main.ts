/**
 * The specs of the client, built as one page for a real browser (`npm run test:client`). A spec that is not listed here
 * makes that run fail, so none can be forgotten.
 */
import { TestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';
import './admin/channels/channels-section.spec';
import './admin/channels/target.spec';
import './admin/counter-list.spec';
import './admin/draft.spec';
import './admin/hall-admin.spec';
import './admin/people/people-page.spec';
import './admin/standard/backtest-figures.spec';
import './admin/standard/clause-sentence.spec';
import './admin/standard/standard-diff.spec';
import './admin/standard/standard-draft.spec';
import './admin/wall-link.spec';
import './chart/chart.spec';
import './chart/frame-queue.spec';
import './city/city.spec';
import './feed/hall-feed.spec';
import './feed/keys.spec';
import './feed/this-screen.spec';
import './hall/alerts.spec';
import './hall/counter-alerts.spec';
import './hall/counters.spec';
import './hall/curve.spec';
import './hall/flood.spec';
import './hall/format.spec';
import './hall/opening.spec';
import './hall/queues.spec';
import './hall/sources.spec';
import './hall/strip.spec';
import './hall/totals.spec';
import './hall/zone-bars.spec';
import './hall/zone-time.spec';
import './hall/zones.spec';
import './home/home.spec';
import './kiosk/keeper.spec';
import './kiosk/reload.spec';
import './ui/panel.spec';
import './ui/words.spec';
import './wall/alert-lines.spec';
import './wall/drift.spec';
import './wall/kpis.spec';
import './wall/layout.spec';
import './wall/manager-panels.spec';
import './wall/night.spec';
import './wall/pages.spec';
import './wall/rotation.spec';
import './wall/side-layout.spec';
import './wall/bands.spec';
import './wall/wall-sizes.spec';
import './wall/wall.spec';
import './wall/zone-layout.spec';

TestBed.initTestEnvironment([BrowserTestingModule], platformBrowserTesting());
