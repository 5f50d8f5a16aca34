/** Amounts that stand side by side in one line, steps of one scale: which of them one label has for its value. */
import type { Field, Span } from '../domain.ts';
import { shownText } from './readable.ts';

/** An amount in a cell of a row of pay. */
const AMOUNT = /^[$£€]?\s?\d/;

/** True for a cell of a row of pay that begins with an amount. */
export const isAmount = (text: string, { start, end }: Span): boolean => AMOUNT.test(text.slice(start, end));

/** Steps with their amounts behind a label: "Range 31 (monthly)   A 4,487   B 4,711". */
export function stepsBehind(text: string, segments: readonly Span[], at: number): Span | undefined {
  const steps = segments.slice(at + 1);
  const [first] = steps;
  const last = steps.at(-1);
  const areSteps = steps.every(({ start, end }) =>
    /^(?:step )?[A-Z\d]{1,2}:? [$£€]?\d[\d,.]*$/i.test(text.slice(start, end)),
  );
  if (first === undefined || last === undefined || steps.length < 2 || !areSteps) return undefined;
  return /^(?:range|grade|step|salary|pay|band|schedule)/i.test(text.slice(segments[at]?.start, segments[at]?.end))
    ? { start: first.start, end: last.end }
    : undefined;
}

/** An amount by itself, with its step before or behind it: "$33.75 (B)", "B: $33.75", "to $35.00". */
const STEP_AMOUNT =
  /^(?:(?:to|[-–—]|(?:step )?\(?[A-Z\d]{1,2}\)?:?)\s+)?[$£€]\s?\d[\d,.]*(?:\s*(?:\([A-Z\d]{1,2}\)|[-–—]\s*[$£€]\s?\d[\d,.]*))?$/i;

/** The amounts behind the stretch at `at` that go on with the pay that it labels: "Salary: $20 (A)   $21 (B)   $22 (C)". */
export function amountsBehind(text: string, segments: readonly Span[], at: number, field: Field): Span[] {
  const own = segments[at];
  const isOpen = field.topic === 'salary' && field.valueSpan.end === own?.end && STEP_AMOUNT.test(field.value);
  if (!isOpen) return [];
  const behind = segments.slice(at + 1);
  const other = behind.findIndex(({ start, end }) => !STEP_AMOUNT.test(text.slice(start, end)));
  return other < 0 ? behind : behind.slice(0, other);
}

/** A field whose value goes on to `end` on its line. */
export function lengthened(text: string, field: Field, end: number): Field {
  const valueSpan = { start: field.valueSpan.start, end };
  return { ...field, value: shownText(text.slice(valueSpan.start, end)), valueSpan, end };
}
