import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReply } from '../../../src/adapters/reply.ts';
import { cutAtWord } from '../../../src/adapters/teams/citations.ts';
import { type Rendering, renderReply } from '../../../src/adapters/teams/messages.ts';
import type { Answer } from '../../../src/domain.ts';
import { refusalOf } from '../../standins/teams/message-rules.ts';
import { answerOf, citationOf } from './answers.ts';

const rendering: Rendering = { sensitivity: undefined, isPlayground: false, userId: '29:ann' };

const render = (answer: Answer, changes: Partial<Rendering> = {}) =>
  renderReply(createReply(answer), { ...rendering, ...changes });

/** What a markdown view would show of a message: its references decoded. */
const decoded = (text: string) =>
  text
    .replaceAll('\u2060', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** Text as documents and users might bring it, markup of every kind among it. */
const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '**',
        '_',
        '[1]',
        '[x](https://evil.example)',
        '<at>Ann</at>',
        '<b>',
        '&lt;',
        '&',
        '# ',
        '> ',
      ),
      fc.constantFrom(
        '- ',
        '1. ',
        '~~',
        '`',
        '```',
        '|',
        '---',
        '\\',
        'https://evil.example',
        'www.evil.example',
        'a@b.c',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom(' ', 'duties ', 'Warden '),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** An answer of paragraphs, items and tables around wild quotes, escaped as answers are. */
const answers = fc
  .array(fc.record({ kind: fc.constantFrom('paragraph', 'item', 'table'), quote: wild }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((blocks) => {
    const markdown = (text: string) =>
      text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (character) => `\\${character}`);
    const lines = blocks.flatMap(({ kind, quote }, index) => {
      const text = `“${markdown(quote)}” [${index + 1}]`;
      if (kind === 'table') return ['', '| | Warden |', '| --- | --- |', `| duties | ${text} |`, ''];
      return [kind === 'item' ? `- ${text}` : text];
    });
    return answerOf(
      lines.join('\n'),
      blocks.map(({ quote }, index) =>
        citationOf(index + 1, { quote, classTitle: quote, section: quote, source: quote }),
      ),
      { suggestions: blocks.slice(0, 4).map(({ quote }) => quote) },
    );
  });

describe('whatever documents hold', () => {
  it('comes out within the rules of Teams', () => {
    fc.assert(
      fc.property(answers, fc.boolean(), (answer, plain) => {
        const messages = render(answer, { plain });
        expect(messages.map((message) => refusalOf({ ...message }, Buffer.from(JSON.stringify(message))))).toEqual(
          messages.map(() => undefined),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('reads as it is written', () => {
    fc.assert(
      fc.property(wild, (quote) => {
        const escaped = quote.replace(/[!-/:-@[-`{-~]/g, (character) => `\\${character}`);
        const reply = createReply(answerOf(`“${escaped}” [1]`, [citationOf(1, { quote })]));
        const [block] = reply.blocks;
        const said = block?.kind === 'table' ? '' : (block?.pieces.map(({ text }) => text).join('') ?? '');
        const [message] = renderReply(reply, rendering);
        if (reply.blocks.length === 1) expect(decoded(message?.text ?? '')).toBe(said.trim());
      }),
    );
  });

  it.each([
    ['<at>Ann</at>', '&lt;at&gt;Ann&lt;/at&gt;'],
    ['[here](https://evil.example)', '&#91;here&#93;(https:\u2060//evil.example)'],
    ['see www.evil.example or a@b.example', 'see www\u2060.evil.example or a\u2060@b.example'],
    ['**not bold** _nor this_', '&#42;&#42;not bold&#42;&#42; &#95;nor this&#95;'],
    ['R&D and &lt;', 'R&D and &amp;lt;'],
    ['footnote [2]', 'footnote &#91;\u20602&#93;'],
  ])('takes no effect: %s', (quote, shown) => {
    const escaped = quote.replace(/[!-/:-@[-`{-~]/g, (character) => `\\${character}`);
    expect(render(answerOf(`“${escaped}”`))[0]?.text).toBe(`“${shown}”`);
  });

  it.each(['# Duties', '1. Duties', '+ Duties', '> Duties', '- Duties', '=== '])(
    'begins no heading or list by itself: %s',
    (line) => {
      const [message] = renderReply(
        {
          ...createReply(answerOf('x')),
          blocks: [{ kind: 'paragraph', gap: false, pieces: [{ style: 'plain', text: line }] }],
        },
        rendering,
      );
      expect(message?.text).not.toMatch(/^(?:[#>+=-]|\d+[.)])/);
      expect(decoded(message?.text ?? '')).toBe(line.trim());
    },
  );
});

describe('cutting', () => {
  it('keeps within the limit, keeps what was there, and splits no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 2, max: 200 }), (text, limit) => {
        const cut = cutAtWord(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (text.length <= limit) expect(cut).toBe(text);
        else expect(cut.endsWith('…') && text.startsWith(cut.slice(0, -1))).toBe(true);
        // A half of a character pair could not be encoded.
        expect(() => encodeURIComponent(cut)).not.toThrow();
      }),
    );
  });

  it('cuts after a word where there is one', () => {
    expect(cutAtWord('Plans the work of others', 16)).toBe('Plans the work…');
  });
});
