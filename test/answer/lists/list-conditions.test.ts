import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const LINEMAN = `VILLAGE OF TARN

JOB TITLE: LINE WORKER

Classification: Exempt, regular full time

DUTIES

- Climbs poles in all weather.

SPECIAL REQUIREMENTS

Must be at least 21 years of age.
Must live within 30 minutes of the yard.
Color discrimination required.

MINIMUM QUALIFICATIONS

Two years of experience as a Ground Hand.
`;

const GROUND_HAND = `VILLAGE OF TARN

GROUND HAND

FLSA Status: Non-Exempt

DUTIES

- Passes tools to the crew. Enters vaults and other confined spaces.

MINIMUM QUALIFICATIONS

High school diploma. No experience is required.
`;

const FILES = { 'line-worker.txt': LINEMAN, 'ground-hand.txt': GROUND_HAND };

describe('which classes …', () => {
  test.each([
    ['which jobs have rules about where you must live?', 'live within 30 minutes'],
    ['for which jobs must you live within a certain distance of the workplace?', 'live within 30 minutes'],
    ['which jobs call for color vision?', 'Color discrimination'],
    ['which classes must be 21 years old?', '21 years of age'],
    ['which jobs are outdoors in bad weather?', 'in all weather'],
    ['which classes are marked FLSA exempt?', 'Classification: Exempt'],
    ['which classes take experience as a Ground Hand?', 'experience as a Ground Hand'],
  ])('%s is answered by what says so in other words', async (question, quote) => {
    const { ask } = await indexOf(FILES);
    const { status, answer, citations } = await ask(question);
    expect(status).toBe('answered');
    expect(answer).toContain('1 of 2');
    expect(citations.map((citation) => citation.quote).join(' ')).toContain(quote);
  });

  test('what no words are found for is not said to be stated nowhere', async () => {
    const { ask } = await indexOf(FILES);
    const { status, answer } = await ask('which classes get a sabbatical?');
    expect(status).toBe('not-found');
    expect(answer).not.toContain('None of');
  });

  test('a condition that some word stays apart from is shown without it, and says so', async () => {
    const { ask } = await indexOf(FILES);
    const { status, answer } = await ask('which exempt classes raise llamas?');
    expect(status).toBe('not-found');
    expect(answer).toContain('llamas');
    expect(answer).toContain('Line Worker');
  });
});

test('a weight that is pushed is none that is lifted', async () => {
  const { ask } = await indexOf({
    ...FILES,
    'b.txt':
      'VILLAGE OF TARN\n\nCART HAND\n\nPHYSICAL DEMANDS\n\nLifts 50 pounds often and pushes carts of up to 400 pounds.\n',
    'c.txt': 'VILLAGE OF TARN\n\nPIER HAND\n\nPHYSICAL DEMANDS\n\nLifts, pushes and pulls up to 70 pounds.\n',
  });
  const { answer } = await ask('Which classes have to lift 60 pounds or more?');
  expect(answer).toContain('Pier Hand');
  expect(answer).not.toMatch(/\*\*Cart Hand\*\*:/);
});

test('a tuberculin test is one for tuberculosis', async () => {
  const { ask } = await indexOf({
    ...FILES,
    'd.txt': 'VILLAGE OF TARN\n\nKENNEL HAND\n\nHEALTH\n\nA tuberculin test is made every year.\n',
  });
  expect((await ask('Which jobs require a tuberculosis test?')).answer).toContain(
    '**Kennel Hand**: “A tuberculin test',
  );
});
