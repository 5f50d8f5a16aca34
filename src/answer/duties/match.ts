/** Pasted duties → the classes that fit, and for each duty the passage that matches or that nothing does. */
import { setImmediate } from 'node:timers/promises';
import { isStopWord, vocabularyPart } from '../../vocabulary.ts';
import { type AnswerContext, documentAt, draftOf } from '../draft/context.ts';
import { type Draft, quotedText } from '../draft/draft.ts';
import { nameOf } from '../draft/names.ts';
import { bestByDocument, type Found, searchFor, termsOfText } from '../evidence/search.ts';
import { speaksOfSupervising } from './asked-work.ts';
import { answerDuty, noClassFound } from './duty.ts';
import { withOverseers } from './match-overseen.ts';
import { profilesOf } from './profile.ts';

/** Most duties looked at. */
const MAX_DUTIES = 25;
/** Most classes ranked. */
const MAX_CLASSES = 3;
/** Shortest duty, in characters. */
const MIN_DUTY = 8;
/** A duty's passage must be this sure (set on the development questions): the others support it. */
const MIN_PART = 0.323;
/** Most classes that are read again. */
const MAX_LIKELY = 8;
/** A class whose passage is nearly as sure as the best does the same. */
const NEARLY = 0.9;
/** Share of the duties that a class must match to be named. */
const MIN_SHARE = 0.34;

const pasted = vocabularyPart<{ pastedDuties: Record<'lead' | 'tail' | 'asking' | 'introduces', string> }>(
  'questions',
).pastedDuties;
const lead = new RegExp(pasted.lead, 'i');
const tail = new RegExp(pasted.tail, 'i');

/** Words on each side from which "and" joins two duties, not two words of one. */
const MIN_JOINED = 3;

/** Parts at "and" where what stands on both sides is long enough to be a duty. */
function partedAtAnd(duty: string): string[] {
  const words = duty.split(/\s+/);
  const at = words.findIndex(
    (word, index) => word === 'and' && index >= MIN_JOINED && words.length - index > MIN_JOINED,
  );
  return at < 0 ? [duty] : [words.slice(0, at).join(' '), ...partedAtAnd(words.slice(at + 1).join(' '))];
}

/** A list marker: a bullet, or a number with its point or bracket. */
const BULLET = /(?:^|\s)(?:[-–*•]|\(?\d{1,2}[.)])\s/g;
/** Begins with a bullet. */
const BULLETED = /^(?:[-–*•]|\(?1[.)])\s/;
/** Numbered from one: what stands before the first number is no duty, whatever it says. */
const NUMBERED = /(?:^|\s)\(?1[.)]\s.*\s\(?2[.)]\s/s;
/** Words that say that a list follows. */
const introduces = new RegExp(pasted.introduces, 'i');
/** A sentence that asks for the class, beside the duties: "Which class is that?". */
const asking = new RegExp(pasted.asking, 'gi');
/** Most characters before a colon that introduce a list. */
const MAX_INTRODUCTION = 200;

/** What stands behind a colon that introduces a list: "She does four things: runs payroll, …". */
function behindColon(text: string): string {
  const at = text.search(/:\s/);
  const listed = at >= 0 && at < MAX_INTRODUCTION && /[,;\n•]|\s[-–*]\s/.test(text.slice(at));
  return withoutIntroduction(listed ? text.slice(at + 1) : text);
}

/** What stands before the first of several bullets and says that a list follows. */
function withoutIntroduction(text: string): string {
  const bullets = [...text.matchAll(BULLET)];
  const first = bullets[0]?.index ?? 0;
  const isList = bullets.length > 1 && (NUMBERED.test(text) || introduces.test(text.slice(0, first)));
  return isList ? text.slice(first) : text;
}

