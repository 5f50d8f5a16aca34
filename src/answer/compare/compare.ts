/** Compares classes: the sentences that distinguish exactly this pair, or else their statements side by side. */
import { PAY_NOTE, payOf } from '../conditions/amounts.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions } from '../draft/context.ts';
import { Citer, type Draft } from '../draft/draft.ts';
import { joined, nameOf, titleOf } from '../draft/names.ts';
import { exactKindsWanted } from '../evidence/answer-kinds.ts';
import { measureIn } from '../evidence/counts.ts';
import { evidenceOn } from '../evidence/evidence.ts';
import { evidenceOnFocus } from '../evidence/focus-evidence.ts';
import { answerAspect } from '../one-class/aspect.ts';
import { onEveryday } from '../one-class/everyday.ts';
import { answerNamed } from '../one-class/nearest.ts';
import { answerUnknownClass, notStated, unknownClassLines } from '../one-class/not-found.ts';
import { apartFromTopic, type RankedBlock, rankPassages } from '../one-class/rank-passages.ts';
import { headingOf, labelOf } from '../reading/spec-view.ts';
import { wording } from '../words/wordings.ts';
import { distinguishing, pairLines } from './told-apart.ts';

/** Rows that say what a class does and what sets it off. */
const DOING: readonly string[] = ['definition', 'distinguishing', 'duties'];
/** Rows of a comparison nobody narrowed. */
const ROWS: readonly string[] = [
  ...DOING,
  'supervision-exercised',
  'supervision-received',
  'qualifications',
  'licenses',
  'pay-grade',
  'salary',
  'flsa',
  'bargaining-unit',
  'class-code',
];
/** Most passages in a cell. */
const CELL_PASSAGES = 2;
/** Longest passage in a cell, in characters; a longer one follows only when it is the first. */
const CELL_LENGTH = 400;
/** Share of the question's own words that both classes must speak of to be compared on them. */
const MIN_FOCUS = 0.6;
/** Most classes side by side. */
const MAX_COLUMNS = 4;

function cell(context: AnswerContext, document: number, topic: string): string {
  const items = evidenceOn(documentAt(context.corpus, document), topic, context.asked).filter(
    (item) => item.block.kind !== 'lead-in',
  );
  const own = items.filter((item) => item.how !== 'mention');
  const shown = (own.length > 0 ? own : items)
    .filter((item, index) => index === 0 || item.end - item.start <= CELL_LENGTH)
    .slice(0, CELL_PASSAGES);
  return shown.length === 0
    ? 'not stated'
    : shown.map((item) => context.citer.quote(document, item, item.heading)).join(' ');
}

/** A table of the classes' statements, a row a topic that any of them states. */
function sideBySide(context: AnswerContext, documents: readonly number[], topics: readonly string[]): string[] {
  const columns = documents.slice(0, MAX_COLUMNS);
  const stated = topics.filter((topic) =>
    columns.some((document) => evidenceOn(documentAt(context.corpus, document), topic, context.asked).length > 0),
  );
  if (stated.length === 0) return [];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `${joined(columns.map((document) => nameOf(context.corpus, document)))} side by side:`,
    '',
    row(['', ...columns.map((document) => nameOf(context.corpus, document))]),
    row(['---', ...columns.map(() => '---')]),
    ...stated.map((topic) => row([labelOf(topic), ...columns.map((document) => cell(context, document, topic))])),
  ];
}

/** Which of the classes is paid more, or less, at the top of its range: nothing where that can't be told. */
function paidMore(context: AnswerContext, documents: readonly number[]): string[] {
  const { corpus, citer, understanding } = context;
  if (!wording('payCompared').test(understanding.text)) return [];
  const paid = documents.flatMap((document) => {
    const pay = payOf(documentAt(corpus, document));
    return pay === undefined ? [] : [{ document, pay }];
  });
  const least = wording('payLess').test(understanding.text);
  const [first, second] = [...paid].sort((a, b) => (least ? 1 : -1) * (a.pay.highest - b.pay.highest));
  const [item] = first?.pay.items ?? [];
  const comparable = paid.length === documents.length && new Set(paid.map(({ pay }) => pay.currency)).size === 1;
  if (!comparable || first === undefined || item === undefined || first.pay.highest === second?.pay.highest) return [];
  const name = nameOf(corpus, first.document);
  return [
    `**${name}** is paid ${least ? 'less' : 'more'} at the top of its range (${PAY_NOTE}): ${citer.quote(first.document, item, item.heading)}`,
  ];
}

/** Score apart from its topic from which a passage may be what a class states of the thing compared. */
const MIN_SCORE = 3;
/** Share of the question's words that the likeliest of all must speak of, or nothing is compared by it. */
const MIN_WORDS = 0.4;
/** By how much less likely than a class's first passage its second may be. */
const NEAR_BEST = 0.7;

/** What each class says of the thing that they are compared on, in whatever words; none where no class is likely to. */
async function onThing(context: AnswerContext, documents: readonly number[]): Promise<string[]> {
  const { corpus, citer, understanding } = context;
  if (understanding.focus.length === 0 || documents.length > MAX_COLUMNS) return [];
  const likely = new Map<number, RankedBlock[]>();
  for (const document of documents) {
    const ranked = (await rankPassages(context, document)).sort((a, b) => apartFromTopic(b) - apartFromTopic(a));
    const [best] = ranked;
    const least = Math.max(MIN_SCORE, best === undefined ? 0 : apartFromTopic(best) - NEAR_BEST);
    likely.set(
      document,
      ranked.filter((one) => one.features.words > 0 && apartFromTopic(one) >= least).slice(0, CELL_PASSAGES),
    );
  }
  const isTold = [...likely.values()].some(([best]) => (best?.features.words ?? 0) >= MIN_WORDS);
  if (!isTold) return [];
  const lines = documents.map((document) => {
    const { spec } = documentAt(corpus, document);
    const said = (likely.get(document) ?? []).map(({ block }) =>
      citer.quote(document, block, headingOf(spec, block.section)),
    );
    return `- **${nameOf(corpus, document)}**: ${said.length > 0 ? said.join(' ') : 'nothing found on that in its specification.'}`;
  });
  return ['What each says of it, as near as was found:', ...lines, ''];
}

