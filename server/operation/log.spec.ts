import { openLog, NestLog, type LogLevel } from './log.js';

function opened(level: LogLevel = 'info') {
  const lines: string[] = [];
  const log = openLog(level, { write: (line: string) => void lines.push(line) });
  return { log, lines, said: () => lines.map((line) => JSON.parse(line)) };
}

describe('The log', () => {
  it('writes one JSON object a line, so that a text from outside cannot forge one', () => {
    const { log, lines, said } = opened();
    log.info({ url: '/x\r\n{"level":"error","msg":"forged"}' }, 'two\nlines');
    expect(lines).toHaveSize(1);
    expect(lines[0]!.trimEnd()).not.toMatch(/[\r\n]/);
    expect(said()[0].msg).toBe('two\nlines');
    expect(said()[0].level).toBe('info');
    expect(said()[0].time).withContext('in UTC').toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('takes secrets out wherever they stand', () => {
    const { log, lines } = opened();
    const secret = 's3cr3t';
    log.info({ password: secret, token: secret, key: secret });
    log.info({ body: { password: secret, token: secret, key: secret } });
    log.info({ request: { headers: { authorization: secret, cookie: secret, 'set-cookie': secret } } });
    log.info({ headers: { authorization: secret, cookie: secret, 'set-cookie': secret }, settings: { HALLBOARD_ADMIN_PASSWORD: secret } });
    expect(lines.join('')).not.toContain(secret);
    expect(lines.join('').match(/\[removed\]/g)).toHaveSize(13);
  });

  it('says nothing below its level', () => {
    const { log, lines } = opened('warn');
    log.info('quiet');
    log.warn('heard');
    expect(lines).toHaveSize(1);
  });

  it('takes what Nest tells it: context last, an error with its stack', () => {
    const { log, said } = opened('trace');
    const nest = new NestLog(log);
    nest.log('Mapped', 'RouterExplorer');
    nest.log('The halls are open', 'Halls');
    nest.error('it broke', 'Error: it broke\n    at here', 'problem');
    nest.error(new Error('it broke again'), 'problem');
    nest.warn({ hallId: 'a', msg: 'slow' });
    nest.verbose('detail');
    nest.debug(undefined);
    const [mapped, open, broke, again, slow, detail] = said();
    expect(mapped).toEqual(jasmine.objectContaining({ level: 'debug', context: 'RouterExplorer', msg: 'Mapped' }));
    expect(open).toEqual(jasmine.objectContaining({ level: 'info', context: 'Halls', msg: 'The halls are open' }));
    expect(open.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(broke).toEqual(jasmine.objectContaining({ level: 'error', context: 'problem', msg: 'it broke', more: ['Error: it broke\n    at here'] }));
    expect(again).toEqual(jasmine.objectContaining({ level: 'error', context: 'problem', msg: 'it broke again' }));
    expect(again.err.stack).toContain('it broke again');
    expect(slow).toEqual(jasmine.objectContaining({ level: 'warn', hallId: 'a', msg: 'slow' }));
    expect(detail.level).toBe('trace');
  });
});
