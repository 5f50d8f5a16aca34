/** `classwise gaps`: what people ask in vain, and which answers they find bad. */
import { AppError } from '../../errors.ts';
import { findGaps, type Gaps } from '../../feedback/gaps.ts';
import { readFeedback } from '../../feedback/read.ts';
import { countOf } from '../../words.ts';
import { cleanLine, toSafeJson } from '../plain-text.ts';
import { readArguments } from './arguments.ts';
import { type Command, print } from './shell.ts';

const help = `Usage: classwise gaps [--limit N] [--json]

Lists the questions that the documents did not answer, the most frequent first, and the answers that people marked as
bad, with their reasons: what to write into the specifications next. Reads the file that FEEDBACK_LOG names.

  --limit N     how many of each (default: 20)
  --json        print one JSON object instead of text
  -h, --help    show this

Wordings that differ only in case, punctuation, word order, endings or grammar count as one question.`;

const DEFAULT_LIMIT = 20;
const MAX_SHOWN_LENGTH = 300;

function readLimit(given: string | undefined): number {
  if (given === undefined) return DEFAULT_LIMIT;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new AppError('USAGE', `--limit is ${JSON.stringify(given)}; expected a whole number from 1.`);
}

function shown(text: string): string {
  const line = cleanLine(text);
  return line.length > MAX_SHOWN_LENGTH ? `${line.slice(0, MAX_SHOWN_LENGTH)}…` : line;
}

function renderGaps({ unanswered, disliked, asked, different }: Gaps, path: string): string {
  if (asked === 0 && disliked.length === 0)
    return `Nothing was asked in vain, and no answer marked as bad, by "${path}".\n`;
  const lines: string[] = [];
  if (asked > 0) {
    const more = different > unanswered.length ? `; the first ${unanswered.length} of them` : '';
    lines.push(`Asked in vain: ${countOf(asked, 'question')}, ${different} different${more}`);
    const rows = unanswered.map(({ times, users, last, question, documents }) => [
      `${times}×`,
      countOf(users, 'person').replace('persons', 'people'),
      last.slice(0, 10),
      documents === undefined ? shown(question) : `${shown(question)} (asked of ${shown(documents)})`,
    ]);
    lines.push(...alignRows(rows));
  }
  if (disliked.length > 0) {
    if (lines.length > 0) lines.push('');
    lines.push(`Answers marked as bad: ${disliked.reduce((sum, { times }) => sum + times, 0)}`);
    for (const { times, last, question, reasons } of disliked) {
      lines.push(
        `  ${times}×  ${last.slice(0, 10)}  ${question === undefined ? '(no longer remembered)' : shown(question)}`,
      );
      lines.push(...reasons.map((reason) => `      “${shown(reason)}”`));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Columns as wide as their widest cell, numbers to the right; the last one as it is. */
function alignRows(rows: readonly string[][]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1), width(2)];
  return rows.map(
    ([times = '', users = '', last = '', question = '']) =>
      `  ${times.padStart(widths[0] ?? 0)}  ${users.padEnd(widths[1] ?? 0)}  ${last.padEnd(widths[2] ?? 0)}  ${question}`,
  );
}

/** Reports what people miss. */
export const gaps: Command = {
  help,
  async run(args, shell) {
    const { values, positionals } = await readArguments(args, { limit: { type: 'string' }, json: { type: 'boolean' } });
    if (values.help) {
      await print(shell, `${help}\n`);
      return 0;
    }
    if (positionals.length > 0) throw new AppError('USAGE', 'gaps takes no arguments but its options.');
    const limit = readLimit(values.limit);
    const { feedbackLog } = await shell.readServerConfig();
    if (feedbackLog === undefined) {
      throw new AppError('CONFIG_INVALID', 'FEEDBACK_LOG is not set, so nothing is kept of what people ask in vain.', {
        hint: 'Set it to a file for `npm start`, and the same for this command.',
      });
    }
    const { entries, unreadable } = await readFeedback(feedbackLog);
    const found = findGaps(entries, limit);
    if (unreadable > 0)
      shell.log.line(`${countOf(unreadable, 'line')} of "${feedbackLog}" can't be read and were left out.`);
    await print(shell, values.json ? `${toSafeJson(found)}\n` : renderGaps(found, feedbackLog));
    return 0;
  },
};
