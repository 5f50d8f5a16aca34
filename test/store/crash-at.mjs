/**
 * Preloaded into a process (`node --import`): kills it, as a crash would, at its CRASH_AT-th change of the file system,
 * a write being cut in half first. Prints the number of changes when it ends by itself.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const crashAt = Number(process.env.CRASH_AT);
const CHANGES = ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync'];
let changes = 0;

for (const name of CHANGES) {
  const change = fs[name];
  fs[name] = (...args) => {
    if (name === 'openSync' && args[1] === 'r') return change(...args);
    changes += 1;
    if (changes === crashAt) {
      if (name === 'writeSync') change(args[0], args[1].subarray(0, args[1].length >> 1));
      process.kill(process.pid, 'SIGKILL');
    }
    return change(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(`changes: ${changes}\n`));
