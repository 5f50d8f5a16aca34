/** Particular things of a topic that a question may ask for: a document that has others of the kind doesn't state these. */
import { acrossLines, createTextPattern } from '../../text-pattern.ts';
import { vocabularyPart } from '../../vocabulary.ts';

/** A thing asked for, and how a document speaks of it. */
export interface Particular {
  topic: string;
  what: string;
  states: RegExp;
}

const entries =
  vocabularyPart<(Record<'topic' | 'what' | 'ask' | 'states', string> & { part?: true })[]>('particulars');

const particulars = entries.map((entry) => ({
  topic: entry.topic,
  what: entry.what,
  ask: createTextPattern(entry.ask),
  states: new RegExp(acrossLines(entry.states), 'i'),
}));

/** The one particular of a topic that a question asks for; undefined where it asks for none or for several. */
export function particularOf(topic: string, question: string): Particular | undefined {
  const found = particulars.filter((entry) => entry.topic === topic && entry.ask.test(question));
  return found.length === 1 ? found[0] : undefined;
}

/** True for what an examination may consist of: one that names its parts has no others. */
export function isExamPart(what: string): boolean {
  return entries.some((entry) => entry.part === true && entry.what === what);
}
