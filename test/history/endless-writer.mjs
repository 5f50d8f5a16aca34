/** Writes turns into the SQLite file that it is given, and prints the number of each that is saved, until it is killed. */
import { openSqliteHistory } from '../../dist/history-sqlite.js';

const [path = '', at = ''] = process.argv.slice(2);
const askedAt = Number(at);
const store = await openSqliteHistory(path, { now: () => askedAt });
for (let number = 0; ; number++) {
  const question = `q${number}`;
  const answer = { question, status: 'answered', abstained: false, answer: 'x'.repeat(20_000), citations: [] };
  await store.save({
    reference: `r${number}`,
    message: `m${number}`,
    thread: `t${number % 50}`,
    user: 'u',
    question,
    answer: { ...answer, suggestions: [], mode: 'extractive', timings: { totalMs: 1 } },
    askedAt,
  });
  process.stdout.write(`${number}\n`);
}
