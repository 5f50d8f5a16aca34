/**
 * Who is answered when. Users take turns, so that one with many questions doesn't keep the others waiting; questions of
 * one thread are answered one after the other, in the order they came, for each may refer to the one before.
 */

export interface QueueLimits {
  /** Jobs that run at once. */
  concurrency: number;
  /** Jobs of one user that run at once. */
  perUser: number;
  /** Jobs that wait; one more is refused. */
  maxWaiting: number;
}

export interface Job {
  user: string;
  thread: string;
  /** Must not reject. */
  run(): Promise<void>;
}

export interface Queue {
  /** Takes a job to be run in its turn, or returns false when too many are waiting. */
  add(job: Job): boolean;
}

interface UserState {
  running: number;
  waiting: number;
  /** When the user last had a turn, or came: whoever waits longest is next. */
  turn: number;
}

/** An empty queue. A job that can run is started at once, before `add` returns. */
export function createQueue({ concurrency, perUser, maxWaiting }: QueueLimits): Queue {
  const waiting: Job[] = [];
  const users = new Map<string, UserState>();
  const busyThreads = new Set<string>();
  let running = 0;
  let turns = 0;

  function stateOf(user: string): UserState {
    const state = users.get(user) ?? { running: 0, waiting: 0, turn: turns++ };
    users.set(user, state);
    return state;
  }

  function forgetIdle(user: string): void {
    const state = users.get(user);
    if (state?.running === 0 && state.waiting === 0) users.delete(user);
  }

  /** Of the jobs that may run now, the oldest one of the user who has waited longest for a turn. */
  function next(): Job | undefined {
    const threads = new Set(busyThreads);
    let chosen: Job | undefined;
    for (const job of waiting) {
      const isFirstOfThread = !threads.has(job.thread);
      threads.add(job.thread);
      if (!isFirstOfThread || stateOf(job.user).running >= perUser) continue;
      if (chosen === undefined || stateOf(job.user).turn < stateOf(chosen.user).turn) chosen = job;
    }
    return chosen;
  }

  async function start(job: Job): Promise<void> {
    const state = stateOf(job.user);
    waiting.splice(waiting.indexOf(job), 1);
    state.waiting--;
    state.running++;
    state.turn = turns++;
    running++;
    busyThreads.add(job.thread);
    try {
      await job.run();
    } finally {
      running--;
      state.running--;
      busyThreads.delete(job.thread);
      forgetIdle(job.user);
      startNext();
    }
  }

  function startNext(): void {
    while (running < concurrency) {
      const job = next();
      if (job === undefined) return;
      void start(job);
    }
  }

  return {
    add(job) {
      stateOf(job.user).waiting++;
      waiting.push(job);
      startNext();
      // One that could start at once has not waited, however many do: their users have too much running.
      if (waiting.length <= maxWaiting || waiting.at(-1) !== job) return true;
      waiting.pop();
      stateOf(job.user).waiting--;
      forgetIdle(job.user);
      return false;
    },
  };
}
