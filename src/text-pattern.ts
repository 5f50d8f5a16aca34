/**
 * Regular expressions of many alternatives, of which a text mostly can match none: compiling one takes milliseconds,
 * which a single question in a process of its own pays for each. Here an alternative is compiled when a text has the
 * words that it can't do without.
 */

/** What a text must have: every word (in lower case), and of each list of choices all that one of them asks for. */
type Needs = readonly (string | readonly Needs[])[];

/** A regular expression that is compiled as far as a text may match it. */
export interface TextPattern {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
}

/** Shorter words stand in nearly every text. */
const MIN_TELLING = 2;

/** An alternative of a source, and what it can't do without. */
interface Alternative {
  from: number;
  to: number;
  needs: Needs;
}

/** The pieces that a source is made of: an escape, a class, the start of a group, a quantifier, a mark, a run of letters. */
const PIECES =
  /\\(?:u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|p\{[^}]*\}|.)|\[(?:\\.|[^\\\]])*\]|\((?:\?(?::|<?[=!]|<\w+>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[)|^$.]|[^\\[()*+?{|^$.]+|\{/gis;
const QUANTIFIER = /^(?:[*+?]|\{\d)/;
/** An escape that stands for the mark behind its backslash. */
const ESCAPED_MARK = /^\\[^a-z\d]$/i;

/** Reads the alternatives of a source. */
function read(source: string): Alternative[] {
  const pieces = source.match(PIECES) ?? [];
  let next = 0;
  let offset = 0;
  /** To the parenthesis that ends a group, or to the end of the source. */
  const readGroup = (): Alternative[] => {
    const alternatives: Alternative[] = [];
    let needs: (string | readonly Needs[])[] = [];
    let word = '';
    let from = offset;
    const close = () => {
      if (word.length >= MIN_TELLING) needs.push(word.toLowerCase());
      word = '';
    };
    const endAlternative = () => {
      close();
      alternatives.push({ from, to: offset, needs });
      needs = [];
    };
    for (let piece = pieces[next]; piece !== undefined && piece !== ')'; piece = pieces[next]) {
      if (piece === '|') endAlternative();
      next++;
      offset += piece.length;
      if (piece === '|') from = offset;
      // Places take no letter: a word goes on behind them.
      if (piece === '|' || piece === '^' || piece === '$' || piece === '\\b') continue;
      const mark = piece[0];
      let letters = '';
      let choices: readonly Needs[] = [];
      if (mark === '(') {
        const body = readGroup();
        if (!piece.endsWith('!')) choices = body.map((one) => one.needs);
        // Its parenthesis.
        next++;
        offset++;
      } else if (mark === '\\') {
        if (ESCAPED_MARK.test(piece)) letters = piece[1] ?? '';
      } else if (mark !== '[' && mark !== '.') letters = piece;
      const quantifier = pieces[next] ?? '';
      const isQuantified = QUANTIFIER.test(quantifier);
      const isOptional = isQuantified && /^(?:[*?]|\{0)/.test(quantifier);
      if (isQuantified) {
        next++;
        offset += quantifier.length;
      }
      // Of several letters, the last alone is quantified.
      word += isOptional ? letters.slice(0, -1) : letters;
      if (letters === '' || isQuantified) close();
      // A choice that asks for nothing makes the whole group ask for nothing.
      if (!isOptional && choices.length > 0 && choices.every((one) => one.length > 0)) needs.push(choices);
    }
    endAlternative();
    return alternatives;
  };
  return readGroup();
}

function meets(text: string, needs: Needs): boolean {
  for (const need of needs)
    if (!(typeof need === 'string' ? text.includes(need) : need.some((one) => meets(text, one)))) return false;
  return true;
}

let lastText = '';
let lastFolded = '';

/**
 * In lower case, with the one letter that folds to another of a to z all the same (the long s). The last text's is kept:
 * a question is tried by hundreds of patterns, one after the other.
 */
function folded(text: string): string {
  if (text !== lastText) {
    lastText = text;
    lastFolded = text.toLowerCase().replaceAll('ſ', 's');
  }
  return lastFolded;
}

/**
 * Matches what `new RegExp(source, flags)` matches, from the start of a text. The source may have no references to its
 * groups.
 * @param flags "i", "iu", or none for texts in lower case.
 * @throws {SyntaxError} when a text is tried, and what may match it is no regular expression.
 */
export function createTextPattern(source: string, flags: '' | 'i' | 'iu' = 'i'): TextPattern {
  let alternatives: { source: string; needs: Needs; compiled?: RegExp }[] | undefined;
  let whole: RegExp | undefined;
  const parted = () => {
    alternatives ??= read(source).map(({ from, to, needs }) => ({
      source: source.slice(from, to),
      needs,
    }));
    return alternatives;
  };
  return {
    test(text) {
      let lower: string | undefined;
      return parted().some((one) => {
        if (one.compiled === undefined) {
          lower ??= folded(text);
          if (!meets(lower, one.needs)) return false;
          one.compiled = new RegExp(one.source, flags);
        }
        return one.compiled.test(text);
      });
    },
    exec(text) {
      if (whole === undefined) {
        const lower = folded(text);
        if (!parted().some((one) => meets(lower, one.needs))) return null;
        whole = new RegExp(source, flags);
      }
      return whole.exec(text);
    },
  };
}

/** What of a source is copied as it is, or is a blank: an escape, a class of characters, a blank with its quantifier. */
const BLANKS = /\\.|\[(?:\\.|[^\\\]])*\]| ([?*+]?)/gs;

/**
 * A source for texts that are broken into lines: each blank matches any white space, a line's end with the indent
 * behind it as well; one that may be missing, or stands among the characters of a class, a single one: where both may
 * repeat, matching would take as long as there are ways to part a text.
 */
export function acrossLines(source: string): string {
  return source.replace(BLANKS, (piece, quantifier: string | undefined) => {
    if (piece.startsWith('[')) return piece.replaceAll(' ', '\\s');
    if (quantifier === undefined) return piece;
    return quantifier === '' ? '\\s+' : `\\s${quantifier}`;
  });
}
