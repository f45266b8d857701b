import { Controller, Get, Header } from '@nestjs/common';
import type { Dictionary } from '../../shared/rows/dictionary.js';
import { Public } from '../access/rules.js';
import { dictionary } from '../domain/kpi/dictionary.js';

/** What every figure means 指标说明. */
@Controller('api/v1/dictionary')
export class DictionaryController {
  @Get()
  @Public('what figures mean is no secret')
  @Header('cache-control', 'public, max-age=3600')
  all(): Dictionary {
    return { entries: [...dictionary] };
  }
}
