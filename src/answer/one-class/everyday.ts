/** What everyday questions are about whose words no document uses ("can I keep my beard?"), and how documents state it. */
import type { ClassMention, IndexedDocument } from '../../domain.ts';
import { acrossLines, createTextPattern, type TextPattern } from '../../text-pattern.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { matters } from '../conditions/matters.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { givesNumber, wantsNumber } from '../evidence/counts.ts';
import { type Evidence, unique } from '../evidence/evidence.ts';
import { evidenceOfBlock } from '../evidence/focus-evidence.ts';
import { blocksOf, topicsAround } from '../reading/spec-view.ts';

/** One such matter. */
interface Everyday {
  what: string;
  ask: TextPattern;
  states: RegExp;
  /** Sections in which its wording is on something else. */
  outside: readonly string[];
  /** Topics that the words asking for it are mistaken for. */
  instead: readonly string[];
  /** Where it is not stated, other passages may still answer. */
  yields: boolean;
}

const entries: readonly Everyday[] = vocabularyPart<
  { what: string; ask: string; states: string; outside?: string[]; instead?: string[]; yields?: boolean }[]
>('everyday').map(({ what, ask, states, outside = [], instead = [], yields = false }) => ({
  what,
  ask: createTextPattern(ask),
  states: new RegExp(acrossLines(states), 'i'),
  outside,
  instead,
  yields,
}));

/** Longer texts are pasted: their words ask for nothing, in characters. */
const MAX_QUESTION = 400;
/** Most passages shown of one matter. */
const MAX_SHOWN = 4;

/** A question without the titles it names: a "Uniform Clerk" asks for no uniform. */
function besideTitles(question: string, mentions: readonly ClassMention[]): string {
  return mentions.reduce((rest, { title }) => {
    const at = rest.toLowerCase().indexOf(title.toLowerCase());
    return at < 0 ? rest : `${rest.slice(0, at)} ${rest.slice(at + title.length)}`;
  }, question);
}

function askedIn(question: string, mentions: readonly ClassMention[]): Everyday[] {
  if (question.length > MAX_QUESTION) return [];
  const asked = besideTitles(question, mentions);
  return entries.filter(({ ask }) => ask.test(asked));
}

/** True for a question on an everyday matter, apart from the classes it names, that is not stated where no passage speaks of it. */
export function asksEveryday(question: string, mentions: readonly ClassMention[]): boolean {
  return askedIn(question, mentions).some(({ yields }) => !yields);
}

/** The passages on a matter; of a question that wants a number, those that give one. */
function passagesOn({ states, outside }: Everyday, document: IndexedDocument, question: string): Evidence[] {
  const { spec, text } = document;
  const said = blocksOf(spec)
    .filter((block) => states.test(text.slice(block.start, block.end)))
    .filter((block) => !topicsAround(spec, block.section).some((topic) => outside.includes(topic)))
    .map((block) => evidenceOfBlock(document, block));
  const counted = wantsNumber(question) ? said.filter(({ start, end }) => givesNumber(text.slice(start, end))) : [];
  return (counted.length > 0 ? counted : said).slice(0, MAX_SHOWN);
}

/** What a document says of an everyday matter; `lacks` names it where it says nothing. */
export interface OnMatter {
  items: Evidence[];
  lacks?: string;
}

/** A question's everyday matters, each with what a document says of it, and the topics that are asked for besides. */
export interface EverydayFound {
  found: OnMatter[];
  topics: string[];
}

/** What a document says of a question's everyday matters; undefined where it asks for none, or other passages may answer. */
export function onEveryday(context: AnswerContext, document: number): EverydayFound | undefined {
  const { text, topics, weakTopics, mentions } = context.understanding;
  const source = documentAt(context.corpus, document);
  const asked = askedIn(text, mentions).flatMap((entry) => {
    const items = passagesOn(entry, source, text);
    if (items.length > 0) return [{ entry, on: { items } }];
    return entry.yields ? [] : [{ entry, on: { items, lacks: entry.what } }];
  });
  if (asked.length === 0) return undefined;
  const instead = asked.flatMap(({ entry }) => entry.instead);
  return {
    found: asked.map(({ on }) => on),
    topics: weakTopics ? [] : topics.filter((topic) => !instead.includes(topic)),
  };
}

/** What a document states of the matters that lists know, where a question names one of them and no topic. */
export function onListedMatter({ corpus, understanding }: AnswerContext, document: number): Evidence[] {
  const { spec } = documentAt(corpus, document);
  const { text } = understanding;
  if (text.length > MAX_QUESTION) return [];
  const said = matters
    .filter(({ ask }) => ask.test(text))
    .flatMap(({ condition }) => Object.values(condition(corpus).judge(document)).flat());
  const blocks = blocksOf(spec).filter((block) =>
    said.some(({ start, end }) => block.start <= start && block.end >= end),
  );
  return unique(blocks.map((block) => evidenceOfBlock(documentAt(corpus, document), block))).slice(0, MAX_SHOWN);
}
