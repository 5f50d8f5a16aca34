/** Tells what must be had from what is only wished for, where a question asks for the first. */
import type { ClassSpec } from '../../domain.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { stemOf } from '../../words.ts';
import { topicsAround } from './spec-view.ts';

const MUSTS: readonly string[] = vocabularyPart<{ musts: string[] }>('requirement').musts.map(stemOf);

/** True for a question, by its stems, that asks for what must be had. */
export function asksMinimum(asked: ReadonlySet<string>): boolean {
  return MUSTS.some((stem) => asked.has(stem));
}

/** True in a column, or below a heading, of what is desirable. */
export function isWished(spec: ClassSpec, section: number): boolean {
  return topicsAround(spec, section)[0] === 'preferred';
}
