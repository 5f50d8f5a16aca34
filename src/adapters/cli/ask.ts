/** `classwise ask`: one question, one answer. */
import { AppError } from '../../errors.ts';
import { toSafeJson } from '../plain-text.ts';
import { createReply } from '../reply.ts';
import { toAnswerObject } from './answer-json.ts';
import { readArguments } from './arguments.ts';
import { renderReply, suggestionsInOneLine } from './render.ts';
import { type Command, layoutOf, print, type Shell } from './shell.ts';

const help = `Usage: classwise ask "QUESTION" [--json] [--explain] [--index DIR]
       classwise ask --json --batch FILE.jsonl [--explain] [--index DIR]

Answers a question about job classes from their specifications, with the passage behind every statement.
The question may be several words without quotes, or come from standard input.

  --json        print one JSON object instead of text
  --batch FILE  answer each line of FILE ("-": standard input), a JSON object with "question" and, if wanted,
                "id" and "history" (earlier questions); prints one JSON object a line, in order
  --explain     also show what was understood and how each passage found was ranked
  --index DIR   the index to ask (default: CLASSWISE_INDEX, else .classwise beside package.json);
                if there is none yet, it is built from seeds/
  -h, --help    show this

Relative paths start from the directory you are in, also when npm runs the command.
Exit status: 0 an answer was printed ("not found" is one), 2 wrong usage or configuration, 1 a failure.`;

async function readQuestion(words: readonly string[], shell: Shell): Promise<string> {
  let question = words.join(' ');
  if (words.length === 0 && !shell.stdin.isTTY) {
    const { readAll } = await import('./lines.ts');
    question = (await readAll(shell.stdin as AsyncIterable<Buffer>)).trim();
  }
  if (question.trim() === '') {
    throw new AppError('USAGE', 'There is no question.', {
      hint: 'Give one, for example: classwise ask "Which classes are exempt?"',
    });
  }
  return question;
}

async function run(args: string[], shell: Shell): Promise<number> {
  const { values, positionals } = await readArguments(args, {
    json: { type: 'boolean' },
    explain: { type: 'boolean' },
    batch: { type: 'string' },
    index: { type: 'string' },
  });
  if (values.help) {
    await print(shell, `${help}\n`);
    return 0;
  }
  const explain = values.explain ?? false;
  if (values.batch !== undefined) {
    if (positionals.length > 0)
      throw new AppError('USAGE', '--batch takes its questions from the file, not from the command line.');
    const { runBatch } = await import('./batch.ts');
    return runBatch(values.batch, shell, { index: values.index, explain });
  }
  const text = await readQuestion(positionals, shell);
  const app = shell.openApp({ index: values.index });
  try {
    const asked = await app.ask({ text, history: [] });
    if (values.json) {
      await print(shell, `${toSafeJson(toAnswerObject(asked, { explain }))}\n`);
      return 0;
    }
    const layout = layoutOf(shell);
    await print(shell, renderReply(createReply(asked.answer), layout, suggestionsInOneLine));
    if (explain) {
      const { renderExplanation } = await import('./explain.ts');
      await print(shell, renderExplanation(asked.explanation, layout));
    }
    return 0;
  } finally {
    await app.close();
  }
}

/** Answers one question, or a file of them with `--batch`. */
export const ask: Command = { help, run };
