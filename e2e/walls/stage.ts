/**
 * The real server with halls standing in their situations, for whoever looks at walls: specs and the pictures of docs/wall. A
 * hall's clock stands nearly still, so that what is seen does not depend on how long the looking takes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { HallSize } from '../../server/domain/golden/hall-of.js';
import { formatLocal } from '../../server/domain/golden/local-time.js';
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import { RunningHall } from '../hall-day/running-hall.js';
import type { Step } from './morning.js';
import { sceneOf, type Scene, type SceneName } from './scenes.js';

const STILL = 0.001;
const BATCH = 2_000;
const CAUGHT_UP_MS = 1_200;

export class Stage {
  private readonly built = new Map<string, Promise<string>>();

  private constructor(
    readonly server: RunningHall,
    private readonly speed: number,
  ) {}

  /** `speed`: of the halls' clocks. */
  static async open({ speed = STILL } = {}): Promise<Stage> {
    return new Stage(await RunningHall.start('empty'), speed);
  }

  /** The address of a hall's wall in this situation; it is built when first asked for. */
  async wall(name: SceneName, size: HallSize, query = ''): Promise<string> {
    const hallId = await this.hall(name, size);
    return `${this.server.url}/wall/${hallId}${query}`;
  }

  hall(name: SceneName, size: HallSize): Promise<string> {
    const hallId = `${name}-${size}`;
    const known = this.built.get(hallId) ?? this.build(hallId, sceneOf(name, size));
    this.built.set(hallId, known);
    return known;
  }

  /** Sets the hall's clock, as a replay does. */
  async setClock(hallId: string, settings: Scene['settings'], clock: { at: number; speed?: number }): Promise<void> {
    const at = formatLocal(clock.at, settings.timezone ?? 'Asia/Shanghai');
    await (await this.server.api()).putHall(hallId, { ...settings, clock: { at, speed: clock.speed ?? this.speed } });
  }

  async post(hallId: string, events: readonly PostedEvent[]): Promise<void> {
    const api = await this.server.api();
    for (let from = 0; from < events.length; from += BATCH) {
      const { rejected, problems } = await api.postEvents(hallId, events.slice(from, from + BATCH));
      if (rejected) throw new Error(`the intake refused ${rejected} events, the first because: ${problems[0]?.message}`);
    }
  }

  async play(hallId: string, settings: Scene['settings'], steps: readonly Step[]): Promise<void> {
    for (const { at, events, judged } of steps) {
      await this.setClock(hallId, settings, { at });
      await this.post(hallId, events);
      if (judged) await this.judged(hallId);
    }
  }

  /** A hall judges only once its feed has told all of its past. */
  private async judged(hallId: string): Promise<void> {
    await pause(CAUGHT_UP_MS);
    await this.server.parts.halls.get(hallId)?.judged();
  }

  private async build(hallId: string, { settings, steps }: Scene): Promise<string> {
    await this.play(hallId, settings, steps);
    return hallId;
  }

  end(): Promise<void> {
    return this.server.end();
  }
}
