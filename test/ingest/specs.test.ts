/** Layouts of specifications as people read them: add a folder to specs/ to add one. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClassSpec } from '../../src/domain.ts';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

interface Expected {
  /** What is peculiar to the layout. */
  layout: string;
  /** Why it is not read right yet: the test is skipped and says so. */
  known?: string;
  title: string;
  code: string | null;
  employer: string | null;
  /** Values by topic; without fields of no topic, and without an employer that has no label. */
  fields: Record<string, string[]>;
  /** Topic and heading of each section, in order. */
  sections: [string, string][];
  /** How many list items there are. */
  items: number;
}

const folder = new URL('specs/', import.meta.url);
const read = (slug: string, name: string): string => readFileSync(new URL(`${slug}/${name}`, folder), 'utf8');

function outlineOf({ title, classCode, employer, fields, sections, passages }: ClassSpec): Omit<Expected, 'layout'> {
  const values: Record<string, string[]> = {};
  for (const { topic, label, value } of fields)
    if (topic !== 'other' && (topic !== 'agency' || label !== '')) values[topic] = [...(values[topic] ?? []), value];
  return {
    title,
    code: classCode ?? null,
    employer: employer ?? null,
    fields: values,
    sections: sections.filter(({ heading }) => heading !== '').map(({ topic, heading }) => [topic, heading]),
    items: new Set(passages.filter(({ kind }) => kind === 'item').map(({ block }) => block)).size,
  };
}

for (const slug of readdirSync(folder).filter((name) => !name.startsWith('.'))) {
  const { layout, known, ...expected } = JSON.parse(read(slug, 'expected.json')) as Expected;
  const note = known === undefined ? '' : ` (known: ${known})`;
  test.skipIf(known !== undefined)(`${slug} is read as a person reads it: ${layout}${note}`, () => {
    // The name of the file tells nothing, so that the text alone must.
    expect(outlineOf(parseSpec(read(slug, 'source.txt'), 'source.txt'))).toEqual(expected);
  });
}
