/** Text on its way to Slack: escaping, cutting and splitting, and text that comes from Slack. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const WORD_JOINER = '\u2060';

/**
 * Text for the places where Slack reads markup (`text` of a message): no mention, link or channel in it takes effect.
 * Emoji codes and addresses get an invisible character, as nothing else keeps them from becoming pictures and links.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replace(/:(?=[a-z0-9_+'-]+:|\/\/)/gi, `:${WORD_JOINER}`);
}

/** The text in at most `length` UTF-16 units, cut at a whole character and marked with `…` where it was longer. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

/** The text in pieces of at most `length` units (at least 1) that join to it again: cut at line ends, else at spaces, else anywhere. */
export function splitText(text: string, length: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > length) {
    const head = rest.slice(0, length);
    const line = head.lastIndexOf('\n');
    const space = head.lastIndexOf(' ');
    // A piece of one unit may be half a character: an empty one would never end.
    const inside = length > 1 && /[\uD800-\uDBFF]$/.test(head) ? length - 1 : length;
    // A cut that leaves the piece more than half empty is worse than a long line cut at a space.
    const at = line >= length / 2 ? line + 1 : space >= length / 2 ? space + 1 : inside;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Escaped texts of at most `length` units each, which is more than one character takes; no entity is cut in two. */
export function escapedPieces(text: string, length: number): string[] {
  const halved = (piece: string): string[] => {
    const escaped = escapeText(piece);
    if (escaped.length <= length || piece.length < 2) return [escaped];
    return splitText(piece, Math.ceil(piece.length / 2)).flatMap(halved);
  };
  return splitText(text, length).flatMap(halved);
}

/** What a user typed: Slack's markup undone, mentions left out. */
export function readText(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => {
      const [target = '', label] = inner.split('|');
      if (/^[@!]/.test(target)) return target.startsWith('!subteam') ? (label ?? '') : '';
      if (target.startsWith('#')) return label ? `#${label}` : '';
      return label ?? target;
    })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** True when the text mentions this user. */
export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** True when the text is addressed to somebody: a person, a group, or everybody here. */
export function mentionsAnybody(text: string): boolean {
  return /<[@!][^<>]+>/.test(text);
}
