import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const ONE = `COUNTY OF ELM

GRADER OPERATOR I

Class Code: 501

DUTIES

- Grades gravel roads.

MINIMUM QUALIFICATIONS

Sixty semester hours of college credit.
`;

const TWO = `COUNTY OF ELM

GRADER OPERATOR II

Class Code: 502

DUTIES

- Grades roads to finished line.

MINIMUM QUALIFICATIONS

The education required for Grader Operator I.
Three years of experience running heavy equipment, of which one year was on a motor grader.
Commercial driver's license (Class A).
Volunteer experience does not count toward the requirement.

SALARY

Step 1 is paid for the first six months of satisfactory service.
`;

const FILES = { 'one.txt': ONE, 'two.txt': TWO };

describe('do I qualify', () => {
  test.each([
    'two years running heavy equipment, CDL A. Grader Operator II?',
    'Would 2 years on heavy equipment get me into Grader Operator II?',
    '2 years running heavy equipment. Does that meet Grader Operator II?',
    'My cousin has 2 years on heavy equipment, does she meet the Grader Operator II requirements?',
  ])('%s: what falls short is said first, and never decided', async (question) => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask(question);
    expect(answer).toMatch(/^By what you say, this falls short: 2 years of the 3 years/);
    expect(answer).toContain("Commercial driver's license");
    expect(answer).toContain('A person in HR decides');
  });

  test('what they say they lack is named beside the requirement that asks for it', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Six years on loaders, never ran a motor grader. Grader Operator II?');
    expect(answer).toContain('you say you lack: motor');
  });

  test('a requirement that refers to another class is shown with that of the other', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('can an associate degree count for Grader Operator II?');
    expect(answer).toContain('Sixty semester hours');
  });

  test('a statement on what counts answers for what they name', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('I volunteered three years on a grader. Does it count for Grader Operator II?');
    expect(answer).toContain('Volunteer experience does not count');
  });

  test('the time that a pay step takes is no requirement', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Three years as a paid road worker: do I meet Grader Operator II?');
    expect(answer).not.toContain('Step 1');
  });

  test('a kind of requirement that is not stated is not met by what there is', async () => {
    const { ask } = await indexOf({
      'one.txt': ONE.replace('Sixty semester hours of college credit.', 'Valid CPR card.'),
    });
    const { status, answer } = await ask('I have a BA. Does that meet the minimum education for Grader Operator I?');
    expect(status).toBe('not-found');
    expect(answer).toContain('no education is stated');
  });
});
