/** Recognises employers among a document's first lines, and in the sentences that name them. */
import type { Span } from '../domain.ts';
import { vocabularyPart } from '../vocabulary.ts';
import { fieldTopic, isDocumentKind } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { shownText } from './readable.ts';

const titles = vocabularyPart<{ organisation: string[]; sentence: string }>('titles');
const patterns = titles.organisation.map((pattern) => new RegExp(pattern, 'i'));
/** Verbs that make a sentence of a line. */
const sentence = new RegExp(`\\b(?:${titles.sentence})\\b`);

/** Longest line that is taken for an employer's name, in characters. */
const MAX_NAME = 90;

/** True for a phrase that names an employer rather than a class. */
export function isOrganisation(text: string): boolean {
  const plain = shownText(text).replace(/[.,]$/, '');
  return plain.length < MAX_NAME && patterns.some((pattern) => pattern.test(plain));
}

/** The part of an employer that classifies its work, which a letterhead may name first. */
const PERSONNEL = /^(?:the )?(?:civil service|merit system|personnel|human resources?)(?: \p{L}+)?$/iu;

/** An employer as a document names it. */
export interface Employer extends Span {
  name: string;
}

/** The last word of a document's kind behind an employer's name: "State of Alder Class Specification". */
const KIND_END =
  /\b(?:specifications?|descriptions?|announcement|posting|profile|bulletin|standards?|spec|notice|statement)$/i;

/** A name without the kind of document, or the word for a picture, that shares its line: "Alder County - Position Description". */
function withoutKind(name: string): string {
  const plain = name.replace(/\s+logo$/i, '');
  if (!KIND_END.test(plain)) return plain;
  const rests = [...plain.matchAll(/\s+(?:[-–—]\s+)?(?=\p{L})/gu)].slice(-4).flatMap(({ index }) => {
    const rest = plain.slice(0, index);
    const kind = plain.slice(index).replace(/^[\s–—-]+/, '');
    return isDocumentKind(kind) && !/\b(?:of|the|for|and)$/i.test(rest) ? [rest] : [];
  });
  return rests.find((rest) => isOrganisation(rest)) ?? rests[0] ?? plain;
}

/** True for a line that names an employer and the kind of document: "Alder University — Job Family Standard". */
export function isEmployerAndKind(text: string): boolean {
  const name = withoutKind(text);
  return name !== text && isOrganisation(name);
}

/** The part of a header line that can name an employer: without marks of type and decoration, and its first column. */
function namePart(line: Line): Employer {
  const lead = /^(?:[#*_=~|!\s[\]"“-]|\p{L}+:\s)*/u.exec(line.text)?.[0].length ?? 0;
  const words = line.text.slice(lead);
  const [far = ''] = words.split(/\t|[ \u00A0]{3,}|\s+\|\s+|\s\/\s/, 1);
  const [near = ''] = far.split(/[ \u00A0]{2}/, 1);
  const first = isOrganisation(near) ? near : far;
  const column = withoutKind(first);
  const whole = column.replace(/(?:\]\([^()]*\))?[\s*_=~"”\]-]*$/, '');
  // "Office of Human Resources - Alder County": the office is whose letterhead it is, the county employs.
  const office =
    /^(.{3,50}?\b(?:human resources|personnel|civil service)\b.{0,30}?\s[-–—]\s+)(?=\p{Lu})/iu.exec(whole)?.[1] ?? '';
  const named = isOrganisation(whole.slice(office.length)) ? whole.slice(office.length) : whole;
  // "City of Alder – Kiln Tender": what a dash parts from an employer is no part of its name.
  const [employer = '', ...more] = named.split(/\s[-–—]\s/);
  const isParted = more.length === 1 && isOrganisation(employer) && !isOrganisation(more[0] ?? '');
  const name = isParted ? employer : named;
  const start = line.start + lead + whole.length - named.length;
  return { name: shownText(name), start, end: start + name.length };
}

/** "Alder County serves …", "Alder County is an equal opportunity employer": a sentence that an employer begins. */
const NAMING =
  /^((?:\p{Lu}[\p{L}'’&.-]*,? (?:of (?:the )?|and |the )?){1,7}?)(?:serves|is (?:an?|the|seeking|looking|hiring|committed|recruiting|accepting)|has|seeks|provides|offers|invites|employs)\s/u;

/** What stands below an employer's name on the cover of a posting. */
const INVITES = /^(?:invites|is (?:now )?accepting) applications\b/i;

/** The employer that header lines name, on a line of its own first, else at the beginning of a sentence. */
export function employerOf(header: readonly Line[]): Employer | undefined {
  const named = header
    .map(namePart)
    .filter(({ name }) => isOrganisation(name) && fieldTopic(name) === undefined && !sentence.test(name));
  const inviting = header.findIndex(({ text }) => INVITES.test(text));
  const host = header[inviting - 1];
  // "VALE CITY / invites applications for the position of": whoever invites employs.
  if (host !== undefined && named.length === 0 && isCapitals(host.text)) return namePart(host);
  const whole = named.find(({ name }) => !PERSONNEL.test(name)) ?? named[0];
  if (whole !== undefined) return whole;
  for (const line of header) {
    const lead = /^[*_\s]*(?:(?:join|at) )?(?:the )?/i.exec(line.text)?.[0].length ?? 0;
    const rest = line.text.slice(lead, lead + 2 * MAX_NAME);
    const name = NAMING.exec(rest)?.[1]?.trim().replace(/,$/, '');
    if (name === undefined || !/^\p{Lu}\S* \S*\p{Lu}/u.test(name) || !isOrganisation(name)) continue;
    return { name: shownText(name), start: line.start + lead, end: line.start + lead + name.length };
  }
  return undefined;
}

/**
 * The employer of a letterhead that has no word of an organisation: a document's first line, in capitals, beside or
 * above the kind of document ("NORDLAND GLASS    Job Description"), when the class is called something else.
 */
export function letterheadOf(header: readonly Line[], title: string): Employer | undefined {
  const [first, second] = header;
  if (first === undefined) return undefined;
  const named = namePart(first);
  const beside = first.text.slice(named.end - first.start).replace(/^[\s|/]+/, '');
  const kind = beside === '' ? (second?.text.split(/\t|[ \u00A0]{3,}/, 1)[0] ?? '') : beside;
  const ofTitle = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const isOther = !ofTitle(named.name).includes(ofTitle(title)) && !ofTitle(title).includes(ofTitle(named.name));
  const isName = isCapitals(named.name) && named.name.length <= 60 && !/[\d:;!?]/.test(named.name);
  return isName &&
    isOther &&
    isDocumentKind(kind) &&
    !isDocumentKind(named.name) &&
    !isDocumentKind(first.text) &&
    fieldTopic(named.name) === undefined
    ? named
    : undefined;
}
