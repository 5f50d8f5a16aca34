/** The Web API's front: token, scopes, arguments, then the method. */
import type { Fields } from '../blocks/check.ts';
import { ASSISTANT } from './assistant.ts';
import { createArgs, type Method, type Slack, SlackFailure } from './call.ts';
import { CHAT } from './chat.ts';
import { CONVERSATIONS } from './conversations.ts';
import { PEOPLE } from './people.ts';
import { parseFields } from './requests.ts';
import { STREAMS } from './streams.ts';
import { VIEWS } from './views.ts';

const METHODS: Record<string, Method> = { ...CHAT, ...STREAMS, ...VIEWS, ...CONVERSATIONS, ...PEOPLE, ...ASSISTANT };

/** One call as Slack saw it. */
export interface CallRecord {
  method: string;
  args: Fields;
  at: number;
  /** `ok`, Slack's error code, or the fault that was injected. */
  result: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Fields;
}

export interface WebApi {
  calls: CallRecord[];
  answer: (method: string, body: Buffer, headers: Record<string, string | string[] | undefined>) => Answer;
}

function ensureToken(slack: Slack, method: Method, token: string | undefined): void {
  const { app } = slack.world;
  if (token === undefined || token === '') throw new SlackFailure('not_authed');
  if (method.token === 'app') {
    if (token === app.botToken) throw new SlackFailure('not_allowed_token_type');
    if (token !== app.appToken || app.appTokenState === 'invalid') throw new SlackFailure('invalid_auth');
    return;
  }
  if (token === app.appToken) throw new SlackFailure('not_allowed_token_type');
  if (token !== app.botToken || app.tokenState === 'invalid') throw new SlackFailure('invalid_auth');
  if (app.tokenState === 'revoked') throw new SlackFailure('token_revoked');
  if (app.tokenState === 'inactive') throw new SlackFailure('account_inactive');
}

/** The Web API over the given methods of Slack and `more`. */
export function createWebApi(slack: Slack, more: Record<string, Method>): WebApi {
  const methods = { ...METHODS, ...more };
  const calls: CallRecord[] = [];

  function run(name: string, body: Buffer, headers: Record<string, string | string[] | undefined>): Answer {
    const method = methods[name];
    const { app } = slack.world;
    const answerHeaders: Record<string, string> = { 'x-slack-req-id': slack.world.nextId('R') };
    const failed = (error: string, details: Fields = {}): Answer => {
      const last = calls.at(-1);
      if (last !== undefined && last.method === name) last.result = error;
      return { status: 200, headers: answerHeaders, body: { ok: false, error, ...details } };
    };
    const parsed = parseFields(body, String(headers['content-type'] ?? ''));
    const fields = 'error' in parsed ? {} : parsed.fields;
    calls.push({ method: name, args: fields, at: Date.now(), result: 'ok' });
    if ('error' in parsed) return failed(parsed.error);
    if (method === undefined) return failed('unknown_method', { req_method: name });
    const bearer = /^Bearer (\S+)$/.exec(String(headers.authorization ?? ''))?.[1];
    const args = createArgs(parsed.isJson && method.takesJson !== true ? {} : fields);
    try {
      // A token in a JSON body is not looked at.
      ensureToken(slack, method, bearer ?? (parsed.isJson ? undefined : args.text('token')));
      const call = { slack, args, method: name };
      const needed = typeof method.scopes === 'function' ? method.scopes(call) : (method.scopes ?? []);
      if (method.token !== 'app') {
        answerHeaders['x-oauth-scopes'] = [...app.scopes].join(',');
        answerHeaders['x-accepted-oauth-scopes'] = needed.join(',');
      }
      if (needed.length > 0 && !needed.some((scope) => app.scopes.has(scope))) {
        return failed('missing_scope', { needed: needed.join(','), provided: [...app.scopes].join(',') });
      }
      const result = method.run(call);
      return { status: 200, headers: answerHeaders, body: { ok: true, ...result } };
    } catch (error) {
      if (error instanceof SlackFailure) return failed(error.code, error.details);
      throw error;
    }
  }

  return { calls, answer: run };
}
