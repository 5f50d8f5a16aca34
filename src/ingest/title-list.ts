/** Titles of a series that one line lists with their codes or grades: "Planner I (2101), Planner II (2102)". */
import type { Field, Span, SpecLevel } from '../domain.ts';
import { isTitleLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { areSisters, plainTitle } from './sister-titles.ts';
import { isCandidate, saysWhat } from './title-candidate.ts';

/** What a list says: its levels, and the codes and grades behind their titles. */
export interface TitleList {
  levels: SpecLevel[];
  fields: Field[];
}

/** Longest list, in characters. */
const MAX_LIST = 200;
/** A title, and its code or grade in brackets. */
const ENTRY =
  /^(\p{Lu}[^(),;]{2,60}?)\s*\((?:(?:(?:class|job)\s+)?(?:code|no\.?|#)?[:\s#]*([A-Z]{0,3}-?\d{3,8})|((?:(?:salary|pay)\s+)?(?:grade|range|band))\s+([A-Z]{0,2}-?\d{1,3}[A-Z]?))\)$/iu;

function listIn(text: string, { start, end }: Span): TitleList | undefined {
  const whole = text.slice(start, end);
  if (whole.length > MAX_LIST || !whole.endsWith(')')) return undefined;
  const levels: SpecLevel[] = [];
  const fields: Field[] = [];
  let at = start;
  for (const part of whole.split(/(?<=\))\s*(?:[,;/&]|\band\b)[\s&]*(?:and\s+)?/i)) {
    const found = ENTRY.exec(part);
    const from = text.indexOf(part, at);
    if (found?.[1] === undefined || from < 0) return undefined;
    const titleSpan = { start: from, end: from + found[1].length };
    at = from + part.length;
    levels.push({ title: plainTitle(found[1]), titleSpan, classCode: found[2], start: from, end: at });
    const [, , code, label, grade] = found;
    if (code !== undefined) {
      const value = { start: from + part.lastIndexOf(code), end: from + part.lastIndexOf(code) + code.length };
      fields.push({ topic: 'class-code', label: '', value: code, valueSpan: value, start: from, end: at });
    }
    if (label === undefined || grade === undefined) continue;
    const value = { start: from + part.lastIndexOf(grade), end: from + part.lastIndexOf(grade) + grade.length };
    fields.push({ topic: 'pay-grade', label, value: grade, valueSpan: value, start: from, end: at });
  }
  const titles = levels.map(({ title }) => title);
  const areTitles = titles.every((title) => isCandidate(title) && saysWhat(title));
  return areTitles && areSisters(titles) ? { levels, fields } : undefined;
}

/** The first list of titles among a document's labelled titles and the lines above its first section; undefined for none. */
export function titleListOf(text: string, header: readonly Line[], fields: readonly Field[]): TitleList | undefined {
  const labelled = fields.filter(({ label }) => isTitleLabel(label)).map(({ valueSpan }) => valueSpan);
  for (const span of [...labelled, ...header]) {
    const list = listIn(text, span);
    if (list !== undefined) return list;
  }
  return undefined;
}
