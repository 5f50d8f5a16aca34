/** A list's question without the words that only put it: "are designated …", "… among the duties". */
import type { FocusTerm, Understanding } from '../../domain.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { wording } from '../words/wordings.ts';

const FRAMES: readonly string[] = ['frames', 'everyone'];
const asksPreferred = new RegExp(vocabularyPart<{ asksPreferred: string }>('requirement').asksPreferred, 'i');
let patterns: readonly RegExp[] | undefined;

const blank = (part: string): string => ' '.repeat(part.length);

/** Without "but do not require it", where a preference stands before it: elsewhere that is what is asked for. */
function withoutContrast(text: string): string {
  const found = wording('preferredNotRequired').exec(text);
  if (found === null || !asksPreferred.test(text.slice(0, found.index))) return text;
  const end = found.index + found[0].length;
  return `${text.slice(0, found.index)}${blank(found[0])}${text.slice(end)}`;
}

/** The understanding of a list's question without its frames, which become spaces. As it is where nothing else is left. */
export function withoutFrames(understanding: Understanding): Understanding {
  patterns ??= FRAMES.map((name) => new RegExp(wording(name).source, 'giu'));
  const text = patterns.reduce((left, pattern) => left.replace(pattern, blank), withoutContrast(understanding.text));
  const left = new Set(wordsOf(text).map(stemOf));
  const isLeft = ({ stem }: FocusTerm): boolean => stem.split(' ').every((part) => left.has(part));
  const content = understanding.content.filter(isLeft);
  if (text === understanding.text || content.length === 0) return understanding;
  return { ...understanding, text, focus: understanding.focus.filter(isLeft), content };
}
