/** One call of a Web API method: what it was given, and how it can fail. */
import type { Fields } from '../blocks/check.ts';
import type { Refusal } from '../blocks/validate.ts';
import type { Sockets } from '../delivery/socket.ts';
import type { Channel, User } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** `{ok: false}` with this code. */
export class SlackFailure extends Error {
  readonly code: string;
  readonly details: Fields;
  constructor(code: string, details: Fields = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Fails when there is a refusal. */
export function refuse(refusal: Refusal | undefined): void {
  if (refusal === undefined) return;
  const { error, ...details } = refusal;
  throw new SlackFailure(error, { ...details });
}

/** What methods work with beside their arguments. */
export interface Slack {
  world: World;
  sockets: Sockets;
  /** The stand-in's own address, without a slash at its end. */
  url: () => string;
  /** Sends an event to the app, if it subscribes to it. */
  event: (event: Fields, channel?: Channel) => void;
  /** A trigger id's owner; fails as `views.open` does. */
  useTrigger: (id: string) => User;
}

/** A method's arguments, whether they came as a form or as JSON. */
export interface Args {
  all: Fields;
  /** A string that must be there. */
  need: (name: string) => string;
  text: (name: string) => string | undefined;
  flag: (name: string) => boolean;
  whole: (name: string, otherwise: number) => number;
  /** An array or object: forms carry it as JSON. Fails with `invalid_arguments`, or with `failure`. */
  json: (name: string, failure?: string) => unknown;
}

function missing(name: string): SlackFailure {
  return new SlackFailure('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  });
}

export function createArgs(all: Fields): Args {
  const text = (name: string) => {
    const value = all[name];
    return value === undefined || value === null ? undefined : String(value);
  };
  return {
    all,
    text,
    need: (name) => {
      const value = text(name);
      if (value === undefined || value === '') throw missing(name);
      return value;
    },
    flag: (name) => ['true', '1'].includes(text(name) ?? ''),
    whole: (name, otherwise) => {
      const value = text(name);
      if (value === undefined) return otherwise;
      if (!/^\d+$/.test(value)) throw new SlackFailure('invalid_arguments');
      return Number(value);
    },
    json: (name, failure = 'invalid_arguments') => {
      const value = all[name];
      if (typeof value !== 'string') return value;
      if (value === '') return undefined;
      try {
        return JSON.parse(value);
      } catch {
        throw new SlackFailure(failure);
      }
    },
  };
}

export interface MethodCall {
  slack: Slack;
  args: Args;
  method: string;
}

export interface Method {
  /** The scopes of which the token needs one; undefined for none. */
  scopes?: readonly string[] | ((call: MethodCall) => readonly string[]);
  /** Which token: the app's (`xapp-`) or, as everywhere else, the bot's. */
  token?: 'app';
  /** Reading methods take forms only. */
  takesJson?: boolean;
  run: (call: MethodCall) => Fields;
}
