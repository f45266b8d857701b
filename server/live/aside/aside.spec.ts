import { event, Server } from '../../server.spec-kit.js';

const MINUTE = 60_000;
const ALL = { from: 1, to: Infinity };

describe('The thread beside the server', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a');
    for (let post = 0; post < 4; post++) await server.post('a', Array.from({ length: 600 }, (_, i) => event('hall.opened', {}, { id: `${post}-${i}` })));
  });
  afterEach(() => server.end());

  const read = (): AsyncGenerator<string> => server.running.halls.journalLines('a', ALL);
  async function whole(lines: AsyncGenerator<string>): Promise<number> {
    let count = 0;
    for await (const some of lines) count += some.split('\n').length - 1;
    return count;
  }

  it('stays for whoever reads slowly', async () => {
    const lines = read();
    const first = (await lines.next()).value as string;
    server.clock.pass(5 * MINUTE);
    expect(first.split('\n').length - 1 + (await whole(lines))).toBe(2_401);
  });

  it('answers whoever asks at the moment at which it goes for want of work', async () => {
    for (let times = 0; times < 5; times++) {
      expect(await whole(read())).toBe(2_401);
      server.clock.pass(MINUTE);
    }
  });

  it('goes on with one reader when another hangs up', async () => {
    const [left, stays] = [read(), read()];
    await left.next();
    await stays.next();
    await left.return(undefined);
    server.clock.pass(MINUTE);
    expect(await whole(stays)).toBeGreaterThan(1_000);
  });
});
