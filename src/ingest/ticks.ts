/** Choices with boxes, of which one or more are ticked: "☐ Exempt ☒ Non-exempt", "[X] Yes [ ] No", "_X_ Day ___ Night". */
import type { Span } from '../domain.ts';
import type { Line } from './lines.ts';

const TICKED = '[☒☑✓✔✘]|\\[ ?[xX✓] ?\\]|\\([xX✓]\\)|(?<![\\w_])_{1,3}[xX✓]_{1,3}';
const EMPTY = '[☐□]|\\[ {0,2}\\]|\\( {0,2}\\)|(?<![\\w_])_{2,4}(?= ?\\p{L})';
const BOX = new RegExp(`(?:(${TICKED})|${EMPTY})\\s*`, 'gu');
const TICK = new RegExp(TICKED, 'u');

/** One choice with its box. */
export interface Choice extends Span {
  ticked: boolean;
  /** Where its words stand. */
  words: Span;
}

/** Choices on one line, and what stands before the first. */
export interface Choices {
  lead: Span;
  choices: Choice[];
}

/** True when a text has a ticked box. */
export function hasTick(text: string): boolean {
  return TICK.test(text);
}

/** The choices in a stretch of text, at least `least` of them and each with words; undefined when there are none. */
export function choicesIn(text: string, span: Span, least: number): Choices | undefined {
  const content = text.slice(span.start, span.end);
  const boxes = [...content.matchAll(BOX)];
  const [first] = boxes;
  if (first === undefined || boxes.length < least) return undefined;
  const choices = boxes.map((box, index): Choice => {
    const end = boxes[index + 1]?.index ?? content.length;
    const from = box.index + box[0].length;
    const words = content.slice(from, end).replace(/[\s,;/|]+$/, '').length;
    return {
      ticked: box[1] !== undefined,
      start: span.start + box.index,
      end: span.start + from + words,
      words: { start: span.start + from, end: span.start + from + words },
    };
  });
  if (choices.some(({ words }) => words.end === words.start)) return undefined;
  const lead = content.slice(0, first.index).trimEnd().length;
  return { lead: { start: span.start, end: span.start + lead }, choices };
}

/**
 * The choices of a line without a label, not all of them taken: only those ticked say something. Without a ticked
 * box anywhere in the document (`isForm`), boxes are the marks of list items.
 */
export function openChoices(text: string, line: Line, isForm: boolean): readonly Choice[] | undefined {
  const found = isForm ? choicesIn(text, line, 1) : undefined;
  if (found === undefined || found.lead.end > found.lead.start) return undefined;
  const taken = found.choices.filter(({ ticked }) => ticked).length;
  return taken < found.choices.length ? found.choices : undefined;
}
