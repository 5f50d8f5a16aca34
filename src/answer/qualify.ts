/** "Do I qualify": the requirements as they stand, beside what the person says. Never a decision on a person. */
import type { IndexedDocument } from '../domain.ts';
import { answerAspect } from './aspect.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions } from './context.ts';
import type { Draft } from './draft.ts';
import { type Evidence, evidenceOn, unique } from './evidence.ts';
import { findingsOf } from './findings.ts';
import { nameOf } from './names.ts';
import { notStated } from './not-found.ts';
import { noteOn, type Said, saidIn } from './said.ts';
import { topicsAround } from './spec-view.ts';
import { statementsOf } from './statements.ts';

/** Most documents looked at. */
const MAX_DOCUMENTS = 4;
/** Topics whose passages are looked at whatever the question names. */
const ALWAYS: readonly string[] = ['qualifications', 'education', 'experience', 'licenses', 'equivalency'];

const isPreferred = (document: IndexedDocument, item: Evidence): boolean =>
  topicsAround(document.spec, item.block.section).includes('preferred');

/** A list of duties on training others stands below a heading like that of what a person must bring. */
function isDuty(document: IndexedDocument, item: Evidence): boolean {
  const around = topicsAround(document.spec, item.block.section);
  return around.includes('duties') && !around.some((topic) => topic === 'qualifications' || topic === 'experience');
}

/** What can be said of a passage's statements beside what the person says, once each. */
function notesOn(document: IndexedDocument, item: Evidence, said: Said): string {
  if (isPreferred(document, item)) return ' → preferred, not required';
  const notes = statementsOf(document)
    .filter(({ start, end }) => start < item.end && end > item.start)
    .flatMap((statement) => noteOn(statement, said) ?? []);
  return notes.length === 0 ? '' : ` → ${[...new Set(notes)].join('; ')}`;
}

/** The question about something that no requirement is laid beside ("May I wear a beard as a …?"), when a passage speaks of it. */
function onOwnWords(context: AnswerContext, documents: readonly number[], said: Said): Draft | undefined {
  const { understanding } = context;
  const saysNothing = said.months === 0 && said.level === undefined && said.drives === undefined && !said.noDegree;
  if (!saysNothing || understanding.topics.length > 0 || understanding.focus.length === 0) return undefined;
  const found = documents.some((document) => findingsOf(context, document).some((finding) => finding.items.length > 0));
  return found ? answerAspect(context) : undefined;
}

/** The requirements of the classes named, one by one. */
export function answerQualify(context: AnswerContext): Draft {
  const { corpus, understanding, citer } = context;
  const last = knownMentions(context).at(-1);
  const documents = (last?.documents ?? []).slice(0, MAX_DOCUMENTS);
  const said = saidIn(understanding.text);
  const worded = onOwnWords(context, documents, said);
  if (worded !== undefined) return worded;
  const special = understanding.topics.filter(
    (topic) => !ALWAYS.includes(topic) && !['knowledge', 'duties', 'definition'].includes(topic),
  );
  const lines: string[] = [];
  for (const document of documents) {
    const source = documentAt(corpus, document);
    const on = (topic: string): Evidence[] => evidenceOn(source, topic, context.asked);
    const items = unique([...ALWAYS, ...special].flatMap(on)).filter(
      (item) => item.block.kind !== 'lead-in' && !isDuty(source, item),
    );
    if (items.length === 0) continue;
    lines.push(`**${nameOf(corpus, document)}** asks for:`);
    for (const item of items)
      lines.push(`- ${citer.quote(document, item, item.heading)}${notesOn(source, item, said)}`);
  }
  if (lines.length === 0) return notStated(context, documents, ['qualifications']);
  return draftOf(context, 'answered', [
    ...lines,
    '',
    'A person in HR decides this, not the specification and not this tool.',
  ]);
}
