/** The composition root: what the app is made of, and nothing else. */
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessModule } from './access/access.module.js';
import type { Access } from './access/access.js';
import { AppraisalFilesController } from './export/appraisal-files.controller.js';
import { AppraisalsController } from './appraisal/appraisals.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { Audit } from './audit/audit.js';
import { DailyController } from './daily/daily.controller.js';
import { Dailies } from './daily/dailies.js';
import { DevicesController } from './daily/devices.controller.js';
import { DayFiles } from './export/day-files.js';
import { DictionaryController } from './export/dictionary.controller.js';
import { FilesController } from './export/files.controller.js';
import { HotSpotsController } from './export/hot-spots.controller.js';
import { LedgerFilesController } from './export/ledger-files.controller.js';
import { Printer } from './export/printer.js';
import { SatisfactionController } from './export/satisfaction.controller.js';
import { Feeds } from './feed/feeds.js';
import { JournalController } from './feed/journal.controller.js';
import { LiveGateway } from './feed/live.gateway.js';
import { ProgressController } from './feed/progress.controller.js';
import { ScreensController } from './feed/screens.controller.js';
import { DisclosureController } from './feed/disclosure.controller.js';
import { StateController } from './feed/state.controller.js';
import { TicketsController } from './feed/tickets.controller.js';
import { AlertsController } from './intake/alerts.controller.js';
import { CasesController } from './intake/cases.controller.js';
import { ConductController } from './intake/conduct.controller.js';
import { ErasuresController } from './intake/erasures.controller.js';
import { EventsController } from './intake/events.controller.js';
import { FeedGateway } from './intake/feed.gateway.js';
import { HallsController } from './intake/halls.controller.js';
import { ProblemFilter } from './intake/problem.filter.js';
import { Rates } from './intake/rates.js';
import { RatingLinks } from './intake/rating-links.js';
import { RatingsController } from './intake/ratings.controller.js';
import { RecordsController } from './intake/records.controller.js';
import { SilencesController } from './intake/silences.controller.js';
import { StandardsController } from './intake/standards.controller.js';
import { Backups } from './keep/backups.js';
import { BackupsController } from './keep/backups.controller.js';
import { Halls } from './live/halls.js';
import { ChannelsController } from './notify/channels.controller.js';
import { DeliveriesController } from './notify/deliveries.controller.js';
import { Notify } from './notify/notify.js';
import { Attachments } from './proof/attachments.js';
import { AttachmentsController } from './proof/attachments.controller.js';

export interface AppParts {
  access: Access;
  halls: Halls;
  feeds: Feeds;
  notify: Notify;
  dailies: Dailies;
  files: DayFiles;
  backups: Backups;
  attachments: Attachments;
  rates: Rates;
  links: RatingLinks;
  printer: Printer;
  audit: Audit;
  operation: DynamicModule;
}

@Module({})
export class AppModule {
  static of({ access, halls, feeds, notify, dailies, files, backups, attachments, rates, links, printer, audit, operation }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [AccessModule.forAccess(access), operation],
      controllers: [EventsController, ErasuresController, HallsController, AlertsController, CasesController, AttachmentsController, AppraisalsController, AppraisalFilesController, ConductController, HotSpotsController, RatingsController, RecordsController, DisclosureController, SilencesController, StandardsController, StateController, JournalController, TicketsController, ProgressController, ScreensController, ChannelsController, DeliveriesController, DailyController, DevicesController, FilesController, LedgerFilesController, SatisfactionController, DictionaryController, BackupsController, AuditController],
      providers: [
        { provide: Halls, useValue: halls },
        { provide: Feeds, useValue: feeds },
        { provide: Notify, useValue: notify },
        { provide: Dailies, useValue: dailies },
        { provide: DayFiles, useValue: files },
        { provide: Backups, useValue: backups },
        { provide: Attachments, useValue: attachments },
        { provide: Rates, useValue: rates },
        { provide: Printer, useValue: printer },
        { provide: RatingLinks, useValue: links },
        { provide: Audit, useValue: audit },
        { provide: APP_FILTER, useClass: ProblemFilter },
        LiveGateway,
        FeedGateway,
      ],
    };
  }
}
