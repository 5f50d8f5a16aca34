import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const FILES = {
  'rope-rigger.txt': `VILLAGE OF TARN

ROPE RIGGER

DUTIES

- Rigs ropes on the ferry and splices cables.
- Works rotating twelve-hour shifts in the summer.

MINIMUM QUALIFICATIONS

One of the following:
- Certificate of the Marlow Splicing School; or
- two years as a sailor.
`,
  'ferry-pilot.txt': `VILLAGE OF TARN

FERRY PILOT

DUTIES

- Steers the ferry. Works 12-hour shifts.

MINIMUM QUALIFICATIONS

Completion of the course of the Marlow splicing school may be substituted for a year at sea.

SELECTION PROCESS

The examination consists of an interview. Applicants bring a portfolio to the interview, with their charts.
`,
  'portfolio-keeper.txt': `VILLAGE OF TARN

PORTFOLIO KEEPER

DUTIES

- Keeps the portfolio of the village's investments.
- Writes to landlords on the village's land.

MINIMUM QUALIFICATIONS

A bachelor's degree. Experience with the Heron ledger is desired, but not required.

SELECTION PROCESS

The examination consists of an interview.
Work year: 12 months.
`,
  'clerk.txt': `VILLAGE OF TARN

LEDGER CLERK

DUTIES

- Enters bills in the Heron ledger.
- Attends the school of accounts.

MINIMUM QUALIFICATIONS

One year of office work.
`,
};

describe('a condition in words', () => {
  const listed = async (question: string): Promise<string[]> => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask(question);
    return [...answer.matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, name]) => name ?? '').sort();
  };

  test.each([
    ['Which classes accept the Marlow splicing school?', ['Ferry Pilot', 'Rope Rigger']],
    ['Marlow splicing school - which classes take it towards the requirements?', ['Ferry Pilot', 'Rope Rigger']],
    ['Not counting the clerks: which classes take the Marlow splicing school?', ['Ferry Pilot', 'Rope Rigger']],
    ['who needs to have the Marlow splicing school certificate?', ['Ferry Pilot', 'Rope Rigger']],
  ])('holds for each class that says it, worded and laid out as it may be: %s', async (question, classes) => {
    expect(await listed(question)).toEqual(classes);
  });

  test('must be said in one passage, not by two that say a part each', async () => {
    expect(await listed('For which classes must applicants bring a portfolio to the interview?')).toEqual([
      'Ferry Pilot',
    ]);
  });

  test('counts a number with what it counts, in digits and in words', async () => {
    expect(await listed('Which positions work 12 hour shifts?')).toEqual(['Ferry Pilot', 'Rope Rigger']);
  });

  test('holds for nobody where the rarer of its words stands nowhere', async () => {
    const { ask } = await indexOf(FILES);
    const { status } = await ask('Which classes must bring a reference from their landlords and their dentist?');
    expect(status).toBe('not-found');
  });

  test('takes preferences in where the question does', async () => {
    expect(await listed('Which classes deal with the Heron ledger, even as a plus?')).toEqual([
      'Ledger Clerk',
      'Portfolio Keeper',
    ]);
  });
});
