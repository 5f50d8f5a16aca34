import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const FILES = {
  'lantern-warden.txt': `TOWNSHIP OF QUARLE

LANTERN WARDEN

PAY BASIS: Hourly

DUTIES

- Trims the lanterns of the quay; hires, trains and disciplines lamp staff.
- Conducts performance appraisals of lamp hands.

MINIMUM QUALIFICATIONS

Eighteen (18) months of experience as a lamp hand. A glazing certificate is required.

SPECIAL REQUIREMENTS

Must be 21 years of age at the time of hire. Must be able to wear a respirator.
A check of the credit history is made before hire.

APPOINTMENT

Wardens begin an eighteen-month probationary period.
`,
  'tide-reader.txt': `TOWNSHIP OF QUARLE

TIDE READER

PAY BASIS: Monthly

DUTIES

- Reads the tide boards. Has no authority to hire or discipline staff, which rests with the Harbour Master.
- Gives the Harbour Master notes.

SUPERVISION

Neither tide readers nor their helpers have supervisory duties.

MINIMUM QUALIFICATIONS

One and one-half years of experience on the water. A glazing certificate is desired, but not required.
No driver's license is required.

SPECIAL REQUIREMENTS

Must be at least 18 years of age. Must be able to wear a self-contained breathing apparatus.

APPOINTMENT

Readers begin a six-month probationary period.
`,
  'quay-clerk.txt': `TOWNSHIP OF QUARLE

QUAY CLERK

DUTIES

- Enters tolls in the book. Does not mend sails.

MINIMUM QUALIFICATIONS

Four years of office work. A valid driver's license.
`,
  'sail-mender.txt': `TOWNSHIP OF QUARLE

SAIL MENDER

DUTIES

- Mends sails of the township's boats, and supervises two hands.

MINIMUM QUALIFICATIONS

Four years of work in a loft. A valid driver's license.
`,
};

async function named(question: string): Promise<string[]> {
  const { ask } = await indexOf(FILES);
  const { answer, status } = await ask(question);
  const names = [...answer.matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, name]) => name ?? '');
  return status === 'answered' ? names.sort() : [];
}

describe('the members of a list', () => {
  test.each([
    ['what its verb denies is no member', 'Which classes mend sails?', ['Sail Mender']],
    ['people behind a verb are its object', 'Which classes hire or discipline staff?', ['Lantern Warden']],
    ['a length of time in words', 'Which jobs have an 18 month probation?', ['Lantern Warden']],
    ['a half beside a number', 'Which jobs require 18 months of experience?', ['Lantern Warden', 'Tide Reader']],
    ['the unit that pay is by', 'Which positions are paid by the hour?', ['Lantern Warden']],
    ['an age from above', 'Which classes will not take anyone younger than 21?', ['Lantern Warden']],
    [
      'two words for one matter',
      'Which jobs wear a respirator or a self-contained breathing apparatus?',
      ['Lantern Warden', 'Tide Reader'],
    ],
    ['appraising staff', 'Which classes appraise their staff, not just give notes?', ['Lantern Warden']],
    ['what is said not to be needed', "Which classes do not need a driver's license?", ['Tide Reader']],
  ])('%s: %s', async (_, question, classes) => {
    expect(await named(question)).toEqual(classes);
  });

  test('who only prefers it is named apart from who asks for it', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Which classes must have a glazing certificate?');
    expect(answer).toMatch(
      /^1 of \d+ specifications:\n- \*\*Lantern Warden\*\*[\s\S]*Preferred, not required:\n- \*\*Tide Reader\*\*/,
    );
  });

  test.each([
    'Whose credit gets looked into before they are hired?',
    'Does any class ask for a check of credit history?',
    'Where is a credit history looked at?',
  ])('are asked for in other words: %s', async (question) => {
    expect(await named(question)).toEqual(['Lantern Warden']);
  });

  test('who must do it are all asked for', async () => {
    expect(await named('Who must wear a respirator or breathing apparatus?')).toEqual([
      'Lantern Warden',
      'Tide Reader',
    ]);
  });
});
