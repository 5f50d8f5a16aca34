/** Answers which class does something: the classes with the passages that say so. */
import type { Span } from '../../domain.ts';
import { type AnswerContext, documentAt, draftOf, namedDocuments } from '../draft/context.ts';
import { type Draft, quotedText } from '../draft/draft.ts';
import { excerpt } from '../draft/excerpt.ts';
import { nameOf } from '../draft/names.ts';
import { type Found, searchFor } from '../evidence/search.ts';
import { conditionsIn } from '../lists/conditions.ts';
import { answerList } from '../lists/list.ts';
import { type AskedWork, askedWork } from './asked-work.ts';
import { oddsOf, type Rated, rateClasses } from './rate.ts';
import { ALSO, FEW_WORDS, MAX_PASSAGES, MIN_OBJECT, objectsOf, passagesFound, shortlist } from './spoken.ts';
import { answerVerbatim, statedVerbatim } from './verbatim.ts';

/**
 * Log odds from which a class may be the one asked for, and from which it is said without reserve. Of the development
 * questions that the documents answer 19 in 20 have the first and 4 in 5 the second; of those on work that no document
 * speaks of, fewer than half and 1 in 8.
 */
const LIKELY = -0.95;
const SURE = 0.7;
/** Probability from which a class is named alone: from here on, 30 of 31 that come first are the right one. */
const ALONE = 0.9;
/** Most classes shown where none is named alone: the right one is then among the first three of 14 in 15. */
const MAX_CLASSES = 3;
/** A class this much less probable than the first is not shown. */
const NEARLY = 0.05;
/** Classes from which those with the question's very words are the answer: of fewer the likeliest is told as of any. */
const MANY = 2;
/** Most passages shown of one of several. */
const MAX_OF_EACH = 2;

/** Passages that show what a class does: the surest, others nearly as sure, and its definition where that is asked for. */
function passagesOf({ passages, definition }: Rated, most: number, defined: boolean): Shown['passages'] {
  const top = passages[0]?.confidence ?? 0;
  const sure = passages.filter(({ confidence }) => confidence >= top * ALSO).slice(0, most);
  const isShown = definition === undefined || sure.some(({ start }) => start === definition.start);
  return isShown || !defined ? sure : [...sure, definition];
}

/** A class with the passages shown of it. */
interface Shown {
  document: number;
  passages: (Span & { heading: string })[];
}

/** The classes, each with its passages. */
function linesOf(context: AnswerContext, shown: readonly Shown[]): string[] {
  return shown.flatMap(({ document, passages }) => {
    const name = `**${nameOf(context.corpus, document)}**:`;
    const quotes = passages.map((passage) => excerpt(context, document, passage));
    if (shown.length > 1) return [`- ${name} ${quotes.join(' ')}`];
    return quotes.length === 1 ? [`${name} ${quotes[0]}`] : [name, ...quotes.map((quote) => `- ${quote}`)];
  });
}

/** No class does it, as far as the documents say; the nearest passage is shown for a person to judge. */
export function noClassFound(context: AnswerContext, nearest: Found | undefined): Draft {
  const what = quotedText(context.understanding.content.map((term) => term.word).join(' '));
  const lines = [`No specification here speaks of that${what === '' ? '' : ` (${what})`}.`];
  if (nearest !== undefined && nearest.coverage > 0.2)
    lines.push(
      `The nearest passage is in ${nameOf(context.corpus, nearest.document)}: ${excerpt(context, nearest.document, nearest)}`,
    );
  return draftOf(context, 'not-found', lines);
}

/** The classes that meet a question's conditions, where it is nothing but conditions and some class meets them. */
export async function answerConditions(context: AnswerContext): Promise<Draft | undefined> {
  const { groups, rest, topics } = conditionsIn(context);
  if (groups.length === 0 || rest.length > 0 || topics.length > 0) return undefined;
  const list = await answerList(context);
  return list.status === 'answered' ? list : undefined;
}

/** True where a question has few words and the class does not speak of what the work is done to: "who inspects wells" is not told by inspecting. */
function lacksObject(context: AnswerContext, { terms }: AskedWork, { standing, weights }: Rated): boolean {
  if (terms.length > FEW_WORDS) return false;
  const { content } = context.understanding;
  const stems = new Set(objectsOf(context).map((at) => content[at]?.stem));
  const objects = terms.flatMap(({ stem }, at) => (stems.has(stem) ? [at] : []));
  const whole = objects.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
  const told = objects.reduce((sum, at) => sum + (standing[at] ?? 0) * (weights[at] ?? 0), 0);
  return told < whole * MIN_OBJECT;
}

/** Confidence of a passage that stands for a class whose work, as far as it is told, is another. */
const SPOKEN = 0.5;

/** The answer to "which class handles …": by what the classes' work is. */
async function answerByWork(context: AnswerContext, among: ReadonlySet<number> | undefined): Promise<Draft> {
  const { corpus, understanding } = context;
  const asked = askedWork(understanding);
  const rated = await rateClasses(context, asked, among);
  const [first] = rated;
  const odds = first === undefined ? Number.NEGATIVE_INFINITY : oddsOf(first, asked);
  if (first === undefined || odds < LIKELY || lacksObject(context, asked, first))
    return answerBySpoken(context, among, SPOKEN);
  const titleOf = ({ document }: Rated): string => documentAt(corpus, document).spec.title;
  const own = rated.filter((item) => titleOf(item) === titleOf(first));
  const isAlone = own.reduce((sum, { share }) => sum + share, 0) >= ALONE;
  const chosen = (isAlone ? own : rated).filter(({ share }) => share >= first.share * NEARLY).slice(0, MAX_CLASSES);
  const isOne = chosen.length === 1;
  const shown = chosen.map((item): Shown => {
    const defined = odds < SURE || asked.overseer || !isOne;
    return { document: item.document, passages: passagesOf(item, isOne ? MAX_PASSAGES : MAX_OF_EACH, defined) };
  });
  const untold = odds < SURE ? 'No specification says that in these words. ' : '';
  const lead = isAlone && untold === '' ? [] : [`${untold}The likeliest, for you to judge:`, ''];
  return draftOf(context, 'answered', [...lead, ...linesOf(context, shown)]);
}

/** The same by what the specifications speak of, whatever it is. */
async function answerBySpoken(
  context: AnswerContext,
  among: ReadonlySet<number> | undefined,
  least = 0,
): Promise<Draft> {
  const found = await searchFor(context, context.understanding.content, undefined, among);
  const chosen = shortlist(
    context,
    found.filter(({ confidence }) => confidence >= least),
  );
  if (chosen.length === 0) return noClassFound(context, found[0]);
  const shown = chosen.map((item): Shown => {
    return { document: item.document, passages: chosen.length === 1 ? passagesFound(found, item) : [item] };
  });
  return draftOf(context, 'answered', linesOf(context, shown));
}

/** The answer to a question that a class, or what classes say, is looked for with. */
export async function answerDuty(context: AnswerContext): Promise<Draft> {
  const listed = await answerConditions(context);
  if (listed !== undefined) return listed;
  const named = namedDocuments(context);
  const among = named.length > 0 ? new Set(named) : undefined;
  const stated = askedWork(context.understanding).overseer ? [] : await statedVerbatim(context, among);
  if (stated.length >= MANY) return answerVerbatim(context, stated);
  return context.understanding.byWork === true ? answerByWork(context, among) : answerBySpoken(context, among);
}
