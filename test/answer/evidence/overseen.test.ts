/** Who supervises a class: its own words first, then other specifications', and never a class that says something else. */
import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const spec = (title: string, definition: string, more = ''): string =>
  `CITY OF ALDEN\n\nCLASS TITLE: ${title}\n\nDEFINITION\n\n${definition}\n\n${more}`;

const files = {
  'porter.txt': spec('PORTER', 'A Porter cleans rooms and halls of public buildings.'),
  'senior-porter.txt': spec('SENIOR PORTER', 'A Senior Porter cleans halls and shows new staff how it is done.'),
  'porter-supervisor.txt': spec(
    'PORTER SUPERVISOR',
    'A Porter Supervisor plans, assigns and reviews the work of a crew of Senior Porters and Porters engaged in cleaning.',
    'MINIMUM QUALIFICATIONS\n\nTwo years of experience supervising Ferry Deckhands.\n',
  ),
  'building-manager.txt': spec(
    'BUILDING MANAGER',
    'A Building Manager runs a public building, oversees Porter Supervisors and answers complaints about porters.',
    'EXAMPLES OF DUTIES\n\nSupervises the storage of goods used by Ferry Deckhands.\nAssists in supervising Night Watches.\n',
  ),
  'ferry-deckhand.txt': spec('FERRY DECKHAND', 'A Ferry Deckhand ties lines and looks after passengers.'),
  'ferry-captain.txt': spec(
    'FERRY CAPTAIN',
    'A Ferry Captain steers a ferry and supervises one or more deckhands.',
    'REPORTS TO\n\nFerry Superintendent\n',
  ),
  'ferry-superintendent.txt': spec(
    'FERRY SUPERINTENDENT',
    'A Ferry Superintendent directs Ferry Captains and other staff of the ferries.',
  ),
  'night-watch.txt': spec('NIGHT WATCH', 'A Night Watch walks the rounds and locks doors.'),
};

const sources = async (question: string): Promise<{ status: string; cited: string[]; answer: string }> => {
  const { ask } = await indexOf(files);
  const { status, citations, answer } = await ask(question);
  return { status, cited: [...new Set(citations.map(({ source }) => source))], answer };
};

describe('other specifications say who supervises a class', () => {
  test.each([
    'Who supervises the Porters?',
    'who supervises a porter',
    'Which class supervises Porters?',
    'What class does a Porter report to?',
    "who's the boss of the porters?",
    'which position oversees the porters?',
  ])('%s', async (question) => {
    const { status, cited, answer } = await sources(question);
    expect(status).toBe('answered');
    expect(cited).toEqual(['porter-supervisor.txt']);
    expect(answer).toContain('states no reporting line');
  });

  test('a title is not part of another: a supervisor of supervisors is not one of those that these supervise', async () => {
    expect((await sources('Who supervises the Porter Supervisors?')).cited).toEqual(['building-manager.txt']);
    expect((await sources('Who supervises the Senior Porters?')).cited).toEqual(['porter-supervisor.txt']);
  });
});

describe('a wrong supervisor is worse than none', () => {
  test.each([
    // Experience asked for, and the storage of goods, make nobody a supervisor; "deckhands" may be other ones.
    'Who supervises the Ferry Deckhands?',
    // Who assists in it does not supervise.
    'Who supervises the Night Watches?',
    'Which class supervises the Building Manager?',
    // No specification states a person's name.
    'Who is the current supervisor of the Porters, by name?',
  ])('nothing is said for %s', async (question) => {
    expect((await sources(question)).status).toBe('not-found');
  });
});

describe('a reporting line of its own', () => {
  test('is the answer', async () => {
    const { cited, answer } = await sources('Who supervises the Ferry Captain?');
    expect(cited).toEqual(['ferry-captain.txt']);
    expect(answer).toContain('Ferry Superintendent');
  });

  test('stands beside what others say where classes are asked for', async () => {
    const { cited } = await sources('Which class supervises Ferry Captains?');
    expect(cited).toEqual(['ferry-captain.txt', 'ferry-superintendent.txt']);
  });

  test('is not a sentence on reports that are written, or on experience under somebody', async () => {
    const { ask } = await indexOf({
      ...files,
      'auditor.txt': spec(
        'AUDITOR',
        'An Auditor presents written reports to the council, and assists in the direction of the audits.',
        'MINIMUM QUALIFICATIONS\n\nTwo years of experience under the direct supervision of an Actuary.\n',
      ),
    });
    expect((await ask('Who supervises the Auditor?')).status).toBe('not-found');
  });
});

describe('a list of classes that supervise others', () => {
  test.each([
    ['Which classes supervise Porters?', ['porter-supervisor.txt']],
    ['list all jobs that oversee porters', ['porter-supervisor.txt']],
    ['Which classes supervise ferry captains and porters?', ['ferry-superintendent.txt', 'porter-supervisor.txt']],
  ])('%s', async (question, expected) => {
    expect((await sources(question)).cited).toEqual(expected);
  });

  test('has none for a class that nobody says they supervise', async () => {
    expect((await sources('Which classes supervise Night Watches?')).status).toBe('not-found');
  });
});

test('of a long statement the clause that says it is quoted', async () => {
  const { ask } = await indexOf({
    'porter.txt': files['porter.txt'],
    'head.txt': spec(
      'HOUSE STEWARD',
      'A House Steward keeps the keys of all public buildings; supervises Porters; and orders soap.',
    ),
  });
  const { citations } = await ask('Who supervises the Porters?');
  expect(citations.map(({ quote }) => quote)).toEqual(['supervises Porters']);
});

describe('classes named in the work asked for are not what is asked about', () => {
  test.each([
    [
      'Which class plans, assigns and reviews the work of a crew of Senior Porters and Porters engaged in cleaning?',
      'porter-supervisor.txt',
    ],
    ['What job is it that answers complaints about porters?', 'building-manager.txt'],
    ['I need the title of whoever directs Ferry Captains and other staff of the ferries', 'ferry-superintendent.txt'],
  ])('%s', async (question, source) => {
    expect((await sources(question)).cited).toContain(source);
  });

  test.each([
    'what do you call the person who answers complaints about porters?',
    'is there a class that answers complaints about porters?',
    'whose job is it to answer complaints about porters?',
    'who manages complaints that are made about porters in public buildings?',
  ])('%s', async (question) => {
    expect((await sources(question)).cited).toContain('building-manager.txt');
  });

  test('two classes to choose from are what is asked about', async () => {
    const { cited } = await sources('who earns more, a Ferry Captain or a Ferry Superintendent?');
    expect(cited).not.toContain('porter.txt');
  });

  test.each([
    ['What does the Porter Supervisor do?', 'porter-supervisor.txt'],
    ['which class is the Ferry Captain reporting to', 'ferry-captain.txt'],
  ])('but "%s" asks of the class', async (question, source) => {
    expect((await sources(question)).cited[0]).toBe(source);
  });
});
