import { Controller, Get, Header } from '@nestjs/common';
import type { Dictionary } from '../../shared/rows/dictionary.js';
import { dictionary } from '../domain/kpi/dictionary.js';

/** What every figure means 指标说明; no secret, so anyone may ask. */
@Controller('api/v1/dictionary')
export class DictionaryController {
  @Get()
  @Header('cache-control', 'public, max-age=3600')
  all(): Dictionary {
    return { entries: [...dictionary] };
  }
}
