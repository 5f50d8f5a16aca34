/** `classwise doctor`: what is configured, reachable and stale. */
import type { Finding } from '../../doctor.ts';
import { AppError } from '../../errors.ts';
import { cleanLine, toSafeJson } from '../plain-text.ts';
import { readArguments } from './arguments.ts';
import { type Command, layoutOf, print } from './shell.ts';

const help = `Usage: classwise doctor [--index DIR] [--json]

Says line by line what is configured, reachable and out of date, and how to mend what is wrong: Node.js, the variables
of the environment, model, index, Slack, Teams, database, feedback log, port. It changes nothing and shows no secret.

  --index DIR   the index to look at (default: CLASSWISE_INDEX, else .classwise beside package.json)
  --json        print one JSON object instead of text
  -h, --help    show this

The exit status is 0 when nothing is wrong, 1 otherwise.`;

const WORDS = { ok: 'ok', note: '-', problem: 'wrong' } as const;
const STATE_WIDTH = 7;
const SUBJECT_WIDTH = 11;

/** The examination. */
export const doctor: Command = {
  help,
  async run(args, shell) {
    const { values, positionals } = await readArguments(args, { index: { type: 'string' }, json: { type: 'boolean' } });
    if (values.help) {
      await print(shell, `${help}\n`);
      return 0;
    }
    if (positionals.length > 0) throw new AppError('USAGE', 'doctor takes no arguments but its options.');
    const { style } = layoutOf(shell);
    const findings: Finding[] = [];
    for await (const finding of shell.examine({ index: values.index })) {
      findings.push(finding);
      if (values.json) continue;
      const state = WORDS[finding.state].padEnd(STATE_WIDTH);
      const shownState = finding.state === 'problem' ? style.bold(state) : style.dim(state);
      await print(shell, `${shownState}${finding.subject.padEnd(SUBJECT_WIDTH)}${cleanLine(finding.text)}\n`);
      if (finding.remedy)
        await print(shell, `${' '.repeat(STATE_WIDTH + SUBJECT_WIDTH)}→ ${cleanLine(finding.remedy)}\n`);
    }
    const problems = findings.filter(({ state }) => state === 'problem').length;
    if (values.json) await print(shell, `${toSafeJson({ ok: problems === 0, findings })}\n`);
    else await print(shell, problems === 0 ? '\nNothing is wrong.\n' : `\n${problems} to mend.\n`);
    return problems === 0 ? 0 : 1;
  },
};
