/** A line that holds a title: what of it is the title, and the class code beside it. */
import type { Span } from '../domain.ts';
import { vocabularyPart } from '../vocabulary.ts';
import { isDocumentKind } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';

const { prefixes } = vocabularyPart<{ prefixes: string[] }>('titles');
const prefixPatterns = prefixes.map((phrase) => phrase.replace(/ /g, '\\s+'));
const PREFIX = new RegExp(`^(?:${prefixPatterns.join('|')})(?:\\s*[:–—-]\\s*|\\s+)`, 'i');
const SUFFIX = new RegExp(`\\s*[-–—:|,]\\s*(?:${prefixPatterns.join('|')})$`, 'i');

/** The bar before a table's first cell. */
const TABLE_EDGE = /^\|\s+/;
/** A number of an outline before a title: "1.1  Tree Climber", "12. Tree Climber", "C-7. Tree Climber". */
const OUTLINE = /^(?:[IVX]{1,4}\.|\d{1,2}(?:\.\d{1,2})+\.?|(?:[A-Z]-?)?\d{1,2}\.)\s+(?=\p{L})/u;

/** What kind of document it is, and what else it holds, before a title: "Class Description and Requirements for …". */
const KIND_BEFORE =
  /^(?:class|classification|job|position|role)\s+(?:description|specification|standard|profile)s?(?:\s+and\s+[\p{L} ]{3,40}?)?\s+for\s+(?:the\s+)?(?=\p{Lu}|\d)/iu;
/** A class code before a title: "4815 - TREE CLIMBER", "R3K - Tree Climber". */
const CODE_BEFORE =
  /^(?:[A-Z]{0,3}-?\d{4,8}\s*[-–—:]?|[A-Z]{0,3}-?\d{3,8}\s*[-–—:]|(?=[A-Z]*\d)[A-Z\d]{3,8}\s+[-–—])\s+(?=\p{L})/u;
/** Two codes before a title in a list of classes: "GM41  3943  Senior Tree Climber". */
export const CODES_BEFORE = /^[A-Z]{1,3}\d{1,3}\s+(?:[A-Z]{0,2}\d{3,6})\s+(?=\p{Lu}\p{L})/u;
/** The grade of a class behind its title: "Tree Climber, Grade 14". */
export const GRADE_BEHIND =
  /\s*[,(–—-]\s*((?:(?:salary|pay)\s+)?(?:grade|range|band))\s+([A-Z]{0,2}-?\d{1,3}[A-Z]?)\)?(?:\s*\|)?$/i;
