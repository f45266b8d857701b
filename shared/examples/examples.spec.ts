import { PutStandard } from '../commands/standard.js';
import bank from './bank.json' with { type: 'json' };
import government from './government.json' with { type: 'json' };
import hospital from './hospital.json' with { type: 'json' };

const PAPER = /\d{4}|规范|制度/;

describe('The example standards', () => {
  for (const [sector, example] of Object.entries({ government, hospital, bank })) {
    it(`of a ${sector} are taken as they stand`, () => {
      expect(PutStandard.parse(example) as object).toEqual(example);
    });

    it(`of a ${sector} name for each number a paper, or that the hall chose it`, () => {
      for (const { id, source } of example.clauses) expect(source === 'local' || (PAPER.test(source) && source.length <= 200)).withContext(`${id}: ${source}`).toBeTrue();
    });
  }
});
