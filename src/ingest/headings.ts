/** Recognises headings, on lines of their own and before text. */
import type { Heading, Place } from './heading-text.ts';
import { headingBeforeText } from './run-in-headings.ts';
import { standaloneHeading } from './standalone-headings.ts';

/** The heading on a line, or undefined. */
export function headingAt(place: Place): Heading | undefined {
  const line = place.lines[place.at];
  if (line === undefined || line.text === '') return undefined;
  return standaloneHeading(place) ?? headingBeforeText(line, place.inside, place.layout);
}
