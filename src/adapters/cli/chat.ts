/** `classwise chat`: questions and answers in one thread, at a prompt or one question a line from a pipe. */
import { readArguments } from './arguments.ts';
import { createConversation } from './conversation.ts';
import { readLines } from './lines.ts';
import { type Command, layoutOf, print, type Shell } from './shell.ts';

const help = `Usage: classwise chat [--index DIR]

Asks and answers in one conversation: a follow-up ("And its FLSA status?") is understood by what was asked before.
When standard input is not a terminal, each line is a question and answers are separated by a blank line.

  --index DIR   the index to ask (default: CLASSWISE_INDEX, else .classwise beside package.json)
  -h, --help    show this

In the conversation: a number asks that suggestion; /sources quotes the passages behind the last answer; /new starts
a new conversation; /help; /quit. Ctrl-C drops the line, Ctrl-C on an empty line and Ctrl-D leave.`;

const PROMPT = '> ';

/** Lines typed at a prompt. Ends on Ctrl-D and on Ctrl-C at an empty line. */
async function* promptLines(shell: Shell): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline');
  const editor = createInterface({
    input: shell.stdin,
    output: shell.stdout as NodeJS.WritableStream,
    prompt: PROMPT,
    terminal: true,
  });
  editor.on('SIGINT', () => {
    if (editor.line === '') return editor.close();
    // Ctrl-U and Ctrl-K: drop what is left and what is right of the cursor.
    editor.write(null, { ctrl: true, name: 'e' });
    editor.write(null, { ctrl: true, name: 'u' });
  });
  let closed = false;
  editor.once('close', () => {
    closed = true;
  });
  // Made before the first prompt: lines pasted at once must not be lost while one is being answered.
  const lines = editor[Symbol.asyncIterator]();
  try {
    for (;;) {
      if (!closed) editor.prompt();
      const { value, done } = await lines.next();
      if (done) break;
      yield value;
    }
    await print(shell, '\n');
  } finally {
    editor.close();
  }
}

async function run(args: string[], shell: Shell): Promise<number> {
  const { values } = await readArguments(args, { index: { type: 'string' } });
  if (values.help) {
    await print(shell, `${help}\n`);
    return 0;
  }
  const atPrompt = shell.stdin.isTTY === true;
  const app = shell.openApp({ index: values.index });
  const conversation = createConversation(app, { layout: layoutOf(shell), debug: shell.config.debug });
  try {
    if (atPrompt) {
      // Before the first question, so that the first answer is as quick as the others and a bad index shows at once.
      await app.corpus();
      await print(shell, `Ask about a job class; /help says what else there is.\n\n`);
    }
    let turns = 0;
    for await (const line of atPrompt ? promptLines(shell) : readLines(shell.stdin as AsyncIterable<Buffer>)) {
      const turn = await conversation.take(line);
      if (turn.text !== '') {
        await print(shell, atPrompt ? `${turn.text}\n` : `${turns > 0 ? '\n' : ''}${turn.text}`);
        turns++;
      }
      if (turn.ended) break;
    }
    return 0;
  } finally {
    await app.close();
  }
}

/** The conversation in the terminal. */
export const chat: Command = { help, run };
