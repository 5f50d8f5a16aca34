/** Writes so many lines into a feedback log that is set aside beyond so many bytes. */
import { createFeedbackLog } from '../../dist/feedback-log.js';

const [path = '', name = '', count = '', maxBytes = ''] = process.argv.slice(2);
const log = createFeedbackLog(path, { now: Date.now, maxBytes: Number(maxBytes) });
for (let number = 0; number < Number(count); number++) {
  await log.unanswered({ question: `${name} ${number} ${'x'.repeat(50)}`, user: name });
}
