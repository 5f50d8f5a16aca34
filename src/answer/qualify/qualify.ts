/** "Do I qualify": the requirements as they stand, beside what the person says. Never a decision on a person. */
import type { IndexedDocument } from '../../domain.ts';
import { topicNamed } from '../../vocabulary.ts';
import { schoolingIn } from '../conditions/education.ts';
import { monthsIn } from '../conditions/experience.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions } from '../draft/context.ts';
import type { Draft } from '../draft/draft.ts';
import { joined, nameOf } from '../draft/names.ts';
import { type Evidence, evidenceOn } from '../evidence/evidence.ts';
import { asksProhibition } from '../evidence/specials.ts';
import { answerAspect } from '../one-class/aspect.ts';
import { asksEveryday } from '../one-class/everyday.ts';
import { findingsOf } from '../one-class/findings.ts';
import { notStated } from '../one-class/not-found.ts';
import { labelOf } from '../reading/spec-view.ts';
import { statementsOf } from '../reading/statements.ts';
import { stemsOf } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import { FILES_EARLY, type Note, notesOn } from './beside.ts';
import { ALWAYS, isPreferred, onOwnWords, referredTo, requirementsOf } from './requirements.ts';
import { asksShort, type Said, saidIn, saysNothingOf } from './said.ts';
import { type Noted, summaryOf } from './ways.ts';

/** Most documents looked at. */
const MAX_DOCUMENTS = 4;
/** A shorter passage is told with its heading, in characters: "None required." says too little. */
const MIN_TELLING = 40;

/** What can be said of a passage's statements beside what the person says, once each. */
function notesOf(document: IndexedDocument, item: Evidence, said: Said): Note[] {
  if (isPreferred(document, item)) return [{ text: 'preferred, not required' }];
  const statements = statementsOf(document).filter(({ start, end }) => start < item.end && end > item.start);
  const isPart = statements.some(({ force }) => force !== 'preferred');
  const notes = statements.flatMap((statement) =>
    statement.force === 'preferred' && isPart
      ? [{ text: 'part of it is preferred, not required' }]
      : notesOn(statement, said),
  );
  return [...new Map(notes.map((note) => [note.text, note])).values()];
}

/** What a person says nothing of, where it is something that can be had or not. */
function unsaid(document: IndexedDocument, item: Evidence): string {
  const text = document.text.slice(item.start, item.end);
  if (wording('denial').test(text)) return '';
  return wording('hadOrNot').test(text) ? "you don't say" : '';
}

/** Asks for something, not whether: "I was never paid" says something of a person. */
const ASKS_WHAT = /^(?:and |so )?(?:what|how|when|where|which)\b/i;

/** True for a topic that requirements are of. */
const isRequirement = (topic: string): boolean =>
  ALWAYS.includes(topic) || ALWAYS.includes(topicNamed(topic)?.parent ?? '') || topic === 'age';

/**
 * The question about something that no requirement is laid beside ("May I wear a beard as a …?", "What do I get for
 * nights?", "What doesn't count?"), when a passage speaks of it.
 */
function onOtherWords(context: AnswerContext, documents: readonly number[], said: Said): Draft | undefined {
  const { understanding } = context;
  const { text, topics, focus } = understanding;
  if (!saysNothingOf(said) || asksShort(text)) return undefined;
  const worded = asksEveryday(text, context.understanding.mentions) || asksProhibition(text);
  const ofPay = topics.includes('salary') && !ASKS_WHAT.test(text);
  if (!worded && (ofPay || topics.some(isRequirement) || (topics.length === 0 && focus.length === 0))) return undefined;
  if (asksEveryday(text, context.understanding.mentions)) return answerAspect(context);
  const found = documents.some((document) => findingsOf(context, document).some((finding) => finding.items.length > 0));
  return found ? answerAspect(context) : undefined;
}

/** What a person asks to become: the class behind "qualify for" or "be a", else the last one named. */
function classAsked(context: AnswerContext): readonly number[] {
  const { text } = context.understanding;
  const known = knownMentions(context);
  const asked = known.find(({ title }) => {
    const at = text.toLowerCase().indexOf(title.toLowerCase());
    return at > 0 && wording('qualifyFor').test(text.slice(0, at));
  });
  return (asked ?? known.at(-1))?.documents.slice(0, MAX_DOCUMENTS) ?? [];
}

