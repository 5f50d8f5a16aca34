import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const JAILER = `COUNTY OF ELM

JAILER

Class Code: 601

DUTIES

- Watches over people in custody.

REQUIREMENTS/MINIMUM QUALIFICATIONS

1. Graduation from a high school; and
2. Six months of full-time paid experience as a security guard; or
3. Completion of 12 semester units from an accredited college.

PROCESS NOTES

1. A valid driver's license is required.
2. Certification by a department follows a candidate's completion of a history form.
3. A background investigation will be conducted by the Sheriff.
`;

const CHIEF = `COUNTY OF ELM

CHIEF INSPECTOR

Class Code: 602

DUTIES

- Directs inspectors.

REQUIREMENTS

1. Two years of full-time paid experience as a Principal Inspector; or
2. Four years of full-time paid experience as a Boiler Inspector.

NOTES

Applicants who lack six months or less of the required experience may file for this examination.
`;

const CLERK = `COUNTY OF ELM

LEDGER CLERK

Class Code: 603

DUTIES

- Keeps ledgers.

MINIMUM QUALIFICATIONS

Education: Bachelor's degree with a major in accounting, finance or business, including at least eighteen semester units of accounting.
Experience: Two years of bookkeeping.
Substitution: Experience may not take the place of the degree.
`;

const FILES = { 'jailer.txt': JAILER, 'chief.txt': CHIEF, 'clerk.txt': CLERK };

describe('how requirements belong together', () => {
  test('what falls short of one alternative is no shortfall while others are open', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Is a high school diploma enough for Jailer?');
    expect(answer).toMatch(/you say high school: met/);
    expect(answer).not.toContain('this falls short');
    expect(answer).toContain('nothing falls short for certain');
  });

  test('what falls short of every alternative falls short', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('I have 1 year as a Boiler Inspector. Do I qualify for Chief Inspector?');
    expect(answer).toMatch(/^By what you say, this falls short: 1 year of the 2 years/);
  });

  test('time of the kind that one alternative names does not meet another of another kind', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('My employee has 3 years as a Boiler Inspector. Does he qualify for Chief Inspector?');
    expect(answer).toMatch(/^By what you say, nothing falls short for certain: .*3 years of the 4 years/);
  });

  test('who may file early is shown beside a shortfall, and only there', async () => {
    const { ask } = await indexOf(FILES);
    const short = await ask('I have 1 year as a Boiler Inspector. Do I qualify for Chief Inspector?');
    expect(short.answer).toContain('who may file before the time asked for is complete');
    const met = await ask('I have 6 years as a Boiler Inspector. Do I qualify for Chief Inspector?');
    expect(met.answer).not.toContain('lack six months');
  });

  test('what an office does with an application is no requirement', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Is a high school diploma enough for Jailer?');
    expect(answer).toContain("A valid driver's license");
    expect(answer).not.toMatch(/Certification by|background investigation/);
  });

  test('units within a degree do not lower it, and what may not replace it is no way around it', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask("I have an associate's degree in accounting and 2 years bookkeeping. Ledger Clerk?");
    expect(answer).toMatch(
      /^By what you say, this falls short: the schooling asked for \(you say an associate degree\)/,
    );
    expect(answer).toContain('what may not stand in');
  });

  test('what stands before "and either" is asked of everybody', async () => {
    const { ask } = await indexOf({
      'one.txt': JAILER.replace('high school; and', 'high school; AND EITHER').replace(
        'Graduation from a high school',
        "A bachelor's degree",
      ),
    });
    const { answer } = await ask('I have an associate degree and 1 year as a security guard. Jailer?');
    expect(answer).toMatch(
      /^By what you say, this falls short: the schooling asked for \(you say an associate degree\)/,
    );
  });

  test('what falls short of a requirement that names another way is said first, and not decided', async () => {
    const { ask } = await indexOf({
      'one.txt': JAILER.replace(
        'Graduation from a high school',
        "A bachelor's degree and two years of experience as a guard, or any equivalent combination of training and experience",
      ),
    });
    const { answer } = await ask('I have an associate degree and 5 years as a guard. Jailer?');
    expect(answer).toMatch(/^By what you say, this is not met by itself: the schooling asked for/);
    expect(answer).not.toContain('nothing falls short');
  });
});
