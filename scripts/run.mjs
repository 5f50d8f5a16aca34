/** What every npm script starts: the program as src/ has it now, bundled first when dist/ is not up to date. */
import { isFresh, refresh } from './build.mjs';

if ((await isFresh()) || (await refresh())) await import('../dist/main.js');
else process.exitCode = 1;
