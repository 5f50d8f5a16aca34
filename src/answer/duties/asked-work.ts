/** What a question for a class says of the work, and whether it asks for those who do it or for whoever supervises them. */
import type { FocusTerm, Understanding } from '../../domain.ts';
import { createTextPattern } from '../../text-pattern.ts';
import { vocabularyPart } from '../../vocabulary.ts';

const { asked, profile } = vocabularyPart<{
  asked: Record<'overseer' | 'overseeing' | 'supervising', string>;
  profile: { oversees: string };
}>('duties');
const overseer = createTextPattern(asked.overseer);
const overseeing = new RegExp(asked.overseeing, 'i');

/** The work asked for. */
export interface AskedWork {
  terms: FocusTerm[];
  /** Who supervises the people that do it is asked for: "who heads the staff that sets rates". */
  overseer: boolean;
}

/** Reads what is asked; the words for supervising and for people at work tell nothing of the work. */
export function askedWork({ text, content }: Understanding): AskedWork {
  if (!overseer.test(text)) return { terms: content, overseer: false };
  const work = content.filter(({ word }) => !overseeing.test(word));
  return { terms: work.length > 0 ? work : content, overseer: true };
}

const supervising = new RegExp(profile.oversees, 'i');
const told = new RegExp(asked.supervising, 'i');

/** True where pasted duties speak of supervising anybody: then a class that does may fit. */
export function speaksOfSupervising(text: string): boolean {
  return supervising.test(text) || told.test(text);
}
