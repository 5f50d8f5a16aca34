/** `classwise ingest`: brings the index in line with files and folders. */
import { readArguments } from './arguments.ts';
import { type Command, print, type Shell } from './shell.ts';

const help = `Usage: classwise ingest [PATH ...] [--index DIR]

Reads files or folders of class specifications (default: seeds/ beside package.json) into the index. The index
remembers each PATH: ingesting it again takes up what is new, changed or gone under it and leaves the rest alone.

  --index DIR   the index to write (default: CLASSWISE_INDEX, else .classwise beside package.json)
  -h, --help    show this

Relative paths start from the directory you are in, also when npm runs the command.
Ends with "N new, N updated, N unchanged, N removed". Documents that can't be read are named on standard error and
the rest go in; the exit status is 1 then.`;

async function run(args: string[], shell: Shell): Promise<number> {
  const { values, positionals } = await readArguments(args, { index: { type: 'string' } });
  if (values.help) {
    await print(shell, `${help}\n`);
    return 0;
  }
  const app = shell.openApp({ index: values.index });
  try {
    const report = await app.ingest(positionals.map((path) => shell.resolvePath(path)));
    for (const { path, reason } of report.failed) shell.log.line(`${path}: ${reason}`);
    const { added, updated, unchanged, removed, skipped, failed } = report;
    if (skipped > 0) shell.log.line(`${skipped} left out: files of other formats`);
    if (failed.length > 0) shell.log.line(`${failed.length} failed`);
    await print(shell, `${added} new, ${updated} updated, ${unchanged} unchanged, ${removed} removed\n`);
    return failed.length > 0 ? 1 : 0;
  } finally {
    await app.close();
  }
}

/** Reads documents into the index. */
export const ingest: Command = { help, run };
