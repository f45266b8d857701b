import { FrameQueue } from './frame-queue';

describe('the line of charts', () => {
  let frames: (() => void)[];
  let queue: FrameQueue;
  const next = (): void => frames.shift()?.();

  beforeEach(() => {
    frames = [];
    queue = new FrameQueue((run) => frames.push(run), () => (frames = []));
  });

  it('paints one chart a frame, in the order in which they asked', () => {
    const painted: string[] = [];
    for (const name of ['a', 'b', 'c']) queue.ask({ name }, () => painted.push(name));
    next();
    expect(painted).toEqual(['a']);
    next();
    next();
    expect(painted).toEqual(['a', 'b', 'c']);
    expect(frames.length).toBe(0);
  });

  it('paints only the newest of what a chart has asked for', () => {
    const painted: number[] = [];
    const owner = {};
    for (const value of [1, 2, 3]) queue.ask(owner, () => painted.push(value));
    next();
    next();
    expect(painted).toEqual([3]);
  });

  it('forgets a chart that has gone', () => {
    const owner = {};
    queue.ask(owner, () => fail('painted a chart that has gone'));
    queue.forget(owner);
    expect(frames.length).toBe(0);
  });
});
