/** "Do I qualify": the requirements as they stand, beside what the person says. Never a decision on a person. */
import type { IndexedDocument } from '../domain.ts';
import { wordsOf } from '../words.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions } from './context.ts';
import type { Draft } from './draft.ts';
import { type Evidence, evidenceOn, unique } from './evidence.ts';
import { nameOf } from './names.ts';
import { notStated } from './not-found.ts';
import { topicsAround } from './spec-view.ts';

/** Most documents looked at. */
const MAX_DOCUMENTS = 4;
const NUMBERS: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The numbers of years that a text speaks of. */
function yearsIn(text: string): number[] {
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    const unit = words.slice(index + 1, index + 4).some((next) => /^(?:years?|yrs?)$/.test(next));
    const value = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : NUMBERS.indexOf(word);
    return unit && value > 0 && value < 60 ? [value] : [];
  });
}

/** What can be said of a requirement in years against the years that the person names. */
function yearsNote(requirement: string, said: readonly number[]): string {
  const asked = yearsIn(requirement)[0];
  const named = Math.max(0, ...said);
  if (asked === undefined || named === 0 || !/experience/i.test(requirement)) return '';
  return named >= asked
    ? ` → you say ${named}: enough in number; whether it is of the kind asked for, a person must judge`
    : ` → you say ${named}: fewer than asked for here`;
}

const isPreferred = (document: IndexedDocument, item: Evidence): boolean =>
  topicsAround(document.spec, item.block.section).includes('preferred');

/** The requirements of the classes named, one by one. */
export function answerQualify(context: AnswerContext): Draft {
  const { corpus, understanding, citer } = context;
  const last = knownMentions(context).at(-1);
  const documents = (last?.documents ?? []).slice(0, MAX_DOCUMENTS);
  const said = yearsIn(understanding.text);
  const special = understanding.topics.filter(
    (topic) => !['qualifications', 'education', 'experience', 'knowledge', 'duties', 'definition'].includes(topic),
  );
  const lines: string[] = [];
  for (const document of documents) {
    const source = documentAt(corpus, document);
    const on = (topic: string): Evidence[] => evidenceOn(source, topic, context.asked);
    const items = unique([
      ...on('qualifications'),
      ...on('education'),
      ...on('experience'),
      ...on('licenses'),
      ...on('equivalency'),
      ...special.flatMap(on),
    ]).filter((item) => item.block.kind !== 'lead-in');
    if (items.length === 0) continue;
    lines.push(`**${nameOf(corpus, document)}** asks for:`);
    for (const item of items)
      lines.push(
        `- ${citer.quote(document, item, item.heading)}${isPreferred(source, item) ? ' → preferred, not required' : yearsNote(source.text.slice(item.start, item.end), said)}`,
      );
  }
  if (lines.length === 0) return notStated(context, documents, ['qualifications']);
  return draftOf(context, 'answered', [
    ...lines,
    '',
    'A person in HR decides this, not the specification and not this tool.',
  ]);
}
