/**
 * What the operator and the integrator need: health, readiness, figures, and the documents of the interface. One for each app;
 * it is told whom to watch and looks only when it is asked.
 */
import { Module, type DynamicModule } from '@nestjs/common';
import { DocsController, VERSION } from './docs/docs.controller.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';
import { Watched } from './watched.js';

export interface OperationParts {
  readiness: Readiness;
  metrics: Metrics;
  watched: Watched;
  /** The server's version, as its documents say it. */
  version: string;
}

@Module({})
export class OperationModule {
  static forApp({ readiness, metrics, watched, version }: OperationParts): DynamicModule {
    return {
      module: OperationModule,
      controllers: [HealthController, MetricsController, DocsController],
      providers: [
        { provide: Readiness, useValue: readiness },
        { provide: Metrics, useValue: metrics },
        { provide: Watched, useValue: watched },
        { provide: VERSION, useValue: version },
      ],
    };
  }
}
