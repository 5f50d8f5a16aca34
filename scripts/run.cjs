/**
 * What every npm script starts: the program as src/ has it now, bundled first when dist/ is not up to date. CommonJS, as
 * dist/ is: to start Node.js's loader of ES modules as well takes a tenth of the time of a process that answers one
 * question.
 */
const { isFresh } = require('./fresh.cjs');

const start = () => require('../dist/main.js');

if (isFresh()) start();
else
  void import('./build.mjs').then(async ({ refresh }) => {
    if (await refresh()) start();
    else process.exitCode = 1;
  });
