import { describe, expect, test } from 'vitest';
import type { Understanding } from '../../src/domain.ts';
import { createUnderstanding } from '../../src/understand/understand.ts';
import { indexOf } from '../answer/index-of.ts';
import { SEEDS, useRealIndex } from '../quality/real-index.ts';

const seeds = useRealIndex(SEEDS);

function understand(text: string, history: readonly string[] = []): Promise<Understanding> {
  return createUnderstanding(seeds.corpus)({ text, history });
}

/** Titles of the documents that a question means. */
async function meant(text: string, history?: readonly string[]): Promise<string[]> {
  const { mentions } = await understand(text, history);
  const documents = new Set(mentions.flatMap(({ documents: found }) => found));
  return [...new Set([...documents].map((at) => seeds.corpus.documents[at]?.spec.title.toLowerCase() ?? ''))].sort();
}

describe('a thread', () => {
  test.each([
    ['its class', 'and its FLSA status?', ['What does the Executive Aide do?'], ['executive aide']],
    [
      'its latest class',
      'is it exempt?',
      ['executive aide duties', 'operations coordinator duties'],
      ['operations coordinator'],
    ],
    [
      'its class over questions that name none',
      'and the pay?',
      ['executive aide duties', 'is it exempt?'],
      ['executive aide'],
    ],
    [
      'its class, where another is only what experience is asked of',
      'how many years of experience as an Operations Coordinator?',
      ['executive aide duties'],
      ['executive aide'],
    ],
    [
      'nothing, where a class is named',
      'what about the Executive Aide?',
      ['operations coordinator duties'],
      ['executive aide'],
    ],
  ])('lends %s', async (_, question, history, titles) => {
    expect(await meant(question, history)).toEqual(titles);
  });

  test.each([
    [
      'the other one',
      'and for the other one?',
      ['compare Executive Aide and Operations Coordinator', 'Operations Coordinator education'],
      ['executive aide'],
    ],
    [
      'the second one',
      'the second one',
      ['compare Executive Aide and Operations Coordinator'],
      ['operations coordinator'],
    ],
    [
      'the one that a correction means',
      'no, I meant the Executive Aide',
      ['Is the Operations Coordinator exempt?'],
      ['executive aide'],
    ],
    [
      'the one of a question that is doubted',
      'are you sure?',
      ['Is the Operations Coordinator exempt?', 'thanks'],
      ['operations coordinator'],
    ],
  ])('lends %s', async (_, question, history, titles) => {
    expect(await meant(question, history)).toEqual(titles);
  });

  test('lends its class over ten questions that name none', async () => {
    const asides = [
      'thanks',
      'and its pay?',
      'ok',
      'is it exempt?',
      'what skills?',
      'cool',
      'any license?',
      'who is the boss?',
      'where?',
    ];
    expect(await meant('how much experience again?', ['Executive Aide', ...asides])).toEqual(['executive aide']);
  });

  test('lends a correction the topic that was asked', async () => {
    const { topics: asked } = await understand('no, I meant the Executive Aide', [
      'Is the Operations Coordinator exempt?',
    ]);
    expect(asked).toEqual(['flsa']);
  });

  test('is asked again for where its answer stands, or why', async () => {
    const history = ['Is the Operations Coordinator exempt?'];
    expect((await understand('where does it say that?', history)).again).toBe('source');
    expect((await understand('why?', history)).again).toBe('reason');
  });

  test('lends its topic to a question that only names another class', async () => {
    const { topics: asked } = await understand('what about the Executive Aide?', ['Operations Coordinator education']);
    expect(asked).toEqual(['education']);
  });

  test('lends no topic to a comparison that names both its classes', async () => {
    const { kind, topics: asked } = await understand('compare executive aide and operations coordinator', [
      'What is the pay grade of Coordinator II?',
    ]);
    expect({ kind, asked }).toEqual({ kind: 'compare', asked: [] });
  });

  test('lends the other side of a comparison', async () => {
    const titles = await meant('how does it compare to the executive aide?', ['operations coordinator duties']);
    expect(titles).toEqual(['executive aide', 'operations coordinator']);
  });
});

describe('a rank in a thread', () => {
  const spec = (title: string): string =>
    `COUNTY OF MARLOW\n\nCLASS TITLE: ${title}\n\nDEFINITION\n\nUnder supervision, keeps the files of the harbor.\n`;
  const files = Object.fromEntries(
    [
      'Harbor Pilot',
      'Senior Harbor Pilot',
      'Chief Harbor Pilot',
      'Harbor Traffic Trainee',
      'Harbor Traffic Officer',
      'Fire Chief',
      'Chief Clerk',
      'Parole Officer',
    ].map((title, at) => [`${at}.txt`, spec(title)]),
  );
  test.each([
    ['is its class with that rank', 'What does a harbor pilot earn?', 'and the chief one?', ['Chief Harbor Pilot']],
    [
      'behind "as" is what somebody has been',
      'What does the Chief Harbor Pilot earn?',
      'how long as a senior before that?',
      ['Chief Harbor Pilot'],
    ],
    [
      'or another noun is the class akin to its own',
      'What does a Harbor Traffic Trainee do?',
      'and the officer?',
      ['Harbor Traffic Officer'],
    ],
  ])('%s', async (_, first, question, titles) => {
    const { corpus } = await indexOf(files);
    const { mentions } = await createUnderstanding(corpus)({ text: question, history: [first] });
    const documents = mentions.flatMap((mention) => mention.documents);
    expect(documents.map((at) => corpus.documents[at]?.spec.title)).toEqual(titles);
  });
});
