/** What a class states on a condition of a list, and how conditions are joined. */
import type { Span } from '../../domain.ts';

/** A passage that shows something. */
export interface Item extends Span {
  heading: string;
}

/** What one class states on one condition. Nothing in any part: it states nothing on it. */
export interface Verdict {
  /** States it, of everyone. */
  required: Item[];
  /** States it of some positions. */
  some: Item[];
  /** States it as a preference. */
  preferred: Item[];
  /** States that it is not so, or another value. */
  against: Item[];
}

/** A condition that classes are judged by. */
export interface Condition {
  /** What it is about, for "they state nothing on …". */
  about: string;
  /** The topic it belongs to, if it is one's. */
  topic: string | undefined;
  judge(document: number): Verdict;
  /** Values that classes state, where it asks for another one. */
  values?: () => string[];
  /** A filter on what classes are ("all accountants"), not on what they state: shown only where nothing else is. */
  scope?: boolean;
  /** Specifications usually state a value, though under no one label: those that don't are worth naming. */
  isUsual?: boolean;
  /** Stating nothing is what is asked for ("which don't state …"). */
  silence?: boolean;
  /** How amounts or durations were compared, when that needs saying. */
  note?: string;
}

export const NOTHING: Verdict = { required: [], some: [], preferred: [], against: [] };

/** True when a class states nothing on a condition. */
export function isSilent({ required, some, preferred, against }: Verdict): boolean {
  return required.length + some.length + preferred.length + against.length === 0;
}

/** A verdict of one part. */
export function stating(part: keyof Verdict, items: readonly Item[]): Verdict {
  return { ...NOTHING, [part]: [...items] };
}
