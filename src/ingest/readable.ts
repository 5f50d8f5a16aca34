/** A text with what is not to be read masked, at its full length, so that every offset stays true. */

/** Stands for a masked character between words: white space to every pattern, and none that columns are made of. */
const BLANK = '\uFEFF';
/** Stands for a masked character within a word. */
const NOTHING = '\u00AD';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: BLANK,
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  pound: '£',
  euro: '€',
  eacute: 'é',
  egrave: 'è',
  hellip: '…',
};

/** Tags that begin or end a line. */
const BLOCK = /^(?:p|div|h[1-6]|ul|ol|li|br|hr|tr|table|tbody|thead|section|article|header|footer|dl|dt|dd|body|html)$/;
const TAG =
  /<\/?(p|div|h[1-6]|ul|ol|li|br|hr|tr|td|th|table|tbody|thead|section|article|header|footer|dl|dt|dd|body|html|head|span|strong|b|em|i|u|a|font|sup|sub|small)\b[^<>]{0,300}>/gi;
const BLOCK_TAG = /<\/?(?:p|div|h[1-6]|ul|ol|li|br|tr|table)\b[^<>]{0,300}>/gi;
/** With fewer tags of blocks a text is no web page, and a tag in it is meant to be read. */
const MIN_TAGS = 3;
const ENTITY = /&(?:#(\d{2,5})|#x([0-9a-f]{2,4})|([a-z]{2,6}));/gi;

/** Four letters or more with a space between any two: "A R B O R I S T". */
const SPACED = /\p{Lu} \p{Lu} \p{Lu} \p{Lu}/u;
/** A line of nothing else: letter-spaced words, which wider gaps part. */
const SPACED_LINE = /(?<=^[ \t]*)[\p{Lu}\d&] (?:[\p{Lu}\d&/.,-] {1,4})+[\p{Lu}\d](?=[ \t:]*$)/gmu;

/** A letter-spaced line as words, which wider gaps part; each fills the place of its letters and spaces. */
const together = (line: string): string =>
  line
    .split(/(?<= ) (?! )/)
    .map((word) => word.replaceAll(' ', '').padEnd(word.length, NOTHING))
    .join(' ');

function padded(sign: string, length: number): string {
  return sign + BLANK.repeat(Math.max(0, length - sign.length));
}

/** What a tag is read as: a line break, a heading's or an item's mark, a column's end, or nothing. */
function readTag(tag: string, name: string, before: string | undefined, after: string | undefined): string {
  const opens = tag[1] !== '/';
  const isBreak = (char: string | undefined): boolean => char === undefined || char === '\n' || char === '\r';
  if (!BLOCK.test(name)) return padded(opens && /^t[dh]$/.test(name) && !isBreak(before) ? '\t' : '', tag.length);
  const ending = isBreak(before) || (isBreak(after) && name === 'br') ? '' : '\n';
  const level = opens ? /^h([1-6])$/.exec(name)?.[1] : undefined;
  // `<h4>` is as long as its mark of four signs; `<h5>` and `<h6>` get as many as there is room for.
  if (level !== undefined) return padded(`${ending}${'#'.repeat(Math.min(Number(level), 2))}`, tag.length);
  if (opens && name === 'li') return padded(`${ending}•`, tag.length);
  return padded(ending, tag.length);
}

/**
 * The text as it is read: tags and character entities of web pages become the marks and characters they stand for,
 * escaped signs lose their backslash, zero-width spaces become spaces. Same length as `text`.
 */
export function maskUnread(text: string): string {
  let shown = text;
  if ((shown.match(BLOCK_TAG)?.length ?? 0) >= MIN_TAGS)
    shown = shown.replace(TAG, (tag: string, name: string, at: number, whole: string) =>
      readTag(tag, name.toLowerCase(), whole[at - 1], whole[at + tag.length]),
    );
  if (shown.includes('&'))
    shown = shown.replace(ENTITY, (entity: string, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ?? (hex === undefined ? undefined : Number.parseInt(hex, 16));
      const sign = name === undefined ? String.fromCharCode(Number(code)) : ENTITIES[name.toLowerCase()];
      return sign === undefined ? entity : padded(/\s/.test(sign) ? BLANK : sign, entity.length);
    });
  if (SPACED.test(shown)) shown = shown.replace(SPACED_LINE, together);
  return shown.replace(/\\(?=[-\\`*_{}[\]()#+.!|~&<>])/g, NOTHING).replace(/[\u200B\u2060]/g, BLANK);
}

/** A value or title as people read it: white space folded, without soft hyphens and other marks within words. */
export function shownText(text: string): string {
  return text
    .replace(/[\u00AD\u200C\u200D]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
