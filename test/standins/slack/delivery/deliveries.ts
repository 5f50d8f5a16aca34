/** Gets events and interactions to the app, again when they are not acknowledged. */
import type { Fields } from '../blocks/check.ts';
import type { Changes } from '../world/changes.ts';

export type EnvelopeKind = 'events_api' | 'slash_commands' | 'interactive';

/** Times in milliseconds; Slack's own are the defaults. */
export interface Times {
  /** How long the app has to acknowledge. */
  ack: number;
  /** The pauses before an event's redeliveries. */
  retries: readonly number[];
  /** How long a trigger id may be used. */
  trigger: number;
  /** How long a response URL may be used. */
  responseUrl: number;
}

export const SLACK_TIMES: Times = { ack: 3000, retries: [0, 60_000, 300_000], trigger: 3000, responseUrl: 30 * 60_000 };

export interface Retry {
  num: number;
  reason: string;
}

/** Why an attempt failed: one of `http_timeout`, `http_error`, `connection_failed`, `timeout`. */
export class NotAcknowledged extends Error {
  readonly reason: string;
  /** The app asked for no more attempts. */
  readonly isFinal: boolean;
  constructor(reason: string, isFinal = false) {
    super(`not acknowledged: ${reason}`);
    this.reason = reason;
    this.isFinal = isFinal;
  }
}

/** A way to the app. Resolves with the payload of the acknowledgement, rejects with NotAcknowledged. */
export interface Transport {
  send: (kind: EnvelopeKind, payload: Fields, retry: Retry) => Promise<unknown>;
  close: () => Promise<void>;
}

export interface Delivery {
  kind: EnvelopeKind;
  payload: Fields;
  attempts: { at: number; retry: Retry; failure: string | undefined }[];
  state: 'under way' | 'acknowledged' | 'given up';
  /** What the app acknowledged with. */
  response: unknown;
  /** Resolves when it is acknowledged or given up. */
  done: Promise<Delivery>;
}

export interface Deliveries {
  all: Delivery[];
  send: (kind: EnvelopeKind, payload: Fields) => Delivery;
  /** Deliveries whose present attempt is under way. */
  busy: () => number;
  close: () => Promise<void>;
}

export function createDeliveries({
  transport,
  times,
  changes,
}: {
  transport: Transport;
  times: Times;
  changes: Changes;
}): Deliveries {
  const all: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let busy = 0;
  let isClosed = false;

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, milliseconds);
      timers.add(timer);
    });

  async function attempt(delivery: Delivery, retry: Retry): Promise<NotAcknowledged | undefined> {
    const entry = { at: Date.now(), retry, failure: undefined as string | undefined };
    delivery.attempts.push(entry);
    busy += 1;
    try {
      delivery.response = await transport.send(delivery.kind, delivery.payload, retry);
      return undefined;
    } catch (error) {
      const failure = error instanceof NotAcknowledged ? error : new NotAcknowledged('unknown_error');
      entry.failure = failure.reason;
      return failure;
    } finally {
      busy -= 1;
      changes.happened();
    }
  }

  async function run(delivery: Delivery): Promise<Delivery> {
    // Only events are sent again: a person whose click fails sees a warning and clicks again.
    const pauses = delivery.kind === 'events_api' ? times.retries : [];
    let failure = await attempt(delivery, { num: 0, reason: '' });
    for (const [index, milliseconds] of pauses.entries()) {
      if (failure === undefined || failure.isFinal || isClosed) break;
      if (milliseconds > 0) await pause(milliseconds);
      if (isClosed) break;
      failure = await attempt(delivery, { num: index + 1, reason: failure.reason });
    }
    delivery.state = failure === undefined ? 'acknowledged' : 'given up';
    changes.happened();
    return delivery;
  }

  return {
    all,
    send: (kind, payload) => {
      const delivery = { kind, payload, attempts: [], state: 'under way', response: undefined } as Omit<
        Delivery,
        'done'
      > as Delivery;
      all.push(delivery);
      delivery.done = run(delivery);
      return delivery;
    },
    busy: () => busy,
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      await transport.close();
    },
  };
}
