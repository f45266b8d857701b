/** How long the loop of a server's process was held up, as its own /metrics tells it since it was last asked. */
import type { ServerProcess } from '../kit/server-process.js';

/** Ms; the histogram that they come from ticks every ten. */
export interface Lag {
  p99: number;
  max: number;
}

/** Holds the loop up for three seconds, every four: what a suite that measures it must notice. */
export const BLOCKING = ['--import', 'data:text/javascript,setInterval(()=>{for(const end=Date.now()+3000;Date.now()<end;);},4000).unref()'];

/** Once it is sent SIGUSR2 each turn of the loop takes half a second: as if work were done in one go that is now done in slices. */
export const HELD = ['--import', 'data:text/javascript,process.on("SIGUSR2",()=>{const hold=()=>{for(const end=Date.now()+500;Date.now()<end;);setImmediate(hold)};hold()})'];

export async function lagOf(server: ServerProcess): Promise<Lag> {
  const text = await (await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${server.operatorKey}` } })).text();
  const read = (what: string) => 1000 * Number(new RegExp(`^nodejs_eventloop_lag_${what}_seconds (\\S+)$`, 'm').exec(text)?.[1]);
  return { p99: read('p99'), max: read('max') };
}
