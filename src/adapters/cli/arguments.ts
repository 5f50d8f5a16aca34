/** Reads a command's arguments; whatever is wrong with them becomes one `USAGE` error. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError } from '../../errors.ts';
import { editDistance } from '../../words.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

const EVERYWHERE = { help: { type: 'boolean', short: 'h' } } as const;

/** The words closest to a mistyped one, if any is close; empty otherwise. */
export function suggestWords(typed: string, known: readonly string[]): string[] {
  const farthest = typed.length < 3 ? 1 : 2;
  return known.filter((word) => word.startsWith(typed) || editDistance(typed, word) <= farthest);
}

async function explain(error: unknown, args: readonly string[], options: Options): Promise<never> {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
  const names = Object.keys(options).map((name) => `--${name}`);
  const unknown = args.find((arg) => arg.startsWith('-') && !names.includes(arg.split('=')[0] ?? ''));
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION' || unknown === undefined) {
    const message = (error as Error).message.split('\n')[0] ?? '';
    throw new AppError('USAGE', `The arguments don't fit: ${message}`, { cause: error });
  }
  const flag = unknown.split('=')[0] ?? unknown;
  const near = suggestWords(flag, names);
  throw new AppError('USAGE', `Unknown option \`${flag}\`.`, {
    hint:
      near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : `Known options: ${names.join(', ')}. Put -- before an argument that starts with a dash.`,
    cause: error,
  });
}

/** Parses `args` by `options` (and `--help`, which every command has). */
export async function readArguments<T extends Options>(args: readonly string[], options: T) {
  const config = { args: [...args], options: { ...options, ...EVERYWHERE }, allowPositionals: true as const };
  try {
    return parseArgs(config);
  } catch (error) {
    return explain(error, args, config.options);
  }
}
