/** One thread of a chat: what was asked, what can be asked by number, and the commands that start with a slash. */
import type { App } from '../../app.ts';
import { AppError } from '../../errors.ts';
import { cleanText } from '../plain-text.ts';
import { createReply, type Reply } from '../reply.ts';
import { describeFailure } from './failure.ts';
import { type Layout, renderReply, suggestionsAsChoices } from './render.ts';

export interface Turn {
  /** What to show, ending in a newline; empty for an empty line. */
  text: string;
  ended: boolean;
}

export interface Conversation {
  /** Takes a line as typed: a question, the number of a suggestion, or a command. */
  take(line: string): Promise<Turn>;
}

const COMMANDS = `A question, or the number of a suggestion.
 /sources  quote the passages behind the last answer
 /new      start a new conversation: earlier questions are forgotten
 /help     show this
 /quit     leave
`;

function renderSources(reply: Reply | undefined): string {
  if (!reply) return 'Nothing has been asked yet.\n';
  if (reply.sources.length === 0) return 'The last answer cites nothing.\n';
  return reply.sources.map(({ marker, place, quote }) => ` [${marker}] ${place}\n     "${quote}"\n`).join('');
}

/** Starts an empty conversation. A question that fails is told and leaves the conversation as it was. */
export function createConversation(app: Pick<App, 'ask'>, options: { layout: Layout; debug: boolean }): Conversation {
  let history: string[] = [];
  let last: Reply | undefined;

  async function answer(text: string): Promise<string> {
    try {
      const asked = await app.ask({ text, history });
      history = [...history, text];
      last = createReply(asked.answer);
      return renderReply(last, options.layout, suggestionsAsChoices);
    } catch (error) {
      // An index that can't be used fails every question alike.
      if (error instanceof AppError && error.code.startsWith('INDEX_')) throw error;
      return describeFailure(error, { debug: options.debug });
    }
  }

  function command(name: string): Turn {
    if (name === '/quit' || name === '/exit') return { text: '', ended: true };
    if (name === '/help') return { text: COMMANDS, ended: false };
    if (name === '/sources') return { text: renderSources(last), ended: false };
    if (name !== '/new') return { text: `There is no ${cleanText(name)}.\n${COMMANDS}`, ended: false };
    history = [];
    last = undefined;
    return { text: 'A new conversation.\n', ended: false };
  }

  return {
    async take(line) {
      const typed = line.trim();
      if (typed === '') return { text: '', ended: false };
      if (typed.startsWith('/')) return command(typed.split(/\s/)[0] ?? '');
      if (!/^\d{1,2}$/.test(typed)) return { text: await answer(typed), ended: false };
      const suggestion = last?.suggestions[Number(typed) - 1];
      if (suggestion === undefined) return { text: `There is no suggestion ${typed} to ask.\n`, ended: false };
      return { text: `${suggestion}\n${await answer(suggestion)}`, ended: false };
    },
  };
}
