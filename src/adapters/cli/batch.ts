/** `ask --json --batch FILE`: one line of JSON out for each line of JSON in, in order. */
import { createReadStream } from 'node:fs';
import type { Question } from '../../domain.ts';
import { AppError } from '../../errors.ts';
import { toSafeJson } from '../plain-text.ts';
import { toAnswerObject } from './answer-json.ts';
import { readLines } from './lines.ts';
import { print, type Shell } from './shell.ts';

type Id = string | number;

interface BatchLine {
  id: Id | undefined;
  question: Question;
}

/** What is wrong with a line, with its id when that much could be read. */
class LineError extends Error {
  readonly id: Id | undefined;

  constructor(message: string, id?: Id) {
    super(message);
    this.id = id;
  }
}

/** Reads one line of a batch, or throws what is wrong with it. */
function parseBatchLine(line: string): BatchLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new LineError(`The line is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LineError('The line is not a JSON object; expected {"id", "question", "history"}.');
  }
  const { id: given, question, history = [] } = value as Record<string, unknown>;
  const id = typeof given === 'string' || typeof given === 'number' ? given : undefined;
  if (given !== undefined && given !== null && id === undefined)
    throw new LineError('"id" is not a string or a number.');
  if (typeof question !== 'string') throw new LineError('"question" is not a string.', id);
  if (question.trim() === '') throw new LineError('"question" is empty.', id);
  const isHistory = Array.isArray(history) && history.every((earlier) => typeof earlier === 'string');
  if (!isHistory) throw new LineError('"history" is not an array of strings.', id);
  return { id, question: { text: question, history } };
}

function errorObject(line: number, id: Id | undefined, error: unknown): object {
  const code = error instanceof AppError ? error.code : error instanceof LineError ? 'USAGE' : 'INTERNAL';
  const message = error instanceof Error ? error.message : String(error);
  return { ...(id === undefined ? {} : { id }), line, error: { code, message } };
}

/**
 * Answers each line of `path` ("-": standard input). A line that can't be read or answered gets an error object and
 * the rest are answered; what befalls all of them alike (no index, a damaged one) fails the command instead.
 * Returns 0 when any line was answered or there was none.
 */
export async function runBatch(
  path: string,
  shell: Shell,
  options: { index: string | undefined; explain: boolean },
): Promise<number> {
  const input = path === '-' ? shell.stdin : createReadStream(shell.resolvePath(path));
  const app = shell.openApp(options);
  let lineNumber = 0;
  let answered = 0;
  let failed = 0;
  try {
    for await (const line of readLines(input as AsyncIterable<Buffer>)) {
      lineNumber++;
      if (line.trim() === '') continue;
      await print(shell, `${toSafeJson(await answerLine(line))}\n`);
    }
  } catch (error) {
    throw asUnreadableFile(error, path);
  } finally {
    await app.close();
  }
  if (failed > 0) shell.log.line(`${failed} of ${failed + answered} lines could not be answered.`);
  return failed > 0 && answered === 0 ? 1 : 0;

  async function answerLine(text: string): Promise<object> {
    let id: Id | undefined;
    try {
      const line = parseBatchLine(text);
      id = line.id;
      const asked = await app.ask(line.question);
      answered++;
      return toAnswerObject(asked, { id, explain: options.explain });
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('INDEX_')) throw error;
      failed++;
      return errorObject(lineNumber, error instanceof LineError ? error.id : id, error);
    }
  }
}

function asUnreadableFile(error: unknown, path: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const isReading = syscall === 'open' || syscall === 'read';
  if (!isReading || error instanceof AppError) return error;
  return new AppError('USAGE', `The batch file \`${path}\` can't be read: ${code}.`, {
    hint: 'Give a file with one JSON object a line: {"id": "1", "question": "…", "history": []}.',
    cause: error,
  });
}
