import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const FILES = {
  'hive-keeper.txt': `VILLAGE OF TARN

HIVE KEEPER I

FLSA Status: Exempt

DUTIES

- Conducts surveys of the hives.
- Drives a pickup truck.

SUPERVISION EXERCISED

None. Shows visitors around.

MINIMUM QUALIFICATIONS

Bachelor's degree in biology, or four years of experience in place of the degree.
Certification as a Professional Bee Operation Inspector is desired.
`,
  'orchard-keeper.txt': `VILLAGE OF TARN

ORCHARD KEEPER

FLSA CODE: Exempt

DUTIES

- Oversees surveys of the trees.
- Operates a pickup truck.

SUPERVISION EXERCISED

Direct reports: two Pickers

MINIMUM QUALIFICATIONS

High school diploma. A course in biology may be substituted for the experience.
Certification as a Professional Bee Operations Inspector is desired.

SELECTION PROCESS

Examination Weight: Written Test 100%
The written test is held on the second Saturday of every other month.
`,
  'well-keeper.txt': `VILLAGE OF TARN

WELL KEEPER

FLSA Status: Non-exempt

DUTIES

- Tests the water. Answers surveys.

MINIMUM QUALIFICATIONS

High school diploma.

SELECTION PROCESS

Examination Weight: Written Test 100%
The written test is held on the first Monday of May.
`,
};

describe('words that only put a list are no condition', () => {
  test.each([
    ['Which classes are designated FLSA exempt?', ['Hive', 'Orchard']],
    ['which jobs carry an exempt designation', ['Hive', 'Orchard']],
    ['Which classes are deemed exempt from overtime?', ['Hive', 'Orchard']],
    ['Which specs include conducting or overseeing surveys among the duties?', ['Hive', 'Orchard']],
    ['Which classes oversee or conduct surveys?', ['Hive', 'Orchard']],
    ['which classes drive a pickup truck?', ['Hive', 'Orchard']],
    ['Which classes list Professional Bee Operations Inspector certification as desired?', ['Hive', 'Orchard']],
    ['Which classes have a written test on the second Saturday of every other month?', ['Orchard']],
    ['which jobs actually have staff reporting to them?', ['Orchard']],
    ['Which jobs require a degree, even if experience can stand in for it?', ['Hive']],
    ["Where is a bachelor's degree required?", ['Hive']],
    ['In which classes can experience stand in for schooling?', ['Hive']],
  ])('%s', async (question, titles) => {
    const { ask } = await indexOf(FILES);
    const { status, answer } = await ask(question);
    expect(status).toBe('answered');
    const [first = ''] = answer.split('\n\n');
    const listed = ['Hive', 'Orchard', 'Well'].filter((title) => first.includes(`**${title} Keeper`));
    expect(listed).toEqual(titles);
  });
});

test('"None." followed by what comes near to supervising is no supervising', async () => {
  const { ask } = await indexOf(FILES);
  const { answer } = await ask("which classes don't supervise anybody?");
  expect(answer.split('\n\n')[0]).toContain('**Hive Keeper I**');
});

test('classes asked for by their titles alone are shown with what they are', async () => {
  const { ask } = await indexOf(FILES);
  const { citations } = await ask('Which keeper classes are there?');
  expect(citations.map(({ quote }) => quote).join(' ')).toContain('KEEPER');
  const { answer } = await ask('Which keeper classes mention surveys?');
  expect(answer).toContain('3 of 3');
});

describe('unions', () => {
  const UNIONS = {
    'digger.txt': `TOWN OF ELM

DITCH DIGGER

Classification: Hourly; not covered by a labor agreement

DUTIES

- Digs.
`,
    'porter.txt': `TOWN OF ELM

PORTER

Bargaining Unit: Elm Porters Local 7

DUTIES

- Carries.
`,
    'clerk.txt': `TOWN OF ELM

CLERK

Bargaining Unit: Not represented

DUTIES

- Files.
`,
  };

  test.each([
    ['Which classes are said not to be represented by a union or covered by a labor agreement?', ['Clerk', 'Digger']],
    ['Which classes are shown as not represented by a union?', ['Clerk', 'Digger']],
    ['Which jobs are covered by a labor agreement?', ['Porter']],
    ['Which classes are represented by a union or a bargaining unit?', ['Porter']],
  ])('%s', async (question, titles) => {
    const { ask } = await indexOf(UNIONS);
    const { answer } = await ask(question);
    const [first = ''] = answer.split('\n\n');
    expect(['Clerk', 'Digger', 'Porter'].filter((title) => first.includes(`${title}**`))).toEqual(titles);
  });
});
