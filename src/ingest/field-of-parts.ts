/** Recognises a label whose value has parts with labels of their own. */
import type { Field, Span } from '../domain.ts';
import { isTitleLabel, topicOfLabel } from './labels.ts';
import { makeField } from './make-field.ts';

/** The field of a known label before parts with labels of their own: "SUPERVISES:   Direct: 6 Operators   Indirect: 2 Students". */
export function fieldOfParts(text: string, segments: readonly Span[]): Field | undefined {
  const [label, first, ...more] = segments;
  const last = more.at(-1);
  if (label === undefined || first === undefined || last === undefined || text[label.end - 1] !== ':') return undefined;
  const topic = topicOfLabel(text.slice(label.start, label.end - 1));
  const isPart = ({ start, end }: Span): boolean => {
    const part = /^(\p{L}[^:]{1,24}):\s+\S/u.exec(text.slice(start, end))?.[1];
    return part !== undefined && topicOfLabel(part) === undefined && !isTitleLabel(part);
  };
  return topic !== undefined && [first, ...more].every(isPart)
    ? makeField(text, topic.name, label, { start: first.start, end: last.end })
    : undefined;
}
