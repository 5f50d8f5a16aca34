import { expect, it } from 'vitest';
import { indexOf } from '../index-of.ts';

const KNOWLEDGE = [
  'principles of office practice and of the keeping of long records by hand and by machine',
  'methods of grooming and trimming exotic ferns in a heated glasshouse',
  'safe use of ladders and of hand tools of every kind on uneven ground',
  'the habits of pollinating insects and how they are kept away from ripening fruit',
];
const GARDENER = `TOWN OF MILLBROOK

GARDENER

Class Code: 2207

DUTIES

In the course of a week the work includes: ${KNOWLEDGE.join('; ')}; and related work.

Waters seedlings.
`;

it('a long passage is shown by the clauses that were asked for, and cited whole', async () => {
  const { ask } = await indexOf({ 'gardener.txt': GARDENER });
  const { answer, citations } = await ask('Which class trims ferns?');
  expect(answer).toMatch(/“In the course of a week the work includes: … .*exotic ferns in a heated glasshouse; …”/);
  expect(answer).not.toContain('ladders');
  expect(citations[0]?.quote).toContain(KNOWLEDGE.join('; '));
});

it('clauses of a long passage that answer different words of the question are shown in its order', async () => {
  const { ask } = await indexOf({ 'gardener.txt': GARDENER });
  const { answer } = await ask('Which class is trained in insects and ferns?');
  expect(answer).toMatch(/ferns[^“”]* … [^“”]*insects[^“”]*/);
});

it('a short passage is shown whole', async () => {
  const { ask } = await indexOf({ 'gardener.txt': GARDENER });
  expect((await ask('Which class waters seedlings?')).answer).toContain('“Waters seedlings.” [1]');
});

it('every class of a long list is cited, those that are only named too', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 64 }, (_, at) => [
      `clerk-${at}.txt`,
      `CITY OF ELM\n\nCLERK FOR DISTRICT ${String.fromCharCode(65 + (at % 26))}${String.fromCharCode(65 + at / 26)}\n\nFLSA Status: Exempt\n\nDUTIES\n\n- Files papers.\n`,
    ]),
  );
  const { ask } = await indexOf(files);
  const { answer, citations } = await ask('Which classes are FLSA exempt?');
  expect(answer).toContain('64 of 64');
  expect(answer).toContain('Also: ');
  expect(new Set(citations.map(({ source }) => source)).size).toBe(64);
});
