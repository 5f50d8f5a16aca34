/** Values that one field states for several levels, told apart by their numbers: "Levels 1 and 2, Local 9. Level 3 is exempt". */
import type { Field } from '../../domain.ts';
import { foldSpace, levelOf } from '../../words.ts';

const NUMERAL = '(?:[IVX]{1,4}|\\d)';
const LIST = `${NUMERAL}(?:(?:\\s*(?:,|/|&|\\band\\b|\\bor\\b)\\s*)+${NUMERAL}\\b)*`;
/** Levels before what is said of them, "Level 3 is exempt", or a numeral before an amount, "II $2,031.20". */
const BEFORE = new RegExp(
  `^\\W*(?:(?:for|at) )?(?:the )?(?:levels?\\s+(${LIST})\\b(?!\\s*(?:,|and|or|to|through|-)\\s*${NUMERAL}\\b)|(${NUMERAL})\\b[:.)]?\\s*(?:[-–—]\\s*)?(?=[$£€]\\s?\\d))`,
  'i',
);
/** Levels behind it: "six months at level 1", "nine months for levels II and III", "6645 (II)". */
const BEHIND = new RegExp(
  `(?:\\b(?:at|for|of|to|in) levels?\\s+(${LIST})|\\((?:level\\s+)?(${NUMERAL})(?: level)?\\))\\W*$`,
  'i',
);
/** What ends a clause on some levels before the next: a full stop, a semicolon, a slash, or the line. */
const CLAUSE = /[.;]\s+|\s+\/\s+|,\s+(?=\(?(?:levels?|[IVX]{1,4})\b)|\s*\r?\n\s*/i;
/** Values side by side in the order of the levels: "41 / 45". */
const ONE_EACH = /^[A-Z]{0,4}-?\d[\w.,-]*$/;

/** The numbers of the levels that a clause is about; empty when it names none. */
function numbersIn(clause: string): number[] {
  const before = BEFORE.exec(clause);
  const behind = BEHIND.exec(clause);
  const said = before?.[1] ?? before?.[2] ?? behind?.[1] ?? behind?.[2] ?? '';
  return said.split(/[^IVX\d]+/i).flatMap((numeral) => levelOf(numeral) ?? []);
}

/**
 * What a field states of level `number`, of the levels with `numbers`: the field itself where it does not tell levels
 * apart, with the level's own part of the value where it does, and nothing where every part is another level's.
 */
export function valueOfLevel(field: Field, text: string, number: number, numbers: readonly number[]): Field[] {
  const { start, end } = field.valueSpan;
  const parts: { start: number; end: number; value: string; of: number[] }[] = [];
  for (let at = start; at < end; ) {
    const found = CLAUSE.exec(text.slice(at, end));
    const to = found === null ? end : at + found.index + (/^[.]/.test(found[0]) ? 1 : 0);
    const value = foldSpace(text.slice(at, to));
    if (value !== '')
      parts.push({ start: at, end: to, value, of: numbersIn(value).filter((one) => numbers.includes(one)) });
    at = found === null ? end : at + found.index + found[0].length;
  }
  const told = parts.filter(({ of }) => of.length > 0);
  if (told.length === 0) {
    const each = parts.length === numbers.length && parts.every(({ value }) => ONE_EACH.test(value));
    const own = each ? parts[numbers.indexOf(number)] : undefined;
    return own === undefined
      ? [field]
      : [{ ...field, value: own.value, valueSpan: { start: own.start, end: own.end } }];
  }
  // What follows a clause on a level and names none goes on with it.
  let current: readonly number[] = [];
  const own = parts.filter(({ of }) => {
    if (of.length > 0) current = of;
    return current.length === 0 || current.includes(number);
  });
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    { ...field, value: own.map(({ value }) => value).join(' '), valueSpan: { start: first.start, end: last.end } },
  ];
}
