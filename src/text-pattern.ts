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

/** Behind a class, from its opening bracket. */
function classEnd(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

/** Behind an escape, from its backslash. */
function escapeEnd(source: string, at: number): number {
  const kind = source[at + 1] ?? '';
  if (kind === 'u' && source[at + 2] !== '{') return at + 6;
  if (kind === 'x') return at + 4;
  return kind === 'u' || kind === 'p' || kind === 'P' ? source.indexOf('}', at) + 1 : at + 2;
}

/** Behind a quantifier that begins at `at`; `at` where none does. */
function quantifierEnd(source: string, at: number): number {
  const mark = source[at];
  const end = mark === '{' ? source.indexOf('}', at) + 1 : mark === '*' || mark === '+' || mark === '?' ? at + 1 : at;
  return end > at && source[end] === '?' ? end + 1 : end;
}

/** Where the alternatives of a group begin, from its parenthesis, and whether they are ones that may not match. */
function groupStart(source: string, at: number): { from: number; isNegative: boolean } {
  if (source[at + 1] !== '?') return { from: at + 1, isNegative: false };
  const behind = source[at + 2] === '<';
  const mark = source[at + (behind ? 3 : 2)];
  if (behind && mark !== '=' && mark !== '!') return { from: source.indexOf('>', at) + 1, isNegative: false };
  return { from: at + (behind ? 4 : 3), isNegative: mark === '!' };
}

/** Reads alternatives from `start` to the parenthesis that ends their group, or to the end of the source. */
function read(source: string, start: number): { alternatives: Alternative[]; end: number } {
  const alternatives: Alternative[] = [];
  let needs: (string | readonly Needs[])[] = [];
  let word = '';
  let from = start;
  let at = start;
  const close = () => {
    if (word.length >= MIN_TELLING) needs.push(word.toLowerCase());
    word = '';
  };
  const endAlternative = () => {
    close();
    alternatives.push({ from, to: at, needs });
    needs = [];
    from = at + 1;
  };
  for (; at < source.length && source[at] !== ')'; ) {
    const mark = source[at] ?? '';
    if (mark === '|') {
      endAlternative();
      at++;
      continue;
    }
    // Places take no letter: a word goes on behind them.
    if (mark === '^' || mark === '$' || (mark === '\\' && source[at + 1] === 'b')) {
      at += mark === '\\' ? 2 : 1;
      continue;
    }
    let letter = '';
    let choices: readonly Needs[] = [];
    let end = at + 1;
    if (mark === '(') {
      const group = groupStart(source, at);
      const body = read(source, group.from);
      if (!group.isNegative) choices = body.alternatives.map((one) => one.needs);
      end = body.end + 1;
    } else if (mark === '[') end = classEnd(source, at);
    else if (mark === '\\') {
      end = escapeEnd(source, at);
      if (/[^a-z\d]/i.test(source[at + 1] ?? '')) letter = source[at + 1] ?? '';
    } else if (mark !== '.') letter = mark;
    at = quantifierEnd(source, end);
    const isQuantified = at > end;
    const isOptional = isQuantified && (source[end] === '*' || source[end] === '?' || source.startsWith('{0', end));
    if (!isOptional) word += letter;
    if (letter === '' || isQuantified) close();
    // A choice that asks for nothing makes the whole group ask for nothing.
    if (!isOptional && choices.length > 0 && choices.every((one) => one.length > 0)) needs.push(choices);
  }
  endAlternative();
  return { alternatives, end: at };
}

const meets = (text: string, needs: Needs): boolean =>
  needs.every((need) => (typeof need === 'string' ? text.includes(need) : need.some((one) => meets(text, one))));

/** In lower case, with the one letter that folds to another of a to z all the same (the long s). */
const folded = (text: string): string => text.toLowerCase().replaceAll('ſ', 's');

/**
 * Matches what `new RegExp(source, flags)` matches, from the start of a text. The source may have no references to its
 * groups.
 * @param flags "i" or "iu".
 * @throws {SyntaxError} when a text is tried, and what may match it is no regular expression.
 */
export function createTextPattern(source: string, flags: 'i' | 'iu' = 'i'): TextPattern {
  let alternatives: { source: string; needs: Needs; compiled?: RegExp }[] | undefined;
  let whole: RegExp | undefined;
  const parted = () => {
    alternatives ??= read(source, 0).alternatives.map(({ from, to, needs }) => ({
      source: source.slice(from, to),
      needs,
    }));
    return alternatives;
  };
  return {
    test(text) {
      const lower = folded(text);
      return parted().some((one) => {
        if (!meets(lower, one.needs)) return false;
        one.compiled ??= new RegExp(one.source, flags);
        return one.compiled.test(text);
      });
    },
    exec(text) {
      const lower = folded(text);
      if (!parted().some((one) => meets(lower, one.needs))) return null;
      whole ??= new RegExp(source, flags);
      return whole.exec(text);
    },
  };
}
