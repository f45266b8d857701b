import { readArguments, WrongArguments } from './replay-arguments.js';

describe('The arguments of a replay', () => {
  const right = ['a.ndjson', '--hall', 'bank', '--day', '1999-01-04'];

  it('need a file, a hall and a day, and have a default for the rest', () => {
    expect(readArguments(right)).toEqual(jasmine.objectContaining({ file: 'a.ndjson', hallId: 'bank', date: '1999-01-04', speed: 60, url: 'http://127.0.0.1:3000' }));
    expect(readArguments([...right, '--speed', '0.5', '--from', '08:30'])).toEqual(jasmine.objectContaining({ speed: 0.5, from: '08:30' }));
  });

  const wrong: [args: string[], words: RegExp][] = [
    [[], /Which recording/],
    [['a.ndjson'], /Which hall/],
    [['a.ndjson', '--hall', 'x'], /Which day/],
    [['a.ndjson', 'b.ndjson', ...right.slice(1)], /One recording at a time: "b.ndjson"/],
    [[...right, '--speed', '0'], /--speed "0" is not accepted: it must be a number above 0/],
    [[...right, '--speed', 'fast'], /--speed "fast"/],
    [[...right, '--speed', '1e9'], /--speed "1e9"/],
    [[...right, '--from', '9 Uhr'], /--from "9 Uhr"/],
    [[...right, '--from', '24:00'], /--from "24:00"/],
    [[...right, '--timezone', 'Mars'], /--timezone "Mars"/],
    [[...right, '--url', 'localhost'], /--url "localhost"/],
    [['a.ndjson', '--hall', 'demo', '--day', '1999-01-04'], /--hall "demo"/],
    [['a.ndjson', '--hall', 'a/b', '--day', '1999-01-04'], /--hall "a\/b"/],
    [['a.ndjson', '--hall', 'x', '--day', '1999-02-30'], /--day "1999-02-30"/],
    [[...right, '--sped', '3'], /--sped/],
  ];
  it('are refused in words that say what would be accepted', () => {
    for (const [args, words] of wrong) expect(() => readArguments(args)).withContext(args.join(' ')).toThrowMatching((error) => error instanceof WrongArguments && words.test(error.message));
    console.log(`replay arguments: ${String(wrong.length)} wrong ones refused`);
  });
});