/** The answer to "what distinguishes A from B". */
export async function answerCompare(context: AnswerContext): Promise<Draft> {
  const { understanding, corpus } = context;
  const known = knownMentions(context);
  const unknown = understanding.mentions.filter((mention) => mention.how === 'unknown');
  if (known.length === 0) {
    const documents = unknown.flatMap((mention) => mention.nearest);
    const lines = [...new Set(documents)].flatMap((document) => {
      const sentences =
        unknown.length < 2
          ? []
          : distinguishing(context, document, unknown[1]?.title ?? '').filter((span) =>
              distinguishing(context, document, unknown[0]?.title ?? '').some((other) => other.start === span.start),
            );
      return sentences.map(
        (sentence) => `- **${nameOf(corpus, document)}**: ${context.citer.quote(document, sentence, sentence.heading)}`,
      );
    });
    return lines.length > 0 ? draftOf(context, 'answered', lines) : answerUnknownClass(context);
  }
  const dates =
    (understanding.topics.length === 0 || understanding.weakTopics) && wording('newerOf').test(understanding.text);
  const isPay = wording('payCompared').test(understanding.text);
  const asked = understanding.topics.filter(
    (topic) =>
      (!understanding.weakTopics || (isPay && topic === 'salary')) &&
      topic !== 'distinguishing' &&
      topic !== 'job-family' &&
      // "What changes when a Clerk becomes a Senior Clerk?" asks for what is done, not for how one becomes it.
      !(topic === 'qualifications' && wording('ofChange').test(understanding.text)),
  );
  const ofTime = wording('timeNeeded').test(understanding.text) && known.length > 1;
  const topics = dates
    ? ['open-date', 'effective', 'revised', 'established']
    : ofTime && asked.every((topic) => topic === 'qualifications')
      ? ['experience']
      : asked;
  const documents = [...new Set(known.flatMap((mention) => mention.documents))];
  if (topics.length > 0 && documents.length > 1 && unknown.length === 0) {
    const lead = topics.includes('salary') ? paidMore(context, documents) : [];
    const sure = asked.length === 0 || isPay ? { weakTopics: false, focus: [] } : {};
    const draft = await answerNamed({ ...context, understanding: { ...understanding, topics, ...sure } });
    return { ...draft, text: [...lead, draft.text].join('\n') };
  }
  const measured = measureIn(understanding.text);
  // "A regular Clerk" is a Clerk.
  const focus = understanding.focus.filter(
    ({ word }) => word !== measured && !wording('plainClass').test(word) && !wording('ofChange').test(word),
  );
  const isOnMatter = documents.some((document) =>
    (onEveryday(context, document)?.found ?? []).some(({ items }) => items.length > 0),
  );
  if (isOnMatter && documents.length > 1 && unknown.length === 0)
    return answerAspect({ ...context, understanding: { ...understanding, topics: [] } });
  if (topics.length === 0 && focus.length > 0 && documents.length > 1 && unknown.length === 0) {
    const onWords = documents.filter(
      (document) => evidenceOnFocus(documentAt(corpus, document), focus, context, MIN_FOCUS).length > 0,
    );
    if (onWords.length > 1)
      return answerAspect({ ...context, understanding: { ...understanding, topics: [], focus, content: focus } });
  }
  const isOnThing = topics.length === 0 && focus.length > 0 && documents.length > 1 && unknown.length === 0;
  const thing = isOnThing ? await onThing({ ...context, understanding: { ...understanding, focus } }, documents) : [];
  const pair = pairLines(context);
  if (pair.length > 0) {
    const missing = unknown.flatMap((mention) => [
      `There is no specification of ${titleOf(mention.title)} itself here; this is how the others describe it.`,
    ]);
    // What one class does is no difference without what the other does.
    const isTold = (document: number): boolean =>
      context.citer.citations.some(
        ({ source, start }) =>
          source === documentAt(corpus, document).source &&
          DOING.some((topic) =>
            evidenceOn(documentAt(corpus, document), topic, new Set()).some(
              (item) => item.start <= start && start < item.end,
            ),
          ),
      );
    const rows = documents.every(isTold) ? ROWS.slice(DOING.length) : ROWS;
    const table = known.length > 1 ? sideBySide(context, documents, rows) : [];
    return draftOf(context, 'answered', [...thing, ...missing, ...pair, ...(table.length > 0 ? ['', ...table] : [])]);
  }
  if (documents.length > 1 && unknown.length === 0)
    return draftOf(context, 'answered', [
      ...thing,
      ...sideBySide(context, documents, topics.length > 0 ? topics : ROWS),
    ]);
  // Beside one class that is here, what looks like a title may be something of that class: its trainee program.
  if (known.length === 1 && exactKindsWanted(understanding.text).length > 0) {
    const citer = new Citer(corpus.documents);
    const own = await answerNamed({ ...context, citer, understanding: { ...understanding, mentions: known } });
    if (own.status === 'answered') return own;
  }
  if (unknown.length > 0)
    return draftOf(
      context,
      'not-found',
      unknown.flatMap((mention) => unknownClassLines(context, mention)),
    );
  return topics.length > 0 ? answerAspect(context) : notStated(context, documents, ['distinguishing']);
}
