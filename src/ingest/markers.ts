/** List markers and the numbers of outlines at the start of a line. */

/** Signs that mark an item wherever they stand, with the letters that word processors leave for signs of their fonts. */
const BULLET =
  '-{1,2}>(?=\\s)|~(?=\\s)|[-–—*+•●▪▫■□◦‣·∙○◆❖➢➤►✓✔☐☑❑★\\uE000-\\uF8FF]+|[o§Ø»›>](?=\\s)|[qüv](?=\\t| {2})|\\.(?=\\s+\\p{Lu})';
const NUMBER = '\\(?\\d{1,3}[.)]';
/** A number of a decimal outline: "3.1", "3.1.2". */
const DECIMAL = '\\d{1,2}(?:\\.\\d{1,2}){1,3}[.)]?';
const LETTER = '\\(?(?:[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})[.)]';

const MARKER = new RegExp(
  `^(?:(?:${BULLET})\\s*(?:${NUMBER}\\s+)?|${NUMBER}\\s+|${NUMBER}(?=\\p{Lu})|${DECIMAL}\\s+(?=[\\p{L}"“(])|${LETTER}\\s+)(?=\\S)`,
  'u',
);

/** Length of a line's list marker with the space behind it; 0 when it has none. */
export function markerLength(text: string): number {
  const marker = MARKER.exec(text)?.[0];
  if (marker === undefined || marker.length === text.length) return 0;
  const isItalic = marker === '*' && text.endsWith('*');
  return isItalic || /^[-–—*+]{2}/.test(marker) || (marker === '+' && !/\s$/.test(marker)) ? 0 : marker.length;
}

/**
 * True for a line that begins a list item, also where its marker is a small letter: "a) …", "a. Plans …" and "o …",
 * while "a. …" and "i. …" before a small letter may be the end of an abbreviation.
 */
export function startsItem(text: string): boolean {
  return (markerLength(text) > 0 && !/^\p{Ll}\.\s+\P{Lu}|^\p{Ll}{2}/u.test(text)) || beginsWithShare(text);
}

/** The decimal number that a line begins with ("3.1" of "3.1 Planning"); undefined when there is none. */
export function outlineNumber(text: string): string | undefined {
  return /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\p{L}/u.exec(text)?.[1];
}

/** True for a share of working time before a duty: "40%  Reviews …", "(25 %) Trains …". */
export function beginsWithShare(text: string): boolean {
  return /^\(?\d{1,3}\s?%\)?\s*[-–—:]?\s*\p{L}/u.test(text);
}

/** The head of a column for the share of time that each row takes. */
export const SHARE_HEAD =
  /^\**(?:approx(?:imate|\.)? )?(?:(?:%|percent(?:age)?)(?: of)?(?: (?:total |working |work )?time)?(?: spent)?|(?:share|portion) of (?:the )?time|time(?: spent)?(?: \(?%\)?)?)\**$/i;
