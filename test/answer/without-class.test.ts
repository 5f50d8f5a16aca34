/** Questions that name no class, or a person instead of one. */
import { expect, test } from 'vitest';
import { SEEDS, useRealIndex } from '../quality/real-index.ts';

const seeds = useRealIndex(SEEDS);

test.each(['what benefits does the city offer', 'how many vacation days', 'do you get a pension'])(
  '%s: what no specification states is said so, and no word is taken for a class',
  async (question) => {
    const { status, answer } = await seeds.ask(question);
    expect([status, answer]).toEqual(['not-found', 'None of the 5 specifications states anything on benefits.']);
  },
);

test('a topic that some state is asked for of a class', async () => {
  const { status, answer } = await seeds.ask('is there overtime');
  expect([status, answer]).toEqual(['not-found', 'Which class do you mean? Name it to ask for FLSA status.']);
});

test('a name that stands as one is said to be no class here', async () => {
  expect((await seeds.ask('salary of the ninja')).answer).toBe('There is no specification of ninja here.');
});

test('somebody asked for by what they are is not found by what others do for them', async () => {
  const { status, answer } = await seeds.ask('Who is the mayor?');
  expect(status).toBe('not-found');
  expect(answer).toMatch(/^There is no specification of mayor here\./);
});