/** A code of letters and digits behind a title in capitals: "TREE CLIMBER INTERN R3K1IX". */
const MIXED_BEHIND = /(?<=\p{L}{2})\s+(?=[A-Z]*\d[A-Z]*\d)[A-Z][A-Z\d]{4,7}$/u;
/** A class code behind a title: "TREE CLIMBER (Code 4815)", "Tree Climber - 4815". */
const CODE_BEHIND =
  /\s*(?:\(#\s?[A-Z]{0,4}-?\d[\w-]{0,8}\s?\)|\(#\s?[A-Z]{1,5}\d?\s?\)|\((?:(?:class|job|position)\s+)?(?:code|no\.?|#)?[:\s]*#?[A-Z]{0,3}-?\d{3,8}\)|[-–—,]?\s*(?:(?:class|job|position)\s+)?(?:code|no\.?|#)?[:\s]*#?[A-Z]{0,3}-?\d{3,8}(?:-\d{1,2})?)$/i;

/** What is looked at behind a title: a wide gap, and a code. */
const MAX_BEHIND = 160;

/** The code before or behind a title on its line. */
export function codeBeside(line: Pick<Line, 'start' | 'text'>, title: Span): (Span & { text: string }) | undefined {
  const before = line.text.slice(0, title.start - line.start);
  const behind = line.text
    .slice(title.end - line.start)
    .slice(0, MAX_BEHIND)
    .replace(/[*_]/g, ' ');
  const marked =
    /^\s*\(#\s?([A-Z]{0,5}-?\d[\w-]{0,8})\s?\)/.exec(behind) ??
    /^(?:\s\/\s[^/]{1,8}){0,4}\s\/\s([A-Z]{0,3}-?\d[\d.]{2,8})$/.exec(behind) ??
    /^\s+((?=[A-Z]*\d[A-Z]*\d)[A-Z][A-Z\d]{4,7})$/.exec(behind) ??
    /^\s{2,}(?:class|spec|job)(?: code| no\.?)?[:\s]+(\d{1,2}\.\d{2,4})$/i.exec(behind);
  if (marked?.[1] !== undefined) {
    const start = title.end + marked[0].indexOf(marked[1]);
    return { text: marked[1], start, end: start + marked[1].length };
  }
  const second = /^[A-Z]{1,3}\d{1,3}\s+(?=[A-Z]{0,2}\d{3,6}\s)/.exec(before)?.[0].length;
  if (second !== undefined) {
    const text = before.slice(second).trim();
    return { text, start: line.start + second, end: line.start + second + text.length };
  }
  const found =
    /[A-Z]{0,3}-?\d{3,8}(?![\d,.]*\d)/.exec(before) ??
    /^[\s(–—,-]*(?:(?![A-Z]{1,3}-?\d)\p{L}+\.?[\s:#]*){0,2}#?([A-Z]{0,3}-?\d{3,8}(?:-\d{1,2})?)\)?$/u.exec(behind);
  const text = found?.[1] ?? found?.[0];
  if (found === null || text === undefined || /^(?:19|20)\d\d$/.test(text)) return undefined;
  const from = line.start + (found.input === before ? 0 : title.end - line.start);
  const start = from + found.index + found[0].indexOf(text);
  return { text, start, end: start + text.length };
}

/** The part of a line that can be a title: without markup, a generic phrase, a code in front or behind. */
export function titlePart(text: string): { text: string; offset: number } {
  let offset = 0;
  let rest = text;
  const drop = (pattern: RegExp) => {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined && found.length < rest.length) {
      offset += found.length;
      rest = rest.slice(found.length);
    }
  };
  drop(/^(?:#{1,6}\s+|[*_=~-]{2,}\s*|\[|["“])+/);
  drop(TABLE_EDGE);
  drop(OUTLINE);
  drop(KIND_BEFORE);
  drop(PREFIX);
  drop(TABLE_EDGE);
  drop(CODES_BEFORE);
  drop(CODE_BEFORE);
  rest = rest.split(/\t|\s{3,}|\s\|\s/, 1)[0] ?? rest;
  rest = rest.replace(/(?:\s*[*_=~-]{2,}|\]\([^)]*\)|["”])+\s*$/, '');
  const kind = /\s*\(([^()]{5,40})\)$/.exec(rest);
  if (kind?.[1] !== undefined && kind.index > 0 && isDocumentKind(kind[1])) rest = rest.slice(0, kind.index);
  // A row of cells that slashes part: "Tree Climber II / 34 / G / 9.418".
  rest = rest.split(/\s\/\s(?=[A-Z]{0,2}\d)/, 1)[0] ?? rest;
  rest = rest.replace(SUFFIX, '').replace(/\s+\(?rev(?:ised|\.)?\)?(?:\s+[\d/-]+)?$/i, '');
  rest = rest
    .replace(/\s*\|$/, '')
    .replace(GRADE_BEHIND, '')
    .replace(/(\(#[^)]{1,12}\))\s+\d{2,5}$/, '$1');
  rest = rest.replace(CODE_BEHIND, '').replace(/\s*[*_]{2,}$/, '');
  if (isCapitals(rest)) rest = rest.replace(MIXED_BEHIND, '');
  return { text: rest.trim(), offset };
}
