import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReply } from '../../../src/adapters/reply.ts';
import { MAX_BLOCKS_JSON, MAX_PLAIN, MAX_SHOWN_SOURCES } from '../../../src/adapters/slack/limits.ts';
import { plainTexts } from '../../../src/adapters/slack/plain.ts';
import { type RenderOptions, renderReply } from '../../../src/adapters/slack/render.ts';
import { answerModal, homeView, reasonModal, sourcesModal } from '../../../src/adapters/slack/views.ts';
import { refuseBlocks, refuseView } from '../../standins/slack/blocks/validate.ts';
import { effectsOf } from '../../standins/slack/mrkdwn.ts';
import { answerOf } from '../cli/fake-shell.ts';
import { anyReply, text, unescaped } from './replies.ts';

const RUNS = { numRuns: 15 };
const OPTIONS: RenderOptions = {
  reference: '6b0e0c34-3c9a-4b3e-9d0b-0a63e2a1a0c5',
  by: { user: 'U1', verb: 'asked', question: 'Which class? <!channel>' },
  canAskHr: true,
  canShare: true,
};

/** A text without what may stand between the parts of a long quote. */
function bare(text: string): string {
  return text.replace(/[\s“”]+/g, '');
}

/** All texts of rich text, in order. */
function leavesOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(leavesOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text } = value as { type?: string; text?: unknown };
  if (type === 'text' || type === 'link') return String(text);
  return Object.values(value).map(leavesOf).join('');
}

describe('any answer', () => {
  test('is made into messages that Slack takes', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const messages = renderReply(reply, OPTIONS);
        expect(messages.length).toBeGreaterThan(0);
        for (const { blocks, text: summary } of messages) {
          expect(refuseBlocks(blocks)).toBeUndefined();
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(MAX_BLOCKS_JSON);
          expect(blocks.length).toBeGreaterThan(0);
          expect(summary.trim()).not.toBe('');
          expect(summary.length).toBeLessThanOrEqual(3_000);
        }
      }),
      RUNS,
    );
  });

  test('notifies nobody and links nothing beside its passages, in blocks, summaries and plain text', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        for (const message of renderReply(reply, { reference: 'reference' })) {
          expect(JSON.stringify(message.blocks)).not.toMatch(
            /"type":"(?:mrkdwn|markdown|broadcast|user|usergroup|channel|emoji)"/,
          );
          for (const plain of [message.text, ...plainTexts(message)]) {
            const { users, groups, broadcasts, channels } = effectsOf(plain);
            expect([...users, ...groups, ...broadcasts, ...channels]).toEqual([]);
            expect(plain).not.toMatch(/<|:[a-z0-9_+'-]+:/i);
          }
        }
      }),
      RUNS,
    );
  });

  test('shows its passages word for word, as blocks and as plain text', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const view = leavesOf(sourcesModal(reply));
        const messages = renderReply(reply, OPTIONS);
        const plain = messages.flatMap(plainTexts);
        for (const part of plain) expect(part.length).toBeLessThanOrEqual(MAX_PLAIN);
        const read = bare(unescaped(plain.join('')));
        for (const { quote } of reply.sources.slice(0, MAX_SHOWN_SOURCES)) {
          expect(view).toContain(quote);
          expect(read).toContain(bare(quote));
        }
      }),
      RUNS,
    );
  });

  test('fits modals: the whole answer, and its passages', () => {
    fc.assert(
      fc.property(anyReply, text(9_000), (reply, asked) => {
        expect(refuseView(sourcesModal(reply), 'modal')).toBeUndefined();
        expect(refuseView(answerModal('Class for this text', asked, reply), 'modal')).toBeUndefined();
      }),
      RUNS,
    );
  });
});

test('the App Home and the question for a reason are views that Slack takes, whatever the index names', () => {
  fc.assert(
    fc.property(
      fc.array(text(4_000), { maxLength: 12 }),
      fc.array(text(900), { maxLength: 4 }),
      (employers, examples) => {
        const summary = { documents: 5, classes: 1, employers, builtAt: '2026-11-22T10:00:00.000Z', examples };
        expect(refuseView(homeView(summary), 'home')).toBeUndefined();
      },
    ),
    RUNS,
  );
  expect(refuseView(reasonModal('reference'), 'modal')).toBeUndefined();
});

test('an answer of 30,000 characters goes out whole, in a few messages', () => {
  const sentence = 'Performs <work> & other *duties* as assigned. ';
  const answer = Array.from({ length: 40 }, (_, at) => `- ${at} ${sentence.repeat(17)}`).join('\n');
  const messages = renderReply(createReply(answerOf({ question: 'q', answer })), OPTIONS);
  const words = messages.flatMap(({ blocks }) => JSON.stringify(blocks).match(/assigned\./g) ?? []).length;
  expect(answer.length).toBeGreaterThan(30_000);
  expect(words).toBe(40 * 17);
  expect(messages.length).toBeLessThanOrEqual(4);
});
