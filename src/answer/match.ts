/** Pasted duties → the classes that fit, and for each duty the passage that matches or that nothing does. */
import { setImmediate } from 'node:timers/promises';
import { isStopWord, vocabularyPart } from '../vocabulary.ts';
import { type AnswerContext, draftOf } from './context.ts';
import { type Draft, quotedText } from './draft.ts';
import { MIN_CONFIDENCE, noClassFound } from './duty.ts';
import { nameOf } from './names.ts';
import { bestByDocument, type Found, searchFor, termsOfText } from './search.ts';

/** Most duties looked at. */
const MAX_DUTIES = 25;
/** Most classes ranked. */
const MAX_CLASSES = 3;
/** Shortest duty, in characters. */
const MIN_DUTY = 8;
/** A duty's passage must be this sure, a little less than when it is asked for alone: the others support it. */
const MIN_PART = MIN_CONFIDENCE * 0.85;
/** Share of the duties that a class must match to be named. */
const MIN_SHARE = 0.34;

const pasted = vocabularyPart<{ pastedDuties: { lead: string; tail: string } }>('questions').pastedDuties;
const lead = new RegExp(pasted.lead, 'i');
const tail = new RegExp(pasted.tail, 'i');

/** Words on each side from which "and" joins two duties, not two words of one. */
const MIN_JOINED = 3;

/** Parts at "and" where what stands on both sides is long enough to be a duty. */
function partedAtAnd(duty: string): string[] {
  const words = duty.split(/\s+/);
  const at = words.findIndex(
    (word, index) => word === 'and' && index >= MIN_JOINED && words.length - index > MIN_JOINED,
  );
  return at < 0 ? [duty] : [words.slice(0, at).join(' '), ...partedAtAnd(words.slice(at + 1).join(' '))];
}

/** The duties in a pasted text: parts between line ends, semicolons and full stops, or commas where there is nothing else. */
function dutiesIn(text: string): string[] {
  const body = text.trim().replace(tail, '').replace(lead, '');
  const split = (pattern: RegExp): string[] =>
    body
      .split(pattern)
      .map((part) => part.replace(/^[\s"'“”-]+|[\s"'“”?.!]+$/g, ''))
      .filter((part) => part.length >= MIN_DUTY);
  const parts = split(/[;\n•]|\.\s+/);
  return (parts.length > 1 ? parts : split(/,\s+(?:and\s+)?|\s+and\s+(?=\w+s\b)/).flatMap(partedAtAnd)).slice(
    0,
    MAX_DUTIES,
  );
}

/** The answer to "which class fits these duties". */
export async function answerMatch(context: AnswerContext): Promise<Draft> {
  const duties = dutiesIn(context.understanding.text);
  const found: Found[][] = [];
  for (const duty of duties) {
    found.push(bestByDocument(await searchFor(context, termsOfText(duty, isStopWord))));
    // Two dozen searches of a large index take a while, in which others must get their answer.
    await setImmediate();
  }
  const votes = new Map<number, { score: number; passages: Map<number, Found> }>();
  found.forEach((items, duty) => {
    for (const item of items) {
      if (item.confidence < MIN_PART) continue;
      const vote = votes.get(item.document) ?? { score: 0, passages: new Map() };
      vote.score += item.confidence;
      vote.passages.set(duty, item);
      votes.set(item.document, vote);
    }
  });
  const ranked = [...votes]
    .sort((a, b) => b[1].score - a[1].score)
    .filter(([, vote]) => vote.passages.size >= Math.max(1, duties.length * MIN_SHARE));
  if (ranked.length === 0) return noClassFound(context, found.flat().sort((a, b) => b.confidence - a.confidence)[0]);
  const best = ranked[0]?.[1].score ?? 0;
  const lines = ranked
    .filter(([, vote], index) => index === 0 || vote.score > best * 0.6)
    .slice(0, MAX_CLASSES)
    .flatMap(([document, vote]) => [
      `**${nameOf(context.corpus, document)}** matches ${vote.passages.size} of ${duties.length}:`,
      ...duties.map((duty, index) => {
        const passage = vote.passages.get(index);
        return `- ${quotedText(duty)} → ${passage === undefined ? 'nothing matches' : context.citer.quote(document, passage, passage.heading)}`;
      }),
    ]);
  return draftOf(context, 'answered', lines);
}
