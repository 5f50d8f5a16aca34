/** Questions for the class that does something: what they name besides is what is done, or whom it is done to. */
import type { ClassMention } from '../domain.ts';
import { createTextPattern } from '../text-pattern.ts';
import { vocabularyPart } from '../vocabulary.ts';
import type { Token } from './tokens.ts';

const wordings = vocabularyPart<{
  doing: Record<'hint' | 'subject' | 'verb' | 'task' | 'comparing' | 'overseenBy', string>;
}>('questions').doing;
/** What every such question has: to compile the whole pattern takes a process of its own some 20 ms. */
const hint = new RegExp(wordings.hint, 'i');
const doing = createTextPattern(`(?:${wordings.subject})${wordings.verb}|${wordings.task}`);
const comparing = createTextPattern(wordings.comparing);
const overseenBy = createTextPattern(wordings.overseenBy);

/** Words besides classes and topics from which a question describes work: "… supervises Clerks" has none. */
const MIN_DESCRIBED = 3;
/** Words from which what is supervised is work, where no class of that title is here: "who manages night shift repairs …". */
const MIN_WORK = 5;

/** True for "which class trains …", "who trains …": the class is asked for by what it does. */
export function asksDoer(text: string): boolean {
  return hint.test(text) && doing.test(text) && !comparing.test(text);
}

/** Most words of a question that offers two classes: more is work, with an "or" in it. */
const MAX_CHOOSING = 24;
/** Most words from the second of them to the end: "… or a Principal Water Meter Reader II?". */
const MAX_SECOND = 7;

/** True where two classes stand at the end for one to be chosen: "who lifts more, a Clerk or a Porter?". */
export function isChoice(tokens: readonly Token[], mentions: readonly ClassMention[]): boolean {
  const [first, second, ...others] = mentions;
  if (first === undefined || second === undefined || others.length > 0 || tokens.length > MAX_CHOOSING) return false;
  if (tokens.length - second.at > MAX_SECOND) return false;
  const begin = /^(?:the|an?)$/.test(tokens[first.at - 1]?.word ?? '') ? first.at - 1 : first.at;
  const isApart = tokens[begin]?.breakBefore === true;
  return isApart && tokens.slice(first.at, second.at).some(({ word }) => word === 'or');
}

const isCapitalised = (title: string): boolean => title.includes(' ') && /^(?:\p{Lu}\S* ?)+$/u.test(title);

/** What a question for a doer asks. */
export interface Doer {
  /** The classes it names are part of the work: they are not what is asked about. */
  byWork: boolean;
  /** The class whose supervisors are asked for, where nothing more is said of it: "which class supervises Clerks?". */
  overseen: ClassMention | undefined;
}

/**
 * Reads a question for a doer. A name that no document has is a class overseen only where it is written as a name.
 * @param whose "who supervises …" asks of the class named, unless it describes work at length.
 * @param said how many words besides classes, topics and grammar it has, and how many besides grammar.
 */
export function readDoer(
  tokens: readonly Token[],
  text: string,
  mentions: readonly ClassMention[],
  whose: boolean,
  said: { besides: number; inAll: number },
): Doer {
  const isTitled = mentions.some(({ how }) => how !== 'part' && how !== 'unknown');
  const isNamed = isTitled || mentions.some(({ how, title }) => how === 'unknown' && isCapitalised(title));
  const described = isNamed ? said.besides >= MIN_DESCRIBED : said.inAll >= (whose ? MIN_WORK : MIN_DESCRIBED);
  if (described) return { byWork: !whose || isTitled || !isNamed, overseen: undefined };
  if (whose) return { byWork: false, overseen: undefined };
  const overseen = mentions.find(({ at, how, title }) => {
    const first = tokens[at]?.text;
    const start = first === undefined ? -1 : text.indexOf(first);
    const isWhole = how === 'unknown' ? isCapitalised(title) : how !== 'part';
    return isWhole && start > 0 && overseenBy.test(text.slice(0, start));
  });
  return { byWork: overseen === undefined, overseen };
}
