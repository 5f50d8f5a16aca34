/** Bolt's own remarks: warnings and errors, in one line each, without tokens and stacks. */
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { describeSlackFailure } from './failures.ts';

const TOKEN = /\b(?:xox[a-z]|xapp|xwfp)[-.][\w.-]+/gi;
/** Addresses carry tickets: those of WebSockets and response_urls are good for whoever has them. */
const TICKET = /\b(wss?|https?):\/\/[^\s"']*[?/][^\s"']*/gi;

/** The text on one line, without what could be used to act in this bot's place. */
function withoutSecrets(text: string): string {
  return text.replace(TOKEN, '…').replace(TICKET, '$1://…').replace(/\s+/g, ' ').slice(0, 300);
}

function told(parts: readonly unknown[]): string {
  const texts = parts.map((part) => (part instanceof Error ? describeSlackFailure(part) : String(part)));
  return withoutSecrets(texts.join(' '));
}

/** A logger for Bolt and its clients. What is chatter (debug, info) is left out: it holds what users write. */
export function createBoltLogger(log: Log): Logger {
  const line = (...parts: unknown[]) => log.line(`Slack: ${told(parts)}`);
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: line,
    error: line,
    getLevel: () => LogLevel.WARN,
    setLevel: silent,
    setName: silent,
  };
}
