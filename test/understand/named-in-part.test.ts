/** Classes named beside another, by no more than what tells them apart; and which of two of one title is meant. */
import { describe, expect, test } from 'vitest';
import { createUnderstanding } from '../../src/understand/understand.ts';
import { indexOf } from '../answer/index-of.ts';

const spec = (employer: string, title: string, code: string): string =>
  `${employer}\n\nCLASS TITLE: ${title}\nCLASS CODE: ${code}\n\nDEFINITION\n\nUnder supervision, does the work of a ${title.toLowerCase()}.\n\nEXAMPLES OF DUTIES\n\nPrepares reports.\nKeeps files.\n`;

const MARLOW = 'COUNTY OF MARLOW';
const files = {
  'a.txt': spec(MARLOW, 'METER READER', '4101'),
  'b.txt': spec(MARLOW, 'SENIOR METER READER', '4102'),
  'c.txt': spec(MARLOW, 'PRINCIPAL METER READER', '4103'),
  'd.txt': spec(MARLOW, 'WHARF SUPERVISOR', '4201'),
  'e.txt': spec(MARLOW, 'WHARF SUPERINTENDENT', '4202'),
  'f.txt': spec(MARLOW, 'CIVIL SURVEY DRAFTER', '4301'),
  'g.txt': spec(MARLOW, 'MECHANICAL SURVEY DRAFTER', '4302'),
  'h.txt': spec('PORT OF GULLHAVEN', 'CRANE FITTER', '4401'),
  'i.txt': spec('ST. ALDA HOSPITAL DISTRICT', 'CRANE FITTER', '77120'),
  'j.txt': spec(MARLOW, 'CASE WORKER II', '4501'),
  'k.txt': spec(MARLOW, 'CASE WORKER III', '4502'),
  'l.txt': spec(MARLOW, 'RIGGER', '4601'),
};

async function understood(text: string): Promise<{ kind: string; codes: string[]; unknown: string[] }> {
  const { corpus } = await indexOf(files);
  const { kind, mentions } = await createUnderstanding(corpus)({ text, history: [] });
  const documents = new Set(mentions.flatMap((mention) => mention.documents));
  const codes = [...documents].map((at) => corpus.documents[at]?.spec.classCode ?? '').sort();
  return { kind, codes, unknown: mentions.filter(({ how }) => how === 'unknown').map(({ title }) => title) };
}

describe('a class beside another is known', () => {
  test.each([
    ['by its rank alone', 'meter reader vs senior: pay?', ['4101', '4102']],
    [
      'by a rank in the place of another',
      'who earns more, the senior meter reader or the principal?',
      ['4102', '4103'],
    ],
    [
      'by a rank that a word for a class follows',
      'years as a Meter Reader that the senior level asks for',
      ['4101', '4102'],
    ],
    ['by its noun alone', 'Wharf Supervisor vs Superintendent', ['4201', '4202']],
    ['by its first word alone', 'duties of the civil and the mechanical survey drafter', ['4301', '4302']],
  ])('%s', async (_, question, codes) => {
    expect((await understood(question)).codes).toEqual(codes);
  });
});

describe('of two classes of one title', () => {
  test.each([
    [
      'each is told by the words on its side',
      "the port's crane fitter or the hospital's crane fitter, who earns more?",
      ['4401', '77120'],
    ],
    [
      'both are meant by two employers before it',
      "How do St. Alda's and Gullhaven's crane fitter differ?",
      ['4401', '77120'],
    ],
    [
      'a code says which of them it stands beside',
      "Do Gullhaven's Crane Fitter and Crane Fitter 77120 do the same work?",
      ['4401', '77120'],
    ],
    ['one is left out by "not"', 'crane fitter duties, not the Gullhaven one', ['77120']],
  ])('%s', async (_, question, codes) => {
    expect((await understood(question)).codes).toEqual(codes);
  });
});

test('two classes offered at the end of a question for one are compared', async () => {
  expect((await understood('Which class serves the longer probation, Meter Reader or Crane Fitter?')).kind).toBe(
    'compare',
  );
});

test('a level behind the noun of another class is that class, not a level of the one before it', async () => {
  expect((await understood('How does the Wharf Supervisor II differ from an Analyst I?')).unknown).toContain(
    'Analyst I',
  );
});

test('a rank set against a class is another class, also where no document has it', async () => {
  expect((await understood('How is the Crane Fitter different from the lead?')).unknown).toEqual(['lead crane fitter']);
});

test.each([
  ['below those there are', 'What are the qualifications for Case Worker I?', ['CASE WORKER I']],
  ['above them', 'case worker iv salary', ['CASE WORKER IV']],
  ['of a class without any, named by one word', 'What is the pay grade of the Rigger II?', ['RIGGER II']],
])('a level that no document has is unknown: %s', async (_, question, unknown) => {
  expect((await understood(question)).unknown).toEqual(unknown);
});

test.each([
  ['a level there is', 'What does the Case Worker III do?'],
  ['a number that counts', 'I was a rigger 2 years ago: do I meet the requirements?'],
])('%s makes no unknown class', async (_, question) => {
  expect((await understood(question)).unknown).toEqual([]);
});

test('a name in short that no document has is written out', async () => {
  expect((await understood('asst meter reader salary')).unknown).toEqual(['assistant meter reader']);
});

test('work described at length with an "or" in it offers no classes to choose from', async () => {
  const work =
    'Which class plans, supervises and reviews the work of a unit, reading meters, drafting surveys, a wharf supervisor office, the fitting of cranes or meter reader routes?';
  expect((await understood(work)).kind).toBe('duty');
});

const more = {
  'j.txt': `${spec(MARLOW, 'PUBLIC SAFETY CLERK', '4501')}\nA Public Safety Clerk may become a PSD.\n`,
  'k.txt': spec(MARLOW, 'SENIOR PUBLIC SAFETY CLERK', '4502'),
  'l.txt': spec(MARLOW, 'PORT STOREKEEPER DEPUTY', '4601'),
  'm.txt': spec(MARLOW, 'EMS COORDINATOR', '4701'),
  'n.txt': spec(MARLOW, 'ELECTRIC METER SPECIALIST', '4702'),
};

async function codesIn(text: string): Promise<string[]> {
  const { corpus } = await indexOf(more);
  const { mentions } = await createUnderstanding(corpus)({ text, history: [] });
  return mentions.flatMap(({ documents }) => documents.map((at) => corpus.documents[at]?.spec.classCode ?? '')).sort();
}

describe('letters for a class', () => {
  test.each([
    ['stand for its title', 'what does a PSC do?', ['4501']],
    ['have its rank before them', 'what does a senior PSC do?', ['4502']],
    ['stand for none where another document uses them', 'would being a PSD help?', []],
    ['stand for none where a title has them as a word', 'EMS coordinator duties', ['4701']],
  ])('%s', async (_, question, codes) => {
    expect(await codesIn(question)).toEqual(codes);
  });

  test('all in capitals, a question names what it would in lower case', async () => {
    expect(await codesIn('PUBLIC SAFETY CLERK SATURDAYS??')).toEqual(['4501']);
    expect(await codesIn('SENIOR PSC PAY')).toEqual(['4502']);
  });
});

test('what is a licence or a program is no class that is not here', async () => {
  expect((await understood('Does the meter reader need a Registered Surveyor license?')).unknown).toEqual([]);
  expect((await understood('The Meter Reader trainee program: how many months?')).unknown).toEqual([]);
});
