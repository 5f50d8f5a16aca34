/** Every class of two real indexes × every field: what is stated is answered with its line, the rest is not found. */
import { describe, expect, test } from 'vitest';
import type { IndexedDocument } from '../../src/domain.ts';
import { FIELD_QUESTIONS } from './field-questions.ts';
import { EMPLOYERS, type RealIndex, SEEDS, useRealIndex } from './real-index.ts';

/** The documents of each title: a question that names a title shared by several means all of them. */
function documentsByTitle({ corpus }: RealIndex): IndexedDocument[][] {
  const byTitle = new Map<string, IndexedDocument[]>();
  for (const document of corpus.documents) {
    const title = document.spec.title.toLowerCase();
    byTitle.set(title, [...(byTitle.get(title) ?? []), document]);
  }
  return [...byTitle.values()];
}

const states = (topic: string) => (document: IndexedDocument) =>
  document.spec.fields.some((field) => field.topic === topic);

/** Titles whose field lines are not all cited, each with what came instead. */
async function unansweredIn(index: RealIndex, topic: string, phrase: string): Promise<string[]> {
  const faults: string[] = [];
  for (const documents of documentsByTitle(index)) {
    const title = documents[0]?.spec.title ?? '';
    const lines = documents.flatMap(({ source, spec }) =>
      spec.fields.filter((field) => field.topic === topic).map(({ valueSpan }) => ({ source, ...valueSpan })),
    );
    if (lines.length === 0) continue;
    const { status, citations } = await index.ask(phrase.replace('{}', title));
    const missing = lines.filter(
      (line) =>
        !citations.some(({ source, start, end }) => source === line.source && start <= line.start && end >= line.end),
    );
    if (status !== 'answered' || missing.length > 0)
      faults.push(`${title}: ${status}, ${missing.length} of ${lines.length} lines not cited`);
  }
  return faults;
}

/** Titles that get an answer though no document of theirs has the field's line, section or wording. */
async function inventedIn(index: RealIndex, topic: string, phrase: string, wording: RegExp): Promise<string[]> {
  const faults: string[] = [];
  for (const documents of documentsByTitle(index)) {
    const title = documents[0]?.spec.title ?? '';
    if (documents.some(states(topic)) || documents.some(({ text }) => wording.test(text))) continue;
    const { status, answer } = await index.ask(phrase.replace('{}', title));
    if (status !== 'not-found') faults.push(`${title}: ${status}: ${answer.slice(0, 120)}`);
  }
  return faults;
}

describe.each([
  ['the seeds', SEEDS],
  ['other employers', EMPLOYERS],
])('in the documents of %s', (_, folder) => {
  const index = useRealIndex(folder);
  for (const { topic, phrases, wording } of FIELD_QUESTIONS) {
    for (const phrase of phrases) {
      const { text, known } = typeof phrase === 'string' ? { text: phrase, known: undefined } : phrase;
      const stated = known?.where === 'stated';
      const lacked = known?.where === 'lacked';
      const note = known === undefined ? '' : ` (known: ${known.why})`;
      test.skipIf(stated)(`"${text}" cites the line of each class that states it${stated ? note : ''}`, async () => {
        expect(await unansweredIn(index, topic, text)).toEqual([]);
      });
      test.skipIf(lacked)(`"${text}" finds nothing for a class that lacks it${lacked ? note : ''}`, async () => {
        expect(await inventedIn(index, topic, text, wording)).toEqual([]);
      });
    }
  }

  test('most of these fields are stated by some classes and lacked by others', () => {
    const all = documentsByTitle(index).flat();
    const stated = FIELD_QUESTIONS.filter(({ topic }) => all.some(states(topic)));
    const lacked = FIELD_QUESTIONS.filter(({ topic, wording }) =>
      all.some((document) => !states(topic)(document) && !wording.test(document.text)),
    );
    expect(stated.length).toBeGreaterThan(6);
    expect(lacked.length).toBeGreaterThan(6);
  });
});
