/** From arguments to exit status: finds the command, runs it, and says what went wrong. */
import { AppError, exitStatusOf } from '../../errors.ts';
import { suggestWords } from './arguments.ts';
import { describeFailure } from './failure.ts';
import { type Command, print, type Shell } from './shell.ts';

export interface CommandEntry {
  /** One line for the overview. */
  summary: string;
  load(): Promise<Command>;
}

export interface Program {
  commands: Readonly<Record<string, CommandEntry>>;
  version(): Promise<string>;
}

const NO_COMMAND_HINT = 'Run `classwise --help` for the commands.';

function overview(commands: Program['commands']): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: classwise COMMAND [ARGUMENTS]

Answers questions about job classes from the class specifications themselves, and shows the passage behind every
statement.

${lines.join('\n')}

\`classwise COMMAND --help\` describes a command; \`classwise --version\` prints the version.
`;
}

async function findCommand(name: string, commands: Program['commands']): Promise<Command> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry) return entry.load();
  const what = name.startsWith('-') ? `Unknown option \`${name}\`.` : `Unknown command \`${name}\`.`;
  const near = suggestWords(name, Object.keys(commands));
  throw new AppError('USAGE', what, {
    hint:
      near.length > 0 ? `Did you mean ${near.map((word) => `\`classwise ${word}\``).join(' or ')}?` : NO_COMMAND_HINT,
  });
}

function usageOf(command: Command | undefined): string | undefined {
  return command?.help.split('\n\n')[0];
}

/** Runs `classwise` with these arguments and returns its exit status. Failures are described on standard error. */
export async function runProgram(
  args: string[],
  program: Program,
  shell: Shell,
  stderr: NodeJS.WritableStream,
): Promise<number> {
  const [name, ...rest] = args;
  let command: Command | undefined;
  try {
    if (name === '--version' || name === '-V') await print(shell, `${await program.version()}\n`);
    else if (name === '--help' || name === '-h' || name === 'help') await print(shell, overview(program.commands));
    else if (name === undefined)
      throw new AppError('USAGE', 'There is no command.', { hint: overview(program.commands) });
    else {
      command = await findCommand(name, program.commands);
      return await command.run(rest, shell);
    }
    return 0;
  } catch (error) {
    stderr.write(describeFailure(error, { debug: shell.config.debug, usage: usageOf(command) }));
    return exitStatusOf(error);
  }
}
