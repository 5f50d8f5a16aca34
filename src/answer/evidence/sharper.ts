/** Passages outside a topic's own that speak more fully of what a question asks. */
import type { FocusTerm, IndexedDocument } from '../../domain.ts';
import { topicNamed, vocabularyPart } from '../../vocabulary.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { coverage, stemsOf } from '../words/relevance.ts';
import { measureIn } from './counts.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOnFocus } from './focus-evidence.ts';

/** Share of all its words that a passage outside the topic must speak of to be shown with the topic's own. */
const MIN_SHARP = 0.6;
/** Words from which a question is pasted text: it points at no passage, and each topic of it would be compared with all. */
const MAX_POINTED = 80;
/** Rarity from which a single word is enough to look for. */
const RARE = 4;
/** Share of the question's words besides its topic that a passage must speak of where the topic's own speak of none. */
export const MIN_UNSPOKEN = 0.8;
/** By how much it must cover more than they do. */
const SHARPER = 0.2;

/** Passages elsewhere on what the question is about besides its topic, when the topic's own don't speak of it at all. */
function unspoken(context: AnswerContext, source: IndexedDocument, items: readonly Evidence[]): Evidence[] {
  const { focus: terms, text } = context.understanding;
  const measured = measureIn(text);
  const focus = tellingTerms(source, terms).filter((term) => term.word !== measured);
  const told = items.map((item) => `${item.heading} ${source.text.slice(item.start, item.end)}`).join(' ');
  if (focus.length === 0 || coverage(focus, told, context.corpus) > 0) return [];
  return evidenceOnFocus(source, focus, context, MIN_UNSPOKEN);
}

/** Stems of words that ask for what a document says of a class, and say nothing of what: "accept", "title". */
const askingWords = stemsOf(vocabularyPart<{ askingWords: string[] }>('questions').askingWords.join(' '));

/** The terms that say what is asked of a class: not those of asking itself, nor its employer's name. */
export function tellingTerms({ spec }: IndexedDocument, terms: readonly FocusTerm[]): FocusTerm[] {
  const ofEmployer = stemsOf(spec.employer ?? '');
  return terms.filter(({ stem }) => !askingWords.has(stem) && !ofEmployer.has(stem));
}

/** Stems of the words that ask for a topic. */
const askStems = (topic: string): ReadonlySet<string> => stemsOf((topicNamed(topic)?.asks ?? []).join(' '));

/** Passages elsewhere that speak of the question's words, but for those of its other topics, more fully than a topic's own do. */
export function sharper(
  context: AnswerContext,
  document: number,
  topic: string,
  items: readonly Evidence[],
): Evidence[] {
  const { topics, focus } = context.understanding;
  // Asked for in the topic's words alone, and stated in them: the same words stand elsewhere by chance.
  const isSection = topicNamed(topic)?.type === 'section';
  if (isSection && focus.length === 0 && items.every((item) => item.how === 'mention')) return [];
  const ofOthers = new Set(topics.flatMap((other) => (other === topic ? [] : [...askStems(other)])));
  const source = documentAt(context.corpus, document);
  const content = tellingTerms(source, context.understanding.content).filter(({ stem }) => !ofOthers.has(stem));
  const [only] = content;
  if (only === undefined || content.length > MAX_POINTED) return [];
  if (content.length < 2 && context.corpus.rarity(only.stem) < RARE) return [];
  const best = Math.max(
    0,
    ...items.map((item) =>
      coverage(content, `${item.heading} ${source.text.slice(item.start, item.end)}`, context.corpus),
    ),
  );
  const found = [
    ...evidenceOnFocus(source, content, context, MIN_SHARP).filter((item) => item.coverage > best + SHARPER),
    ...unspoken(context, source, items),
  ];
  // Words that ask for an employer have other meanings in running text: "within a year of employment".
  // Nor is what somebody must earn or make that has no number their pay.
  const isMeant = (item: Evidence): boolean =>
    focus.length > 0 ||
    item.block.kind === 'field' ||
    (topic !== 'agency' && (topic !== 'salary' || /\d/.test(source.text.slice(item.start, item.end))));
  return found.filter((item) => isMeant(item) && !items.some((other) => other.start === item.start)).slice(0, 2);
}
