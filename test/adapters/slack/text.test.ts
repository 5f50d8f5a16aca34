import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapedPieces, escapeText, splitText } from '../../../src/adapters/slack/text.ts';

/** Halves of characters too: Slack, a document or a cut can leave one behind. */
const unit = fc.constantFrom('a', ' ', '\n', '&', '<', ':', 'é', '😀', '\ud83d', '\ude00', 'aaaaaaaa');
const anyText = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));

describe('a text in pieces', () => {
  test('joins to the text again, each piece within the length and none empty', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 12 }), (text, length) => {
        const pieces = splitText(text, length);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(piece.length > 0 && piece.length <= length).toBe(true);
      }),
    );
  });

  test('ends also where half a character stands before something that is escaped', () => {
    const text = `${'a'.repeat(3_000)}\ud83d&${'b'.repeat(3_000)}`;
    expect(escapedPieces(text, 4_000).join('')).toBe(escapeText(text));
  });

  test('is cut no smaller than its escapes make it', () => {
    const pieces = escapedPieces(`${'&'.repeat(1_000)}${'a'.repeat(3_000)}`, 4_000);
    expect(pieces.every((piece) => piece.length <= 4_000)).toBe(true);
    expect(pieces.length).toBeLessThanOrEqual(4);
  });
});
