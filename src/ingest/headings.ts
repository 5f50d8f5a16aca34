/** Recognises headings, on lines of their own and before text. */
import { bareHeading, type Heading, type Place } from './heading-text.ts';
import { topicOfLabel } from './labels.ts';
import { isCapitals } from './lines.ts';
import { markerLength } from './markers.ts';
import { ARROW, headingBeforeText } from './run-in-headings.ts';
import { standaloneHeading } from './standalone-headings.ts';

/** Most words of a heading that only a full stop ends. */
const MAX_STOPPED = 6;

/** A lettered or numbered heading that a full stop ends: "A. Purpose. Runs the kilns.", "B. Typical tasks." above bullets. */
function stoppedHeading({ lines, at }: Place): Heading | undefined {
  const line = lines[at];
  const match = /^(?:[A-Z]|\d{1,2}|[ivx]{1,4})[.)]\s+(\p{Lu}[\p{L} ,&/'’-]{3,60}?)\.(?=\s+[\p{Lu}\d(]|$)\s*/u.exec(
    line?.text ?? '',
  );
  const text = match?.[1] ?? '';
  if (line === undefined || match === null || text.split(' ').length > MAX_STOPPED) return undefined;
  const topic = topicOfLabel(text);
  if (topic?.type !== 'section' || topic.weak === true) return undefined;
  const isAlone = match[0].length === line.text.length;
  const below = lines.slice(at + 1, at + 4).find((other) => other.text !== '');
  // "B. Driver license." may be an item, which has no list of its own.
  const heads = below !== undefined && below.indent > line.indent && markerLength(below.text) > 0;
  if (isAlone && !heads) return undefined;
  const runInEnd = isAlone ? undefined : line.start + match[0].length;
  return { topic: topic.name, text, runInEnd, rank: isCapitals(text) ? 0 : 1, known: true, outlined: true };
}

/** Most words of a heading that a full stop parts from its text where nothing else marks it. */
const MAX_BARE_STOPPED = 3;

/** A heading that a full stop parts from its text, without a number: "Education. An associate degree in accounting." */
function bareStoppedHeading({ lines, at, inside }: Place): Heading | undefined {
  const line = lines[at];
  const match = /^(\p{Lu}[\p{L} ,&/'’-]{3,40}?)\.\s+(?=[\p{Lu}\d])/u.exec(line?.text ?? '');
  const text = match?.[1] ?? '';
  if (line === undefined || match === null || text.split(' ').length > MAX_BARE_STOPPED) return undefined;
  const topic = topicOfLabel(text);
  const above = lines[at - 1]?.text ?? '';
  const isApart = /^$|[.:;]$/.test(above) || topicOfLabel(bareHeading(above)) !== undefined;
  if (topic?.type !== 'section' || (topic.weak === true && !ARROW.test(line.text)) || !isApart) return undefined;
  // "Education. Teaches visitors." in a list of duties is one of them.
  if ((inside === 'duties' || inside === 'knowledge') && !ARROW.test(line.text)) return undefined;
  const rank = isCapitals(text) && topic.sub !== true ? 0 : 2;
  return { topic: topic.name, text, runInEnd: line.start + match[0].length, rank, known: true };
}

/** The heading on a line, or undefined. */
export function headingAt(place: Place): Heading | undefined {
  const line = place.lines[place.at];
  if (line === undefined || line.text === '') return undefined;
  return (
    standaloneHeading(place) ??
    stoppedHeading(place) ??
    bareStoppedHeading(place) ??
    headingBeforeText(line, place.inside, place.layout)
  );
}
