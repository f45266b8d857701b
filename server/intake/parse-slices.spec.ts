import type { Problem } from '../problem.js';
import { parseSlices } from './parse-slices.js';

describe('A large body', () => {
  const read = async (text: string) => (await parseSlices('a', text, () => undefined)).flatMap(({ values }) => values);
  const refusal = (text: string) => read(text).then(() => null, ({ code }: Problem) => code);
  const event = (n: number, more = '') => `{"id":"${n}","of":[1,{"text":"a \\"],[{ b"}]${more}}`;
  const many = Array.from({ length: 3_000 }, (_, n) => event(n));

  it('is read in slices as it is read in one go, and each slice is an array as it stood', async () => {
    for (const between of [',', ' , ', ',\n\t']) {
      const text = `[ ${many.join(between)} ]`;
      const slices = await parseSlices('a', text, () => undefined);
      expect(slices.length).toBeGreaterThan(5);
      expect(slices.flatMap(({ values }) => values)).toEqual(JSON.parse(text) as unknown[]);
      for (const { values, text: slice } of slices) expect(JSON.parse(slice) as unknown[]).toEqual(values);
    }
    expect(await read(`[1,"a,b",null,[2,3],${many.join(',')},true]`)).toHaveSize(many.length + 5);
    expect(await read('[]')).toEqual([]);
  });

  it('that is no JSON is refused whole, wherever it is broken', async () => {
    const body = many.join(',');
    for (const text of [`[${body},]`, `[,${body}]`, `[${body},,${body}]`, `[${body}],[${body}]`, `[${body}][${body}]`, `[${body} ${body}]`, `[${body}`, `[${body},{"a":]`, `[${body}]]`, `[${body},"a]`]) {
      expect(await refusal(text)).withContext(`${text.slice(0, 5)}…${text.slice(-20)}`).toBe('notJson');
    }
  });

  it('one event of which is too large is refused before it is parsed', async () => {
    expect(await refusal(`[${event(1, `,"x":"${'x'.repeat(1_500_000)}"`)}]`)).toBe('tooLarge');
    expect(await refusal(`[${event(1, `,"x":[${'{},'.repeat(500_000)}1]`)}]`)).toBe('tooLarge');
  });

  it('of too many events is refused as soon as they are counted', async () => {
    const counted: number[] = [];
    const most = (values: number) => {
      counted.push(values);
      if (values > 1_000) throw new RangeError('too many');
    };
    await expectAsync(parseSlices('a', `[${many.join(',')}]`, most)).toBeRejectedWithError(RangeError);
    expect(counted).toEqual([500, 1_000, 1_500]);
  });
});
