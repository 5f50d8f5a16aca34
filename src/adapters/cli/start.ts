/** `classwise start`: the chat platforms. */
import { AppError } from '../../errors.ts';
import { readArguments } from './arguments.ts';
import { type Command, print } from './shell.ts';

const help = `Usage: classwise start [--index DIR]

Runs Slack and Teams, whichever the environment configures, until it is told to stop (Ctrl-C, SIGTERM): then it
finishes what was begun. With neither configured it serves Teams' /api/messages on this machine alone, without
authentication, for the Microsoft 365 Agents Playground.

  --index DIR   the index to ask (default: CLASSWISE_INDEX, else .classwise beside package.json)
  -h, --help    show this

GET /healthz on PORT (3978) says how it is. README.md has the variables of the environment; \`classwise doctor\` looks
at what is configured.`;

/** Runs the chat platforms. */
export const start: Command = {
  help,
  async run(args, shell) {
    const { values, positionals } = await readArguments(args, { index: { type: 'string' } });
    if (values.help) {
      await print(shell, `${help}\n`);
      return 0;
    }
    if (positionals.length > 0) throw new AppError('USAGE', 'start takes no arguments.');
    return shell.serve({ index: values.index });
  },
};
