/** How a failed command says so: what failed, on what, why, and what to do; a stack only when it was asked for. */
import { AppError } from '../../errors.ts';
import { cleanText } from '../plain-text.ts';

const UNEXPECTED_HINT = 'This is a bug in classwise. Set DEBUG=1 to see where it happened.';

/** The error as lines for standard error. */
export function describeFailure(error: unknown, options: { debug: boolean; usage?: string | undefined }): string {
  const isExpected = error instanceof AppError;
  const message = error instanceof Error ? error.message : String(error);
  const hint = isExpected ? error.hint : UNEXPECTED_HINT;
  const lines = [`classwise: ${message}`];
  if (hint) lines.push(hint);
  if (options.usage && isExpected && error.code === 'USAGE') lines.push(options.usage);
  if (options.debug) lines.push(...stacks(error));
  return `${cleanText(lines.join('\n'))}\n`;
}

function stacks(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = error.stack ?? '';
  return error.cause === undefined ? [own] : [own, 'caused by:', ...stacks(error.cause)];
}
