/** An answer in the making: text whose quotations carry markers, and the citations behind them. */
import type { AnswerStatus, Citation, IndexedDocument, Span } from '../../domain.ts';
import { foldSpace } from '../../words.ts';

/** What an answer kind returns: to be grounded, then shown. */
export interface Draft {
  status: AnswerStatus;
  /** Markdown. */
  text: string;
  citations: Citation[];
  suggestions: string[];
}

/** The line of an offset, from 1. Searched mark by mark: a list cites hundreds of documents. */
function lineOf(text: string, offset: number): number {
  let line = 1;
  const before = text.slice(0, offset);
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  for (let at = before.indexOf('\r'); at >= 0; at = before.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') line++;
  return line;
}

/** A source's words inside our markdown: white space folded, our quotation marks and markers kept apart from its own. */
export function quotedText(text: string): string {
  return foldSpace(text)
    .replace(/[“”]/g, '"')
    .replace(/([\\*_`|~<>#[\]])/g, '\\$1');
}

/** Collects citations; the same span of the same document keeps its marker. */
export class Citer {
  readonly citations: Citation[] = [];
  readonly #documents: readonly IndexedDocument[];
  readonly #markers = new Map<string, number>();

  constructor(documents: readonly IndexedDocument[]) {
    this.#documents = documents;
  }

  /** Cites a span and returns its marker, "[3]". */
  cite(document: number, span: Span, section: string): string {
    const key = `${document}:${span.start}:${span.end}`;
    const known = this.#markers.get(key);
    if (known !== undefined) return `[${known}]`;
    const { spec, source, text } = this.#document(document);
    const marker = this.citations.length + 1;
    this.#markers.set(key, marker);
    this.citations.push({
      marker,
      source,
      classTitle: spec.title,
      ...(spec.classCode === undefined ? {} : { classCode: spec.classCode }),
      section,
      quote: text.slice(span.start, span.end),
      start: span.start,
      end: span.end,
      line: lineOf(text, span.start),
    });
    return `[${marker}]`;
  }

  /** The span's text in quotation marks with its marker. */
  quote(document: number, span: Span, section: string): string {
    const { text } = this.#document(document);
    return `“${quotedText(text.slice(span.start, span.end))}” ${this.cite(document, span, section)}`;
  }

  #document(index: number): IndexedDocument {
    const document = this.#documents[index];
    if (document === undefined) throw new RangeError(`The index has no document ${index}`);
    return document;
  }
}
