/** Whose work a sentence is on: the class that it begins with. */
import { normaliseHeading, vocabularyPart } from '../../vocabulary.ts';

const SUBJECT = /^(An?|The) ((?:\p{Lu}[\p{L}/&'’-]*,?\s(?:of |and |for |the )?)+)/u;

/** The name in capitals that a sentence begins with. */
export interface Subject {
  name: string;
  /** "A …", not "The …": one of a class, never a department or a document. */
  isOne: boolean;
  /** What stands behind the name. */
  behind: string;
}

/** What a sentence begins with, where that is a name in capitals behind an article: "A Program Administrator administers …". */
export function subjectOf(text: string): Subject | undefined {
  const [whole, article, name] = SUBJECT.exec(text) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  return { name, isOne: article !== 'The', behind: text.slice(whole.length) };
}

const overseeing = vocabularyPart<{ verb: string }>('overseeing');

/** True for a sentence on somebody who supervises the class of a title: "A Clerk II supervises the Clerk I". */
export function isSupervised(title: string, text: string): boolean {
  return new RegExp(`${overseeing.verb} (?:(?:the|an?) )?${normaliseHeading(title)} `).test(
    ` ${normaliseHeading(text)} `,
  );
}

/** A title's words and its level: "Clerk", "II". */
const LEVELLED = /^(.*\S)\s+([IVX]+|\d)$/i;

/** True for a sentence that begins with another level of a title's class: "Clerk I is the entry level." in Clerk II. */
export function isOnSister(text: string, title: string): boolean {
  const [, name, level] = LEVELLED.exec(title.replace(/\([^)]*\)/g, '').trim()) ?? [];
  if (name === undefined || level === undefined) return false;
  const first = /^\W*(?:(?:the|an?) )?/i.exec(text)?.[0].length ?? 0;
  if (text.slice(first, first + name.length).toLowerCase() !== name.toLowerCase()) return false;
  const other = /^s?\s+([IVX]+|\d)\b/i.exec(text.slice(first + name.length))?.[1];
  return other !== undefined && other.toLowerCase() !== level.toLowerCase();
}
