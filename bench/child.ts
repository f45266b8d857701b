import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Load generators and baselines run in processes of their own, so that what they cost is never counted as the server's.
 * A child script calls `serve` with what it can do; the bench starts it with `startChild` and asks by name.
 */
// eslint wants no `any`; `never` is what lets each handler choose its own argument.
export type Handlers = Record<string, (arg: never) => unknown>;
type Question = { id: number; name: string; arg: unknown };
type Reply = { id: number; value?: unknown; error?: string };

export interface Child<H extends Handlers> {
  readonly pid: number;
  ask<N extends keyof H & string>(name: N, arg: Parameters<H[N]>[0]): Promise<Awaited<ReturnType<H[N]>>>;
  stop(): Promise<void>;
}

/** In the child: answers the parent's questions, one promise each, until the parent goes away. */
export function serve(handlers: Handlers): void {
  process.on('message', (question: Question) => {
    const reply = (rest: Omit<Reply, 'id'>): void => void process.send?.({ id: question.id, ...rest });
    const run = handlers[question.name];
    if (!run) return reply({ error: `this child cannot "${question.name}"` });
    Promise.resolve()
      .then(() => run(question.arg as never))
      .then((value) => reply({ value }))
      .catch((error: unknown) => reply({ error: String((error as Error).stack ?? error) }));
  });
  process.on('disconnect', () => process.exit(0));
}

/** Starts a script that lies beside the caller: `startChild<Handlers>(import.meta.url, '../load/post.js')`. */
export function startChild<H extends Handlers>(from: string, script: string): Child<H> {
  const path = fileURLToPath(new URL(script, from));
  const child = fork(path, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.on('message', ({ id, value, error }: Reply) => {
    const waiting = open.get(id);
    open.delete(id);
    if (error === undefined) waiting?.resolve(value as never);
    else waiting?.reject(new Error(`${script}: ${error}`));
  });
  child.on('exit', (code, signal) => {
    for (const waiting of open.values()) waiting.reject(new Error(`${script} ended early (${String(signal ?? code)})`));
    open.clear();
  });
  return {
    pid: child.pid ?? 0,
    ask: (name, arg) =>
      new Promise((resolve, reject) => {
        open.set(++last, { resolve, reject });
        child.send({ id: last, name, arg } satisfies Question);
      }),
    stop: () => stopProcess(child, 'SIGTERM'),
  };
}

/** Ends a process that the bench started, by its own handle, and waits until it is gone. */
export async function stopProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(force);
}
