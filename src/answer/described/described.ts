/**
 * A class that a question only describes ("the boat dock boss", "the person who fixes sewers") and a particular that it
 * asks of it: finds the class by all that the words say of it, and answers the particular from it.
 */
import type { ClassMention, Understanding } from '../../domain.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { Citer, type Draft } from '../draft/draft.ts';
import { excerpt } from '../draft/excerpt.ts';
import { nameOf } from '../draft/names.ts';
import { answerNamed } from '../one-class/nearest.ts';
import { standingOf } from '../words/relevance.ts';
import { type Likely, likelyClasses, oddsOfBeingMeant } from './likely-classes.ts';
import { type Description, descriptionOf } from './signs.ts';

const { speaksOfClass } = vocabularyPart<{ speaksOfClass: string }>('questions');
const SPEAKS_OF_CLASS = new RegExp(speaksOfClass, 'i');

/** Log odds from which the likeliest class is taken to be the one meant. */
const MEANT = 0.3;
/** A word stands in what names the class from this on; the others are what is asked of it. */
const STANDS = 0.5;

/** Words besides it from which a name that fits several classes may be told apart. */
const MIN_TELLING = 2;

/** The class that a question describes; undefined when none is likely enough. */
async function describedClass(context: AnswerContext, description: Description): Promise<Likely | undefined> {
  const { kind, focus } = context.understanding;
  const isTold = kind === 'ambiguous' ? focus.length >= MIN_TELLING : description.terms.length > 0;
  if (!isTold) return undefined;
  const [first] = await likelyClasses(context, description);
  return first === undefined || first.isAnother || oddsOfBeingMeant(first, description) < MEANT ? undefined : first;
}

/** The answer on the one class that the question's words describe; undefined when none is, or it does not state what is asked. */
export async function answerDescribed(context: AnswerContext): Promise<Draft | undefined> {
  const { corpus, understanding } = context;
  const description = descriptionOf(understanding, SPEAKS_OF_CLASS);
  const found = await describedClass(context, description);
  const shown = found?.passages[0] ?? found?.definition;
  if (found === undefined || shown === undefined) return undefined;
  const { spec, text } = documentAt(corpus, found.document);
  const { terms } = description;
  const named = standingOf(terms, `${spec.title} ${text.slice(shown.start, shown.end)}`, corpus).standing;
  const about = terms.filter((_, at) => (named[at] ?? 0) < STANDS);
  const asking = understanding.content.filter(({ stem }) => !terms.some((term) => term.stem === stem));
  const documents = [found.document];
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
  const inner: AnswerContext = { ...context, citer, understanding: asked };
  const taken = `Taken to be about **${nameOf(corpus, found.document)}**: ${excerpt(inner, found.document, shown)}`;
  const draft = await answerNamed(inner);
  if (draft.status !== 'answered') return undefined;
  return { ...draft, text: `${taken}\n${draft.text}` };
}
