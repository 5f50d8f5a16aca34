/** The levels of a series: the classes that belong to it, what tells each apart, and levels that no document covers. */
import { normaliseHeading, vocabularyPart } from '../../vocabulary.ts';
import { levelOf, stemOf, wordsOf } from '../../words.ts';
import { employerScope } from '../conditions/scope.ts';
import { askingFor } from '../conditions/title-conditions.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions, namedDocuments } from '../draft/context.ts';
import { type Draft, quotedText } from '../draft/draft.ts';
import { joined, nameOf, titleOf } from '../draft/names.ts';
import { type Evidence, evidenceOn } from '../evidence/evidence.ts';
import { answerUnknownClass, notStated } from '../one-class/not-found.ts';
import { coverage } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import { baseOf, type Follower, followersOf, placeOf, type Rung, rungsOf, rungsOfTrade } from './rungs.ts';
import { type NamedLevel, namedLevels, seriesEvidence } from './series-evidence.ts';

/** Topics that the levels of a series tell of anyway. */
const ON_LEVELS = new Set(vocabularyPart<{ ladderTopics: string[] }>('questions').ladderTopics);
/** Most requirements shown of a level. */
const MAX_NEEDS = 4;
/** Most specifications whose series may be the one that a question describes: of more, none is. */
const MAX_DESCRIBING = 3;
/** Most classes shown that ask for experience as the one asked about. */
const MAX_FOLLOWERS = 6;

/** A class that asks for experience as another, with the first passage that does. */
function followerLine({ corpus, citer }: AnswerContext, { document, items }: Follower): string {
  const [item] = items;
  const quote = item === undefined ? '' : citer.quote(document, item, item.heading);
  return `- **${nameOf(corpus, document)}**: ${quote}`;
}

/** Part of a question's words that a specification must speak of where it tells of its series, to be the one meant. */
const MIN_SPOKEN = 0.5;
/** What speaks of nearly as many of them is shown too. */
const NEARLY = 0.9;

/** The series that a question only describes: what specifications say of theirs that speak of its words. */
function answerFromWords(context: AnswerContext): Draft | undefined {
  const { corpus, understanding } = context;
  const employer = employerScope(corpus, understanding.text);
  const named = new Set(wordsOf(understanding.text.slice(employer?.start, employer?.end)).map(stemOf));
  const terms = understanding.focus.filter(
    ({ stem, word }) => !wording('ladderFillers').test(word) && (employer === undefined || !named.has(stem)),
  );
  const found = corpus.documents.flatMap((document, index) => {
    if (employer !== undefined && employer.condition.judge(index).required.length === 0) return [];
    const items = seriesEvidence(document);
    const said = items.map(({ start, end }) => document.text.slice(start, end)).join(' ');
    const spoken = said === '' ? 0 : coverage(terms, `${document.spec.title} ${said}`, corpus);
    return spoken < MIN_SPOKEN ? [] : [{ index, items, spoken }];
  });
  const best = Math.max(0, ...found.map(({ spoken }) => spoken));
  const shown = found.filter(({ spoken }) => spoken >= best * NEARLY);
  if (shown.length === 0 || shown.length > MAX_DESCRIBING) return undefined;
  return draftOf(context, 'answered', [
    'What is said of the series:',
    ...shown.flatMap(({ index, items }) => [
      `**${nameOf(corpus, index)}**`,
      ...items.map((item) => `- ${context.citer.quote(index, item, item.heading)}`),
    ]),
  ]);
}

/** A class without a document may still be named where another document speaks of its series. */
function answerFromSeries(context: AnswerContext, title: string): Draft {
  const phrase = ` ${normaliseHeading(title)} `;
  const lines = context.corpus.documents.flatMap((document, index) => {
    const items = seriesEvidence(document);
    const named = items.some((item) =>
      ` ${normaliseHeading(document.text.slice(item.start, item.end))} `.includes(phrase),
    );
    return named
      ? [
          `**${nameOf(context.corpus, index)}**`,
          ...items.map((item) => `- ${context.citer.quote(index, item, item.heading)}`),
        ]
      : [];
  });
  if (lines.length === 0) {
    const asking = [...askingFor(context.corpus, title, [])];
    if (asking.length === 0) return answerFromWords(context) ?? answerUnknownClass(context);
    return draftOf(context, 'answered', [
      `There is no specification of ${quotedText(titleOf(title))} itself here. Asking for experience as one:`,
      ...asking.map(([index, items]) => followerLine(context, { document: index, items })),
    ]);
  }
  return draftOf(context, 'answered', [
    `There is no specification of ${quotedText(titleOf(title))} itself here; its series is described in others.`,
    ...lines,
  ]);
}

