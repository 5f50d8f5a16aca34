/** Collects a document's passages in order. */
import type { Passage, PassageKind, Span } from '../domain.ts';
import { clausesIn, sentencesIn } from './sentences.ts';

/** Collects passages of `text`; what is added must follow what was added before. */
export function createPassages(text: string) {
  const list: Passage[] = [];
  let block = 0;
  let sentence = 0;

  const push = (kind: PassageKind, span: Span, section: number): void => {
    if (span.end > span.start) list.push({ kind, start: span.start, end: span.end, section, block, sentence });
  };

  return {
    list,
    /** Adds one passage that is not to be split. */
    add(kind: PassageKind, span: Span, section: number): void {
      block++;
      sentence++;
      push(kind, span, section);
    },
    /** Adds a paragraph or list item, split into sentences and clauses. */
    addText(kind: PassageKind, span: Span, section: number): void {
      block++;
      for (const part of sentencesIn(text, span)) {
        sentence++;
        for (const clause of clausesIn(text, part)) push(kind, clause, section);
      }
    },
    /** Marks the passages that hold the title. */
    /** Makes fields of the lines that turn out to hold values: those that a field begins and ends with. */
    markFields(fields: readonly Span[]): void {
      for (const passage of list)
        if (fields.some(({ start, end }) => start === passage.start && end === passage.end)) passage.kind = 'field';
    },
    /** Makes fields of some stretches of one passage; what stands between them is kept as marks. */
    part(spans: readonly Span[]): void {
      const first = spans[0];
      const at = list.findIndex(({ start, end }) => first !== undefined && start <= first.start && end >= first.end);
      const whole = list[at];
      if (whole === undefined || spans.some(({ end }) => end > whole.end)) return;
      const pieces: Passage[] = [];
      let from = whole.start;
      for (const { start, end } of [...spans, { start: whole.end, end: whole.end }]) {
        if (text.slice(from, start).trim() !== '') pieces.push({ ...whole, kind: 'mark', start: from, end: start });
        if (end > start) pieces.push({ ...whole, kind: 'field', start, end });
        from = end;
      }
      list.splice(at, 1, ...pieces);
    },
    /** Marks the line that the title stands on. */
    markTitle(span: Span | undefined): void {
      if (span === undefined) return;
      for (const passage of list) {
        if (passage.start <= span.start && passage.end >= span.end && passage.kind !== 'field') passage.kind = 'title';
      }
    },
  };
}
