/** A line that holds a title: what of it is the title, and the class code beside it. */
import type { Span } from '../domain.ts';
import { vocabularyPart } from '../vocabulary.ts';
import type { Line } from './lines.ts';

const { prefixes } = vocabularyPart<{ prefixes: string[] }>('titles');
const prefixPatterns = prefixes.map((phrase) => phrase.replace(/ /g, '\\s+'));
const PREFIX = new RegExp(`^(?:${prefixPatterns.join('|')})(?:\\s*[:–—-]\\s*|\\s+)`, 'i');
const SUFFIX = new RegExp(`\\s*[-–—:|,]\\s*(?:${prefixPatterns.join('|')})$`, 'i');

/** The bar before a table's first cell. */
const TABLE_EDGE = /^\|\s+/;
/** A number of an outline before a title: "1.1  Tree Climber". */
const OUTLINE = /^\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\p{L})/u;

/** A class code before a title: "4815 - TREE CLIMBER". */
const CODE_BEFORE = /^(?:[A-Z]{0,3}-?\d{4,8}\s*[-–—:]?|[A-Z]{0,3}-?\d{3,8}\s*[-–—:])\s+(?=\p{L})/u;
/** A class code behind a title: "TREE CLIMBER (Code 4815)", "Tree Climber - 4815". */
const CODE_BEHIND =
  /\s*(?:\((?:(?:class|job|position)\s+)?(?:code|no\.?|#)?[:\s]*#?[A-Z]{0,3}-?\d{3,8}\)|[-–—,]?\s*(?:(?:class|job|position)\s+)?(?:code|no\.?|#)?[:\s]*#?[A-Z]{0,3}-?\d{3,8}(?:-\d{1,2})?)$/i;

/** The code before or behind a title on its line. */
export function codeBeside(line: Pick<Line, 'start' | 'text'>, title: Span): (Span & { text: string }) | undefined {
  const before = line.text.slice(0, title.start - line.start);
  const behind = line.text.slice(title.end - line.start, title.end - line.start + 160);
  const found =
    /[A-Z]{0,3}-?\d{3,8}(?![\d,.]*\d)/.exec(before) ??
    /^[\s(–—,-]*(?:(?![A-Z]{1,3}-\d)\p{L}+\.?[\s:#]*){0,2}#?([A-Z]{0,3}-?\d{3,8}(?:-\d{1,2})?)\)?$/u.exec(behind);
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
  drop(PREFIX);
  drop(CODE_BEFORE);
  rest = rest.split(/\t|\s{3,}|\s\|\s/, 1)[0] ?? rest;
  rest = rest.replace(/(?:\s*[*_=~-]{2,}|\]\([^)]*\)|["”])+\s*$/, '');
  rest = rest.replace(SUFFIX, '').replace(/\s+\(?rev(?:ised|\.)?\)?(?:\s+[\d/-]+)?$/i, '');
  rest = rest.replace(CODE_BEHIND, '');
  return { text: rest.trim(), offset };
}
