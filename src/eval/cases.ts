/** Gold files: questions with known answers, one JSON object a line. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../errors.ts';

const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'i');
  } catch (error) {
    context.issues.push({ code: 'custom', message: (error as Error).message, input: source });
    return z.NEVER;
  }
});

const goldCase = z.object({
  id: z.string().min(1),
  kind: z.string().min(1),
  question: z.string().min(1),
  /** Earlier questions of the thread, oldest first. */
  history: z.array(z.string()).default([]),
  /** All must match the answer's text. */
  answer: z.array(pattern).default([]),
  /** Each group needs one citation that matches one of its members. */
  cites: z.array(z.array(z.object({ source: z.string(), quote: z.string() })).min(1)).default([]),
  /** The right answer is that the documents don't say. */
  abstain: z.boolean().default(false),
  /** None may match the answer's text. */
  forbid: z.array(pattern).default([]),
});

export type GoldCase = z.infer<typeof goldCase>;
export type GoldQuote = GoldCase['cites'][number][number];

const FORM_HINT =
  'One JSON object a line: {"id", "kind", "question", "history"?, "answer"?, "cites"?, "abstain"?, "forbid"?}.';

function parseCase(content: string): GoldCase {
  const read = goldCase.safeParse(JSON.parse(content));
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`);
  throw new Error(problems.join('; '), { cause: read.error });
}

/** Reads the cases of a gold file's text; `name` is for the error, which tells the line. */
export function parseCases(text: string, name: string): GoldCase[] {
  const cases: GoldCase[] = [];
  const lineOfId = new Map<string, number>();
  for (const [at, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = at + 1;
    try {
      const gold = parseCase(content);
      const earlier = lineOfId.get(gold.id);
      if (earlier !== undefined) throw new Error(`id \`${gold.id}\` is already in line ${earlier}`);
      lineOfId.set(gold.id, line);
      cases.push(gold);
    } catch (error) {
      const why = (error as Error).message;
      throw new AppError('USAGE', `The gold file \`${name}\` is wrong in line ${line}: ${why}.`, {
        hint: FORM_HINT,
        cause: error,
      });
    }
  }
  return cases;
}

/** Reads a gold file from disk. */
export async function readCases(path: string): Promise<GoldCase[]> {
  try {
    return parseCases(await readFile(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('USAGE', `The gold file \`${path}\` can't be read: ${(error as NodeJS.ErrnoException).code}.`, {
      hint: FORM_HINT,
      cause: error,
    });
  }
}
