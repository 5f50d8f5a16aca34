import { describe, expect, it } from 'vitest';
import { createReply } from '../../../src/adapters/reply.ts';
import type { OutgoingActivity } from '../../../src/adapters/teams/activities.ts';
import { type Rendering, renderReply } from '../../../src/adapters/teams/messages.ts';
import type { Answer, Citation } from '../../../src/domain.ts';
import { refusalOf } from '../../standins/teams/message-rules.ts';
import { ambiguous, answerOf, byModel, citationOf, cited, comparison, list, notFound } from './answers.ts';

const rendering: Rendering = { sensitivity: undefined, isPlayground: false, userId: '29:ann' };

const render = (answer: Answer, changes: Partial<Rendering> = {}, linkTo?: (citation: Citation) => string) =>
  renderReply(createReply(answer, linkTo ? { linkTo } : {}), { ...rendering, ...changes });

const refusals = (messages: readonly OutgoingActivity[], limit = 20) =>
  messages.map((message) => refusalOf({ ...message }, Buffer.from(JSON.stringify(message)), limit));

// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever was rendered
const rootOf = (message: OutgoingActivity | undefined): any => message?.entities?.[0];

describe('what each kind of reply becomes', () => {
  it.each<[string, () => Answer, Partial<Rendering>?]>([
    ['cited', cited],
    ['by-model', byModel],
    ['not-found', notFound],
    ['ambiguous', ambiguous],
    ['comparison', comparison],
    ['comparison-plain', comparison, { plain: true }],
    ['long-list', () => list(24)],
    ['long-list-playground', () => list(12), { isPlayground: true }],
    ['sensitive', cited, { sensitivity: { name: 'Internal', description: 'For employees only' } }],
    ['no-citation', () => answerOf('I answer from job class specifications only.', [], { suggestions: [] })],
  ])('%s', async (name, answer, changes) => {
    const messages = render(answer(), changes);
    expect(refusals(messages)).toEqual(messages.map(() => undefined));
    await expect(`${JSON.stringify(messages, undefined, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
  });
});

describe('citations', () => {
  it('stand in one entity, at the position of their marker', () => {
    const [message] = render(ambiguous());
    expect(message?.entities).toHaveLength(1);
    expect(rootOf(message).citation.map(({ position }: { position: number }) => position)).toEqual([1, 2]);
  });

  it('carry the AI label only when a model wrote the prose', () => {
    expect(rootOf(render(byModel())[0]).additionalType).toEqual(['AIGeneratedContent']);
    expect(rootOf(render(cited())[0])).not.toHaveProperty('additionalType');
  });

  it('have an address only where there is one on the web', () => {
    const urls = (linkTo?: (citation: Citation) => string) =>
      rootOf(render(cited(), {}, linkTo)[0]).citation.map(
        ({ appearance }: { appearance: { url?: string } }) => appearance.url,
      );
    expect(urls()).toEqual([undefined]);
    expect(urls(() => 'https://hr.example.org/passage/1')).toEqual(['https://hr.example.org/passage/1']);
    expect(urls(() => 'javascript:alert(1)')).toEqual([undefined]);
  });

  it('beyond the limit are said as text, and none is lost', () => {
    const [message] = render(list(24));
    expect(rootOf(message).citation).toHaveLength(20);
    for (const marker of [21, 22, 23, 24]) expect(message?.text).toContain(`- [${marker}] warden-${marker}.txt`);
  });

  it('of a table can be opened from the text beside it', () => {
    const [message] = render(comparison());
    expect(message?.text).toContain('Passages in the table: [1] [2] [3]');
    expect(rootOf(message).citation).toHaveLength(3);
  });
});

describe('replies too large for one message', () => {
  const textOf = (messages: readonly OutgoingActivity[]) => messages.map(({ text }) => text).join(' ');

  it('go on in the next, with each statement and its citation together', () => {
    const long = answerOf(
      Array.from({ length: 80 }, (_, index) => `- “${`plans ${index} `.repeat(90).trim()}” [${index + 1}]`).join('\n'),
      Array.from({ length: 80 }, (_, index) => citationOf(index + 1)),
    );
    const messages = render(long);
    expect(messages.length).toBeGreaterThan(1);
    expect(refusals(messages)).toEqual(messages.map(() => undefined));
    for (let index = 0; index < 80; index++) expect(textOf(messages)).toContain(`plans ${index}” [${index + 1}]`);
    expect(messages.map(({ suggestedActions }) => suggestedActions !== undefined)).toEqual([
      ...messages.slice(1).map(() => false),
      true,
    ]);
  });

  it('split a table by its rows, and one huge line by its words', () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `| row ${index} | ${`word${index} `.repeat(250)}[${index + 1}] |`,
    );
    const citations = Array.from({ length: 41 }, (_, index) => citationOf(index + 1));
    const messages = render(
      answerOf(['| | Warden |', '| --- | --- |', ...rows, '', `${'immense '.repeat(9000)}[41]`].join('\n'), citations),
    );
    expect(refusals(messages)).toEqual(messages.map(() => undefined));
    const cards = messages.flatMap(({ attachments }) => attachments ?? []);
    const said = `${JSON.stringify(cards)} ${textOf(messages)}`;
    for (let index = 0; index < 40; index++) expect(said).toContain(`word${index} `);
    expect(said.match(/immense/g)?.length).toBe(9000);
  });

  it('end after six messages by saying that something is missing', () => {
    const messages = render(answerOf(Array.from({ length: 30 }, () => 'endless '.repeat(4000)).join('\n')));
    expect(messages).toHaveLength(7);
    expect(messages.at(-1)?.text).toContain('goes on');
  });

  it('end at a single character, however long what must stand beside it is', () => {
    expect(render(answerOf('x [1]', [citationOf(1, { source: 'long '.repeat(20_000) })]))).toHaveLength(1);
  });
});