/** The classes that the question is about, in their order. */
function shownRungs(context: AnswerContext): { title: string; rungs: Rung[] } {
  const { corpus, understanding } = context;
  const named = namedDocuments(context);
  const first = named[0];
  const part = understanding.mentions.find((mention) => mention.how === 'part');
  const words = understanding.focus.map((term) => term.word);
  const asked = new Set(wordsOf(understanding.text).map(stemOf));
  const titles = named.map((document) => documentAt(corpus, document).spec.title);
  // "The Clerk series" is of Clerk I and II, not of the Payroll Clerk.
  const [whole, ...others] = titles.filter((name) => baseOf(name).every((word) => asked.has(word)));
  const noun = whole === undefined ? undefined : baseOf(whole).join(' ');
  const areKinds = titles.every((name) => noun !== undefined && ` ${baseOf(name).join(' ')}`.endsWith(` ${noun}`));
  if (part !== undefined && whole !== undefined && areKinds && others.length + 1 < named.length)
    return { title: whole, rungs: rungsOf(corpus.documents, whole) };
  const title =
    first === undefined || (part !== undefined && named.length > 1)
      ? (understanding.mentions[0]?.title ?? words.join(' '))
      : documentAt(corpus, first).spec.title;
  const rungs = rungsOf(corpus.documents, title);
  if (rungs.length > named.length || (rungs.length > 0 && named.length < 2)) return { title, rungs };
  const wide = named.map((document) => ({ document, place: placeOf(documentAt(corpus, document).spec.title) }));
  if (wide.length > 1) return { title, rungs: wide.sort((a, b) => a.place - b.place) };
  return { title, rungs: understanding.mentions.length > 0 ? [] : rungsOfTrade(corpus.documents, words.map(stemOf)) };
}

/** What stands next to the class asked about, first: "Above **Clerk I** here: Clerk II." */
function neighbours(
  { corpus, understanding }: AnswerContext,
  rungs: readonly Rung[],
  missing: readonly NamedLevel[],
  asked: number,
  followers: readonly Follower[],
): string[] {
  const at = rungs.find((rung) => rung.document === asked);
  const level = levelOf(wordsOf(documentAt(corpus, asked).spec.title).at(-1) ?? '');
  const named = (step: number): string | undefined =>
    level === undefined ? undefined : missing.find((other) => other.level === level + step)?.name;
  if (at === undefined || (rungs.length < 2 && missing.length === 0)) return [];
  const place = (side: Rung[], word: string, step: number): string[] => {
    const names = [...new Set(side.map(({ document }) => nameOf(corpus, document)))];
    const own = `**${nameOf(corpus, asked)}**`;
    const next = named(step);
    if (names.length > 0) return [`${joined(names)} ${names.length === 1 ? 'stands' : 'stand'} ${word} ${own}.`];
    const beyond = step > 0 ? followers.map(({ document }) => nameOf(corpus, document)) : [];
    if (next === undefined && beyond.length > 0) return [`${joined(beyond)}: asking for experience as ${own}.`];
    return next === undefined
      ? [`No class of its series stands ${word} ${own} here.`]
      : [`${quotedText(next)} stands ${word} ${own}, by its name; it has no specification here.`];
  };
  const beyond = (sign: 1 | -1): Rung[] => rungs.filter((rung) => sign * (rung.place - at.place) > 0);
  const above = beyond(1);
  const below = beyond(-1);
  const nearest = (side: Rung[], edge: number): Rung[] => side.filter((rung) => rung.place === edge);
  return [
    ...(wording('asksAbove').test(understanding.text)
      ? place(nearest(above, Math.min(...above.map((rung) => rung.place))), 'above', 1)
      : []),
    ...(wording('asksBelow').test(understanding.text)
      ? place(nearest(below, Math.max(...below.map((rung) => rung.place))), 'below', -1)
      : []),
  ];
}

const isStated = ({ block }: Evidence): boolean => block.kind !== 'lead-in';

/** True when the question asks what a class takes: of every level, or of the one that it names as the aim. */
function asksNeedsOf(context: AnswerContext, document: number): boolean {
  const { text } = context.understanding;
  const mentions = knownMentions(context);
  if (!wording('ladderNeeds').test(text))
    return wording('asksBelow').test(text) && mentions.some((mention) => mention.documents.includes(document));
  const aim = mentions.length > 1 ? mentions.at(-1) : undefined;
  return aim === undefined || aim.documents.includes(document);
}

