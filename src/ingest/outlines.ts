/** Outlines: the numbers and letters that lines begin with, and which of them head what stands below. */
import type { Place } from './heading-text.ts';
import { outlineNumber } from './markers.ts';

/** The number or letter that a line of an outline begins with: its style, and what it is. */
export function ordinalOf(text: string): { style: string; value: number } | undefined {
  const found = /^(?:(\d{1,2})|([A-Z]))[.)]\s/.exec(text);
  if (found === null) return undefined;
  return found[1] === undefined
    ? { style: 'letter', value: found[2]?.charCodeAt(0) ?? 0 }
    : { style: 'number', value: Number(found[1]) };
}

/**
 * Whether a short numbered line is a heading: it has text of its own below, or deeper numbers, where an item of a list
 * has the next item. Undefined for a line without a number.
 */
export function headsOutline({ lines, at }: Place): boolean | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  const ordinal = ordinalOf(line.text);
  // "4.0" heads what "4" would: its parts are 4.1, 4.2.
  const decimal = outlineNumber(line.text)?.replace(/\.0$/, '');
  if (ordinal === undefined && decimal === undefined) return undefined;
  const next = lines.slice(at + 1, at + 4).find((other) => other.text !== '');
  if (next === undefined) return false;
  const below = outlineNumber(next.text);
  if (decimal?.includes('.')) return below?.startsWith(`${decimal}.`) ?? false;
  if (decimal !== undefined && below?.startsWith(`${decimal}.`)) return true;
  const sibling = ordinalOf(next.text);
  return !(sibling !== undefined && sibling.style === ordinal?.style && sibling.value === ordinal.value + 1);
}

/** True for a line whose number or letter follows that of the open section's heading: "12. Qualifications" below "11. Duties". */
export function followsHeading({ lines, at, mainHeading }: Place): boolean {
  const own = ordinalOf(lines[at]?.text ?? '');
  const before = ordinalOf(mainHeading);
  return own !== undefined && own.style === before?.style && own.value === before.value + 1;
}
