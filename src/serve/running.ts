/** The platforms as they run: started side by side, so that one that can't be reached keeps no other waiting. */
import type { Route, Surface } from '../conversations/surface.ts';
import { AppError } from '../errors.ts';
import { describeCause, type Log } from '../log.ts';
import type { Platform, Shared } from './platforms.ts';

export interface Running {
  /** Starts all. Resolves when every one of them has failed; each failure is told in one line. */
  start(shared: Shared): Promise<void>;
  isStarted(): boolean;
  states(): { name: string; ready: boolean; problem?: string }[];
  routeOf(path: string): Route | undefined;
  /** Resolves when the replies that were begun are out. */
  stop(): Promise<void>;
}

interface State {
  name: string;
  surface?: Surface;
  problem?: string;
}

export function createRunning(platforms: readonly Platform[], log: Log): Running {
  const states: State[] = platforms.map(({ name }) => ({ name }));
  let isStarted = false;

  async function startOne(platform: Platform, state: State, shared: Shared): Promise<void> {
    try {
      state.surface = await platform.create(shared);
      state.name = state.surface.name;
      await state.surface.start();
      log.line(`${state.name} is ready.`);
    } catch (error) {
      const hint = error instanceof AppError && error.hint ? ` ${error.hint}` : '';
      state.problem = error instanceof AppError ? error.message : 'It could not be started.';
      log.line(`${state.name} could not be started: ${describeCause(error)}${hint}`);
    }
  }

  return {
    async start(shared) {
      isStarted = true;
      await Promise.all(platforms.map((platform, at) => startOne(platform, states[at] as State, shared)));
      if (states.every(({ problem }) => problem !== undefined)) return;
      const failed = states.filter(({ problem }) => problem !== undefined);
      if (failed.length > 0) log.line(`Going on without ${failed.map(({ name }) => name).join(', ')}.`);
      await new Promise(() => undefined);
    },
    isStarted: () => isStarted,
    states: () =>
      states.map(({ name, surface, problem }) => ({
        name,
        ready: problem === undefined && surface !== undefined && surface.isReady(),
        ...(problem === undefined ? {} : { problem }),
      })),
    routeOf(path) {
      for (const { surface, problem } of states) {
        const routes = problem === undefined ? surface?.routes : undefined;
        if (routes !== undefined && Object.hasOwn(routes, path)) return routes[path];
      }
      return undefined;
    },
    async stop() {
      await Promise.all(
        states.map(({ name, surface }) =>
          surface?.stop().catch((error) => log.line(`${name} did not stop well: ${describeCause(error)}`)),
        ),
      );
    },
  };
}
