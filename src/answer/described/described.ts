/**
 * A class that a question only describes ("the boat dock boss", "the person who fixes sewers") and a particular that it
 * asks of it: finds the class by all that the words say of it, and answers the particular from it.
 */
import type { ClassMention, Understanding } from '../../domain.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { Citer, type Draft } from '../draft/draft.ts';
import { excerpt } from '../draft/excerpt.ts';
import { joined, nameOf } from '../draft/names.ts';
import { answerNamed } from '../one-class/nearest.ts';
import { standingOf } from '../words/relevance.ts';
import { type Likely, likelyClasses, oddsOfBeingMeant } from './likely-classes.ts';
import { type Description, descriptionOf } from './signs.ts';

const { speaksOfClass } = vocabularyPart<{ speaksOfClass: string }>('questions');
const SPEAKS_OF_CLASS = new RegExp(speaksOfClass, 'i');

/**
 * Log odds from which the likeliest class is taken to be the one meant. By cross-validation 57 of the 68 questions that
 * describe a class are taken so, two of them for another, and of 135 that name a class which is not here 15.
 */
const MEANT = 0.1;
/** The same where a single word describes it, which must stand in the title then: many a class speaks of trucks. */
const MEANT_BY_ONE = 1.5;
/** Share of the description that the class must have in its title, its work or its passages: "city clerk" is no County Clerk. */
const MIN_TOLD = 0.5;
/** A word stands in what names the class from this on; the others are what is asked of it. */
const STANDS = 0.5;
/** Words besides it from which a name that fits several classes may be told apart. */
const MIN_TELLING = 2;
/** By how much less likely another level of the same document may be and be meant too, in the logarithm of its likelihood. */
const LEVELS = 3;

/** The class that a question describes, with the levels of its document that it may mean too; empty when none is likely enough. */
async function describedClasses(context: AnswerContext, description: Description): Promise<Likely[]> {
  const { corpus, understanding } = context;
  const isTold =
    understanding.kind === 'ambiguous' ? understanding.focus.length >= MIN_TELLING : description.terms.length > 0;
  const likely = isTold ? await likelyClasses(context, description) : [];
  const [first] = likely;
  const byOne = description.terms.length === 1;
  if (first === undefined || oddsOfBeingMeant(first, description) < (byOne ? MEANT_BY_ONE : MEANT)) return [];
  if ((byOne ? first.signs.said : first.signs.told) < MIN_TOLD) return [];
  const path = ({ document }: Likely): string => documentAt(corpus, document).path;
  const isLevel = (one: Likely): boolean =>
    path(one) === path(first) && first.score - one.score < LEVELS && one.isAnother === first.isAnother;
  return likely.filter(isLevel);
}

/** A draft behind a line with citations of its own, its markers going on from there. */
function behind(line: string, { citations }: Citer, draft: Draft): Draft {
  const moved = (marker: number): number => marker + citations.length;
  const text = draft.text.replace(/(?<!\\)\[(\d+)\]/g, (_, marker: string) => `[${moved(Number(marker))}]`);
  const own = draft.citations.map((citation) => ({ ...citation, marker: moved(citation.marker) }));
  return { ...draft, text: `${line}\n${text}`, citations: [...citations, ...own] };
}

/**
 * The answer on the one class that the question's words describe, or that it does not state what is asked; undefined when
 * no class is described, or another answer may find more.
 */
export async function answerDescribed(context: AnswerContext): Promise<Draft | undefined> {
  const { corpus, understanding } = context;
  const description = descriptionOf(understanding, SPEAKS_OF_CLASS);
  const found = await describedClasses(context, description);
  const [first] = found;
  const shown = first?.passages[0] ?? first?.definition;
  if (first === undefined || shown === undefined || first.isAnother) return undefined;
  const { spec, text } = documentAt(corpus, first.document);
  const { terms } = description;
  const named = standingOf(terms, `${spec.title} ${text.slice(shown.start, shown.end)}`, corpus).standing;
  const about = terms.filter((_, at) => (named[at] ?? 0) < STANDS);
  const asking = understanding.content.filter(({ stem }) => !terms.some((term) => term.stem === stem));
  const documents = found.map(({ document }) => document).sort((a, b) => a - b);
  const mention: ClassMention = { title: spec.title, documents, how: 'part', nearest: [], level: undefined, at: -1 };
  const asked: Understanding = {
    ...understanding,
    kind: 'aspect',
    mentions: [mention],
    focus: about,
    content: [...about, ...asking],
  };
  // Citations of its own: when this comes to nothing, another answer begins at [1].
  const citer = new Citer(corpus.documents);
  const names = joined(documents.map((document) => `**${nameOf(corpus, document)}**`));
  const known = excerpt({ ...context, citer, understanding: asked }, first.document, shown);
  const inner: AnswerContext = { ...context, citer: new Citer(corpus.documents), understanding: asked };
  const draft = await answerNamed(inner);
  const isSaid = draft.status === 'answered' || understanding.kind === 'unknown-class';
  return isSaid ? behind(`Taken to be about ${names}: ${known}`, citer, draft) : undefined;
}
