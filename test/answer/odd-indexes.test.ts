/** Indexes that are small, double or hold documents without structure still give grounded answers to everything. */
import { describe, expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const BAKER = `TOWN OF MILLBROOK

BAKER I

Class Code: 1101
Pay Grade: 5

DEFINITION

Bakes bread for the town kitchen under close supervision.

DUTIES

- Kneads dough.
- Bakes bread and rolls.

MINIMUM QUALIFICATIONS

Six months of work in a kitchen.
`;

/** One of every kind. */
const EVERY_KIND = [
  'What is the pay grade of Baker I?',
  'What is the FLSA status of Baker I?',
  'What does a Baker I do?',
  'Baker I',
  'baker',
  'What distinguishes Baker I from Baker II?',
  'How do the two Baker I specifications differ?',
  'Which class bakes bread?',
  'Which classes have pay grade 5?',
  'Which classes need a license?',
  'Show the Baker series',
  'Which class fits these duties: kneads dough and bakes rolls for the kitchen?',
  'I have six months in a kitchen. Do I meet Baker I?',
  'What does a Plumber do?',
  'hello',
];

/** Indexes whose first document states no duties. */
const SILENT = ['a title and nothing else', 'text without headings', 'headings without text', 'numbers alone'];

describe.each<[string, Record<string, string>]>([
  ['one document', { 'baker.txt': BAKER }],
  ['the same document under two names', { 'a/baker.txt': BAKER, 'b/baker.txt': BAKER }],
  [
    'two employers with one title',
    { 'a.txt': BAKER, 'b.txt': BAKER.replace('MILLBROOK', 'STONEFORD').replace('5', '6') },
  ],
  ['a title and nothing else', { 'a.txt': 'BAKER I' }],
  ['text without headings', { 'a.txt': 'The baker bakes bread. He kneads the dough at night.\n\nHe is paid well.' }],
  ['headings without text', { 'a.txt': 'BAKER I\n\nDEFINITION\n\nDUTIES\n\nMINIMUM QUALIFICATIONS\n' }],
  [
    'a document in another language',
    { 'a.txt': 'BÄCKER I\n\nKneten von Teig.\n\nBacken von Brot und Brötchen für die Küche.\n' },
  ],
  ['numbers alone', { 'a.txt': '1101\n\n5\n\n2020-01-01\n', 'b.txt': BAKER }],
])('an index of %s', (name, files) => {
  test('answers a question of every kind, and a whole thread of them', async () => {
    const { ask } = await indexOf(files);
    for (const [at, question] of EVERY_KIND.entries()) {
      expect((await ask(question)).answer).not.toBe('');
      expect((await ask('and its pay grade?', EVERY_KIND.slice(0, at + 1))).answer).not.toBe('');
    }
  });

  const known = SILENT.includes(name);
  const note = known ? ' (known: a first document that states no duties is suggested all the same)' : '';
  test.skipIf(known)(`suggests only what it can answer${note}`, async () => {
    const { ask } = await indexOf(files);
    const suggestions = new Set<string>();
    for (const question of EVERY_KIND) for (const next of (await ask(question)).suggestions) suggestions.add(next);
    const unanswered: string[] = [];
    for (const suggestion of suggestions)
      if ((await ask(suggestion)).status !== 'answered') unanswered.push(suggestion);
    expect(unanswered).toEqual([]);
  });
});

test('specifications that share a title are told apart by what differs in their heads', async () => {
  const { ask } = await indexOf({
    'a.txt': BAKER,
    'b.txt': BAKER.replace('MILLBROOK', 'STONEFORD').replace('Pay Grade: 5', 'Pay Grade: 6'),
  });
  const { answer, citations } = await ask('What is the pay grade of Baker I?');
  expect(citations.map(({ quote }) => quote).sort()).toEqual(['Pay Grade: 5', 'Pay Grade: 6']);
  expect(answer).toMatch(/millbrook/i);
  expect(answer).toMatch(/stoneford/i);
  const one = await ask('What is the pay grade of Baker I in Stoneford?');
  expect(one.citations.map(({ quote }) => quote)).toEqual(['Pay Grade: 6']);
});

test('two documents of one file name are cited by names that tell them apart', async () => {
  const { ask } = await indexOf({ 'north/baker.txt': BAKER, 'south/baker.txt': BAKER.replace('1101', '1102') });
  const { citations } = await ask('What is the class code of Baker I?');
  expect(citations.map(({ source, quote }) => [source, quote]).sort()).toEqual([
    ['north/baker.txt', 'Class Code: 1101'],
    ['south/baker.txt', 'Class Code: 1102'],
  ]);
});
