import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const MILLER = `TOWN OF BRACKWATER

MILLER II

FLSA Status: Exempt
Salary: $62,000 - $70,000 per year

DEFINITION

Under limited supervision, grinds grain.

DISTINGUISHING CHARACTERISTICS

Miller II is the journey level in a three-level milling series. It differs from the Baker, who works outdoors at fairs.

DUTIES

- Pushes hand carts of up to 200 pounds, lifts sacks of 30 pounds.
- Evaluates vendor performance.
- Millers wear a uniform and carry no firearm.

MINIMUM QUALIFICATIONS

High school diploma. Two years of experience in a mill and two years of experience in sales.

LICENSES AND CERTIFICATES

Forklift license within 30 days of hire.
`;

const CHANDLER = `TOWN OF BRACKWATER

CHANDLER

FLSA Status: Non-Exempt
Bargaining Unit: Nonrepresented
Salary: $64,000 - $72,000 per year

DEFINITION

Under general supervision, makes candles, and provides limited supervision to helpers.

DISTINGUISHING CHARACTERISTICS

This class is distinguished from the Miller series, whose highest level supervises a mill.

DUTIES

- Works outdoors.
- Interviews, hires and trains helpers; evaluates staff.
- Carries a firearm. Lifts 60 pounds.

MINIMUM QUALIFICATIONS

Bachelor's degree in any field, and three years of experience.
The probationary period is nine months.

LICENSES AND CERTIFICATES

Certificate in wax handling.
`;

const COOPER = `CITY OF ORLOP

COOPER

DUTIES

- Makes barrels with a spray gun. Works the night shift. Acts as lead worker over helpers.
- Drafts the monthly report. Testifies before the harbor board.

MINIMUM QUALIFICATIONS

Schooling at a trade college is welcome.
`;

const FILES = { 'miller.txt': MILLER, 'chandler.txt': CHANDLER, 'cooper.txt': COOPER };

/** The classes that an answer names as qualifying, of those of the index. */
const listed = (text: string): string[] =>
  ['Miller II', 'Chandler', 'Cooper'].filter((name) => text.includes(`**${name}**`));

describe('which classes …', () => {
  test.each([
    ['Which classes are part of a series?', ['Miller II']],
    ['Which classes are at the journey level?', ['Miller II']],
    ['Which classes work under limited supervision?', ['Miller II']],
    ['Which classes work outdoors?', ['Chandler']],
    ['Which classes carry a firearm?', ['Chandler']],
    ['Which classes lift more than 50 pounds?', ['Chandler']],
    ['Which classes write reports?', ['Cooper']],
    ['Which classes testify at hearings?', ['Cooper']],
    ['Which classes train employees?', ['Chandler']],
    ['Which class is paid the most?', ['Chandler']],
    ['Which classes are millers?', ['Miller II']],
    ['Which classes hire staff?', ['Chandler']],
    ['Which classes evaluate their staff?', ['Chandler']],
    ['Which classes require a certificate?', ['Chandler']],
    ['Which classes are lead workers?', ['Cooper']],
    ['Which classes work evenings or nights?', ['Cooper']],
    ['Which classes serve a nine-month probation?', ['Chandler']],
    ['Which class needs the most experience?', ['Miller II']],
    ['Which classes belong to the Town of Brackwater?', ['Miller II', 'Chandler']],
    ['Which classes are exempt or nonrepresented?', ['Miller II', 'Chandler']],
    ['List every miller and chandler class', ['Miller II', 'Chandler']],
    ['Which classes pay over $60,000 and do not require a degree?', ['Miller II']],
  ])('%s', async (question, names) => {
    const { ask } = await indexOf(FILES);
    expect(listed((await ask(question)).answer)).toEqual(names);
  });

  test('who lacks what few classes have is counted, not named', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Which classes work outdoors?');
    expect(answer).toContain('Nothing is stated on outdoor work by: 2 specifications.');
  });

  test('only a class that does not speak of it at all is said to state nothing', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask("Which classes require a bachelor's degree?");
    expect(listed(answer)).toEqual(['Chandler']);
    expect(answer).not.toContain('Cooper');
  });
});