/** The statements by which each level asks for experience as a lower one: the highest that it names. */
function stepsOf({ corpus }: AnswerContext, rungs: readonly Rung[]): Follower[] {
  const steps = new Map<number, Follower>();
  for (const { document: from, place } of rungs) {
    const higher = new Set(rungs.filter((rung) => rung.place > place).map(({ document }) => document));
    if (higher.size === 0) continue;
    for (const [document, items] of askingFor(corpus, documentAt(corpus, from).spec.title, [from]))
      if (higher.has(document)) steps.set(document, { document, items });
  }
  return [...steps.values()];
}

/** A rung's passages: what it says of its level, how it is reached, and what is asked besides ("… and their pay?"). */
function rungLines(
  context: AnswerContext,
  document: number,
  followers: readonly Follower[],
  asked: number | undefined,
): string[] {
  const { corpus, citer, understanding } = context;
  const source = documentAt(corpus, document);
  const on = (topic: string): Evidence[] => evidenceOn(source, topic, new Set());
  const series = seriesEvidence(source);
  const whole = document === asked ? on('distinguishing').filter((item) => item.how === 'section') : [];
  const beside = series.filter((item) => !whole.some((other) => other.start < item.end && other.end > item.start));
  const own = [...whole, ...beside].sort((a, b) => a.start - b.start);
  const said = own.length > 0 ? own : [...on('definition'), ...on('duties')].slice(0, 1);
  const reached = followers
    .filter((follower) => follower.document === document)
    .flatMap(({ items }) => items.slice(0, 1));
  const besides = understanding.weakTopics
    ? []
    : understanding.topics
        .filter((topic) => !ON_LEVELS.has(topic) && topic !== 'selection')
        .flatMap((topic) => on(topic).slice(0, 2));
  const needed = asksNeedsOf(context, document) ? on('qualifications').filter(isStated).slice(0, MAX_NEEDS) : [];
  const items = [...new Map([...said, ...reached, ...needed, ...besides].map((item) => [item.start, item])).values()];
  return [`**${nameOf(corpus, document)}**`, ...items.map((item) => `- ${citer.quote(document, item, item.heading)}`)];
}

/** The answer to "show the … series", "what comes above …?", "how do I move up from …?". */
export function answerLadder(context: AnswerContext): Draft {
  const { corpus, understanding } = context;
  const named = namedDocuments(context);
  const { title, rungs } = shownRungs(context);
  const asked = named[0];
  if (rungs.length === 0) return answerFromSeries(context, title);
  const followers =
    asked === undefined || !wording('upward').test(understanding.text)
      ? []
      : followersOf(
          corpus,
          asked,
          knownMentions(context).map((mention) => mention.title),
        );
  const outside = followers.filter(({ document }) => !rungs.some((rung) => rung.document === document));
  const only = rungs.length === 1 && seriesEvidence(documentAt(corpus, rungs[0]?.document ?? 0)).length === 0;
  if (only && outside.length === 0)
    return asked === undefined ? answerFromSeries(context, title) : notStated(context, named, ['job-family']);
  const covered = new Set(rungs.map((rung) => documentAt(corpus, rung.document).spec.title.toLowerCase()));
  const missing = namedLevels(context, title, covered);
  const reached = only ? [] : [...followers, ...stepsOf(context, rungs)];
  // Lines that are not shown must not be cited either.
  const lines = only ? [] : rungs.flatMap(({ document }) => rungLines(context, document, reached, asked));
  const first = asked === undefined ? [] : neighbours(context, rungs, missing, asked, outside);
  const beyond = [
    `Asking for experience as ${quotedText(titleOf(title))}, or as one of these:`,
    ...outside.slice(0, MAX_FOLLOWERS).map((follower) => followerLine(context, follower)),
  ];
  const parts = [
    only ? [] : [rungs.length === 1 ? 'What it says of its level:' : 'Levels here, lowest first:', ...lines],
    missing.map(({ line }) => line),
    outside.length === 0 ? [] : beyond,
  ].filter((part) => part.length > 0);
  // Where the class has no series, who asks for experience as it is the answer.
  const inOrder = only ? parts.reverse() : parts;
  return draftOf(context, 'answered', [...first, ...inOrder.flatMap((part, at) => (at === 0 ? part : ['', ...part]))]);
}
