/** Two specifications of one title: what each has and the other lacks, topic by topic; what is the same is left out. */

import { foldSpace, plainText } from '../../words.ts';
import { type AnswerContext, documentAt, draftOf, namedDocuments } from '../draft/context.ts';
import { type Draft, quotedText } from '../draft/draft.ts';
import { joined, nameOf } from '../draft/names.ts';
import { type Evidence, evidenceOn } from '../evidence/evidence.ts';
import { notStated } from '../one-class/not-found.ts';
import { labelOf } from '../reading/spec-view.ts';
import { stemsOf } from '../words/relevance.ts';
import { changedWords } from './changed-words.ts';

/** Topics compared when the question names none. */
const ALL: readonly string[] = [
  'definition',
  'distinguishing',
  'duties',
  'supervision',
  'knowledge',
  'qualifications',
  'education',
  'experience',
  'licenses',
  'preferred',
  'physical',
  'working-conditions',
  'class-code',
  'pay-grade',
  'salary',
  'flsa',
  'bargaining-unit',
  'effective',
  'established',
  'revised',
];
/** Share of words two passages have in common when one is the other, changed (Jaccard; set by reading pairs). */
const CHANGED = 0.45;

const keyOf = (text: string): string => foldSpace(plainText(text).replace(/[^a-z0-9]+/g, ' '));

type TextEvidence = Evidence & { text: string };

interface Side {
  document: number;
  items: TextEvidence[];
}

function overlap(a: string, b: string): number {
  const left = stemsOf(a);
  const right = stemsOf(b);
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

/** Each side's passages that stand in no other side. */
function onlyIn(sides: readonly Side[]): Side[] {
  return sides.map((side) => {
    const others = new Set(
      sides.filter((other) => other !== side).flatMap((other) => other.items.map((item) => keyOf(item.text))),
    );
    return { document: side.document, items: side.items.filter((item) => !others.has(keyOf(item.text))) };
  });
}

/** Most changes told of one sentence: more, and it is another sentence. */
const MAX_CHANGES = 4;

/** The changed words of a sentence that both specifications have, in brackets, each with its marker. */
function changesIn(
  { citer }: AnswerContext,
  [one, other]: readonly [{ side: Side; item: TextEvidence }, { side: Side; item: TextEvidence }],
): string {
  const changes = changedWords(one.item.text, other.item.text);
  if (changes.length === 0 || changes.length > MAX_CHANGES) return '';
  const said = (words: string, { side, item }: { side: Side; item: Evidence }): string =>
    words === '' ? 'nothing' : `“${quotedText(words)}” ${citer.cite(side.document, item, item.heading)}`;
  return ` (changed: ${changes.map(({ before, after }) => `${said(before, one)} → ${said(after, other)}`).join('; ')})`;
}

function topicLines(context: AnswerContext, sides: readonly Side[]): string[] {
  const { corpus, citer } = context;
  const [first, ...rest] = onlyIn(sides);
  if (first === undefined) return [];
  const quote = (side: Side, item: Evidence): string =>
    `${nameOf(corpus, side.document)}: ${citer.quote(side.document, item, item.heading)}`;
  const paired = new Set<Evidence>();
  const lines: string[] = [];
  for (const item of first.items) {
    const changed = rest.flatMap((side) => {
      const best = side.items
        .filter((other) => !paired.has(other))
        .sort((a, b) => overlap(b.text, item.text) - overlap(a.text, item.text))[0];
      return best !== undefined && overlap(best.text, item.text) >= CHANGED ? [{ side, item: best }] : [];
    });
    for (const other of changed) paired.add(other.item);
    const quotes = [quote(first, item), ...changed.map((other) => quote(other.side, other.item))].join(' ↔ ');
    const [only] = changed;
    lines.push(
      `- ${quotes}${changed.length === 1 && only !== undefined ? changesIn(context, [{ side: first, item }, only]) : ''}`,
    );
  }
  for (const side of rest) for (const item of side.items) if (!paired.has(item)) lines.push(`- ${quote(side, item)}`);
  return lines;
}

/** The answer to "how do the two … differ". */
export function answerDifference(context: AnswerContext): Draft {
  const { corpus, understanding } = context;
  const documents = namedDocuments(context);
  const asked = understanding.topics.filter((topic) => topic !== 'distinguishing');
  const topics = asked.length > 0 ? asked : ALL;
  const same: string[] = [];
  const shown = new Set<number>();
  const lines = topics.flatMap((topic) => {
    const sides = documents.map((document) => ({
      document,
      items: evidenceOn(documentAt(corpus, document), topic, new Set())
        .filter((item) => asked.length > 0 || (item.how !== 'mention' && !shown.has(document * 1e7 + item.start)))
        .map((item) => ({ ...item, text: documentAt(corpus, document).text.slice(item.start, item.end) })),
    }));
    for (const side of sides) for (const item of side.items) shown.add(side.document * 1e7 + item.start);
    const found = topicLines(context, sides);
    if (found.length === 0 && sides.every((side) => side.items.length > 0)) same.push(topic);
    const silent = asked.length === 0 ? [] : sides.filter((side) => side.items.length === 0);
    const missing = silent.map((side) => `- ${nameOf(corpus, side.document)}: not stated`);
    return found.length === 0 ? [] : [`**${labelOf(topic)}**`, ...found, ...missing];
  });
  if (lines.length === 0 && same.length === 0) return notStated(context, documents, asked);
  const alike =
    asked.length === 0
      ? []
      : same.flatMap((topic) =>
          documents.flatMap((document) =>
            evidenceOn(documentAt(corpus, document), topic, new Set()).map(
              (item) => `- ${nameOf(corpus, document)}: ${context.citer.quote(document, item, item.heading)}`,
            ),
          ),
        );
  const sameLine = same.length === 0 ? [] : ['', `The same in each: ${joined(same.map(labelOf))}.`];
  return draftOf(context, 'answered', [...lines, ...sameLine, ...alike]);
}