/** The duties in a pasted text: parts between line ends, semicolons and full stops, or commas where there is nothing else. */
function dutiesIn(text: string): string[] {
  const whole = text.trim().replace(asking, ' ').replace(tail, '').trimStart();
  // Behind a first bullet stands a duty, whatever it begins with: "- checks the work of staff who …".
  const body = behindColon(BULLETED.test(whole) ? whole : whole.replace(lead, ''));
  const split = (pattern: RegExp): string[] =>
    body
      .split(pattern)
      .map((part) => part.replace(/^[\s"'“”-]+|[\s"'“”?.!]+$/g, ''))
      .filter((part) => part.length >= MIN_DUTY);
  const parts = split(/[;\n•]|(?:^|\s)(?:[-–*]|\(?\d{1,2}[.)])\s+|\.\s+/);
  return (parts.length > 1 ? parts : split(/,\s+(?:and\s+)?|\s+and\s+(?=\w+s\b)/).flatMap(partedAtAnd)).slice(
    0,
    MAX_DUTIES,
  );
}

/** How telling a duty is, by the classes that do it as surely as the first: what dozens do tells none of them apart. */
function weightOf(found: readonly Found[]): number {
  const top = found[0]?.confidence ?? 0;
  return 1 / (1 + Math.log2(Math.max(1, found.filter(({ confidence }) => confidence >= top * NEARLY).length)));
}

interface Vote {
  score: number;
  passages: Map<number, Found>;
}

/** What each class gets for the duties that its passages match, best class first. */
function ranking(found: readonly (readonly Found[])[], weights: readonly number[]): [number, Vote][] {
  const votes = new Map<number, Vote>();
  found.forEach((items, duty) => {
    for (const item of items) {
      if (item.confidence < MIN_PART) continue;
      const vote = votes.get(item.document) ?? { score: 0, passages: new Map() };
      vote.score += item.confidence * (weights[duty] ?? 1);
      vote.passages.set(duty, item);
      votes.set(item.document, vote);
    }
  });
  return [...votes].sort((a, b) => b[1].score - a[1].score);
}

/** What a class that supervises is worth where the duties speak of supervising nobody. */
const OVERSEER = 0.85;

/** The classes by their votes, with those that supervise behind those that do the work, where nobody is supervised. */
async function withDoersFirst(context: AnswerContext, ranked: [number, Vote][]): Promise<[number, Vote][]> {
  const { corpus, understanding } = context;
  if (speaksOfSupervising(understanding.text)) return ranked;
  const documents = ranked.map(([document]) => documentAt(corpus, document));
  const profiles = await profilesOf(corpus, documents);
  return ranked
    .map(([document, vote], at): [number, Vote] => {
      const worth = 1 - (1 - OVERSEER) * (profiles[at]?.oversees ?? 0);
      return [document, { ...vote, score: vote.score * worth }];
    })
    .sort((a, b) => b[1].score - a[1].score);
}

/** The answer to "which class fits these duties". */
export async function answerMatch(context: AnswerContext): Promise<Draft> {
  const duties = dutiesIn(context.understanding.text);
  if (duties.length < 2) return answerDuty(context);
  const terms = duties.map((duty) => termsOfText(duty, isStopWord));
  const bestFor = async (within?: ReadonlySet<number>): Promise<Found[][]> => {
    const found: Found[][] = [];
    for (const [index, own] of terms.entries()) {
      const best = bestByDocument(await searchFor(context, own, undefined, within));
      found.push(withOverseers(context, duties[index] ?? '', best));
      // Two dozen searches of a large index take a while, in which others must get their answer.
      await setImmediate();
    }
    return found;
  };
  const found = await bestFor();
  const weights = found.map(weightOf);
  const likely = ranking(found, weights).slice(0, MAX_LIKELY);
  // A search over all classes stops before a duty's passage in each: the likely ones are read again by themselves.
  const again = likely.length < 2 ? found : await bestFor(new Set(likely.map(([document]) => document)));
  const votes = await withDoersFirst(context, ranking(again, weights));
  const ranked = votes.filter(([, vote]) => vote.passages.size >= Math.max(1, duties.length * MIN_SHARE));
  if (ranked.length === 0) return noClassFound(context, found.flat().sort((a, b) => b.confidence - a.confidence)[0]);
  const best = ranked[0]?.[1].score ?? 0;
  const lines = ranked
    .filter(([, vote], index) => index === 0 || vote.score > best * 0.6)
    .slice(0, MAX_CLASSES)
    .flatMap(([document, vote]) => [
      `**${nameOf(context.corpus, document)}** matches ${vote.passages.size} of ${duties.length}:`,
      ...duties.map((duty, index) => {
        const passage = vote.passages.get(index);
        return `- ${quotedText(duty)} → ${passage === undefined ? 'nothing matches' : context.citer.quote(document, passage, passage.heading)}`;
      }),
    ]);
  return draftOf(context, 'answered', lines);
}
