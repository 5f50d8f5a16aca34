/** `classwise eval`: how good the answers are, by gold files. */
import { AppError } from '../../errors.ts';
import { runBaseline } from '../../eval/baseline.ts';
import { readCases } from '../../eval/cases.ts';
import { describeFailures, renderFailures } from '../../eval/failures.ts';
import { createReport, renderReport } from '../../eval/report.ts';
import { runCases } from '../../eval/run.ts';
import { cleanText, toSafeJson } from '../plain-text.ts';
import { readArguments } from './arguments.ts';
import { type Command, print, type Shell } from './shell.ts';

const help = `Usage: classwise eval FILE.jsonl [FILE.jsonl ...] [--index DIR] [--json] [--failures] [--baseline]

Asks the questions of gold files and scores the answers: correct, wrong, abstained wrongly, by kind of question.

  --index DIR   the index to ask (default: CLASSWISE_INDEX, else .classwise beside package.json)
  --json        print one JSON object instead of the table
  --failures    also print each question that was not answered correctly, with what there is to see why
  --baseline    also measure plain chunks and nearest vectors, for comparison (needs the development dependencies)
  -h, --help    show this

Relative paths start from the directory you are in, also when npm runs the command.
The exit status is 0 when the questions were asked, however they were answered.`;

async function run(args: string[], shell: Shell): Promise<number> {
  const { values, positionals: files } = await readArguments(args, {
    index: { type: 'string' },
    json: { type: 'boolean' },
    failures: { type: 'boolean' },
    baseline: { type: 'boolean' },
  });
  if (values.help) {
    await print(shell, `${help}\n`);
    return 0;
  }
  if (files.length === 0) throw new AppError('USAGE', 'There is no gold file to score.');
  const gold = (await Promise.all(files.map((file) => readCases(shell.resolvePath(file))))).flat();
  const app = shell.openApp({ index: values.index });
  try {
    const corpus = await app.corpus();
    const cases = await runCases(gold, corpus, (question) => app.ask(question));
    const baseline = values.baseline ? await runBaseline(gold, corpus) : undefined;
    const failures = values.failures ? describeFailures(cases) : undefined;
    const subject = { files, documents: corpus.documents.length, embedder: corpus.embedder.id };
    const report = createReport(subject, cases, { baseline, failures });
    if (values.json) await print(shell, `${toSafeJson(report)}\n`);
    else await print(shell, cleanText(renderFailures(failures ?? []) + renderReport(report)));
    return 0;
  } finally {
    await app.close();
  }
}

/** Scores gold files. */
export const evaluate: Command = { help, run };