/** One class's requirements as lines, each beside what the person says; nothing where it states none. */
function linesOn(context: AnswerContext, document: number, said: Said, refers = ''): string[] {
  const { corpus, citer } = context;
  const source = documentAt(corpus, document);
  const stated = requirementsOf(context, document, said);
  if (stated.length === 0) return [];
  const items = [...stated, ...onOwnWords(context, document, said, stated)];
  const all: Noted[] = items.map((item) => ({ item, notes: notesOf(source, item, said) }));
  const isAsked = asksShort(context.understanding.text);
  const isShort = all.some(({ notes }) => notes.some((note) => note.met === false));
  const isEarly = ({ notes }: Noted): boolean => notes.some((note) => note.text === FILES_EARLY);
  const noted = isAsked
    ? all.toSorted((a, b) => Number(isEarly(b)) - Number(isEarly(a)))
    : all.filter((one) => isShort || !isEarly(one));
  const saysSomething = noted.some(({ notes }) => notes.some((note) => note.met !== undefined));
  const line = ({ item, notes }: Noted): string => {
    const text = source.text.slice(item.start, item.end);
    const short = text.length < MIN_TELLING && item.heading !== '' && !text.includes(item.heading);
    const told =
      notes.length > 0 ? notes.map((note) => note.text).join('; ') : saysSomething ? unsaid(source, item) : '';
    return `- ${short ? `${item.heading}: ` : ''}${citer.quote(document, item, item.heading)}${told === '' ? '' : ` → ${told}`}`;
  };
  const name = `**${nameOf(corpus, document)}**`;
  const own = [
    refers === '' ? `${summaryOf(source, noted)}${name} asks for:` : `${name}, ${refers}, asks for:`,
    ...noted.map(line),
  ];
  const other = refers === '' ? referredTo(context, document, stated) : undefined;
  return other === undefined ? own : [...own, '', ...linesOn(context, other, said, 'which it refers to')];
}

/** A question on one kind of requirement ("does it meet the minimum education?") that no document asked about states. */
function unstatedTopic(context: AnswerContext, documents: readonly number[]): string | undefined {
  const [, word] = wording('qualifyOn').exec(context.understanding.text) ?? [];
  const topic = word === undefined ? undefined : context.understanding.topics.find((name) => name.startsWith(word));
  if (topic === undefined) return undefined;
  const stated = documents.some((index) => {
    const source = documentAt(context.corpus, index);
    const worded = statementsOf(source).some((statement) =>
      topic === 'education' ? schoolingIn(statement) !== undefined : monthsIn(statement.text).length > 0,
    );
    return worded || evidenceOn(source, topic, context.asked).length > 0;
  });
  return stated ? undefined : topic;
}

/** The requirements of the classes named, one by one. */
export function answerQualify(context: AnswerContext): Draft {
  const { corpus, understanding } = context;
  const documents = classAsked(context);
  const specs = documents.map((document) => documentAt(corpus, document).spec);
  const named = understanding.mentions
    .filter((mention) => mention.documents.some((document) => documents.includes(document)))
    .map(({ title }) => title);
  const titles = stemsOf([...named, ...specs.flatMap(({ title, employer }) => [title, employer ?? ''])].join(' '));
  const said = saidIn(understanding.text, titles);
  const worded = onOtherWords(context, documents, said);
  if (worded !== undefined) return worded;
  const lines = documents.flatMap((document) => linesOn(context, document, said));
  if (lines.length === 0) return notStated(context, documents, ['qualifications']);
  const unstated = unstatedTopic(context, documents);
  const first =
    unstated === undefined
      ? []
      : [`${joined(documents.map((document) => nameOf(corpus, document)))}: no ${labelOf(unstated)} is stated.`, ''];
  return draftOf(context, unstated === undefined ? 'answered' : 'not-found', [
    ...first,
    ...lines,
    '',
    'A person in HR decides this, not the specification and not this tool.',
  ]);
}
