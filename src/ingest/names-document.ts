/** Lines that name the kind of document, and are no headings of its text. */
import { isOrganisation } from './employer.ts';
import { fieldsOfLine } from './fields.ts';
import { isTitleCase } from './heading-text.ts';
import { headingAt } from './headings.ts';
import { fieldTopic, isDocumentKind } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { type ParseState, placeOf } from './spec-builder.ts';

/**
 * True for one of a document's first lines that could head a section but names the kind of document: a title or labels
 * stand below it, not text ("Duty Statement").
 */
export function namesDocument(state: ParseState, at: number, header: readonly Line[]): boolean {
  const { lines } = state;
  const line = lines[at];
  if (line === undefined || !isDocumentKind(line.text)) return false;
  const below = lines.findIndex((other, index) => index > at && other.text !== '' && !state.furniture.has(index));
  const next = lines[below];
  if (next === undefined || fieldTopic(next.text) !== undefined) return true;
  if (fieldsOfLine(state.text, next, true).length > 0) return true;
  const isTitle =
    next.text.length <= 80 && !/[.;]$/.test(next.text) && (isTitleCase(next.text) || isCapitals(next.text));
  const isTitled = state.fields.length > 0 || header.some(({ text }) => !isOrganisation(text) && !isDocumentKind(text));
  return isTitle && (!isTitled || headingAt(placeOf(state, below))?.known !== true);
}
