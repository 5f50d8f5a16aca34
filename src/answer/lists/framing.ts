/** A list's question without the words that only put it: "are designated …", "… among the duties". */
import type { FocusTerm, Understanding } from '../../domain.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { wording } from '../words/wordings.ts';

const FRAMES: readonly string[] = ['frames', 'preferredNotRequired', 'everyone'];
let patterns: readonly RegExp[] | undefined;

/** The understanding of a list's question without its frames, which become spaces. As it is where nothing else is left. */
export function withoutFrames(understanding: Understanding): Understanding {
  patterns ??= FRAMES.map((name) => new RegExp(wording(name).source, 'giu'));
  const blanked = (text: string, pattern: RegExp): string => text.replace(pattern, (part) => ' '.repeat(part.length));
  const text = patterns.reduce(blanked, understanding.text);
  const left = new Set(wordsOf(text).map(stemOf));
  const isLeft = ({ stem }: FocusTerm): boolean => stem.split(' ').every((part) => left.has(part));
  const content = understanding.content.filter(isLeft);
  if (text === understanding.text || content.length === 0) return understanding;
  return { ...understanding, text, focus: understanding.focus.filter(isLeft), content };
}
