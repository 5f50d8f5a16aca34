/** The documents' own duties, asked as questions, lead back to where they stand. */
import { describe, expect, test } from 'vitest';
import type { ClassSpec, IndexedDocument } from '../../src/domain.ts';
import { EMPLOYERS, type RealIndex, SEEDS, useRealIndex } from './real-index.ts';

function isDuty(spec: ClassSpec, section: number): boolean {
  for (let at = section; at >= 0; at = spec.sections[at]?.parent ?? -1)
    if (spec.sections[at]?.topic === 'duties') return true;
  return false;
}

/** Duties that are not found in their own words yet, by how they begin. */
const KNOWN = ['Act as representative'];

/** The first sentences of a document's duties that say something of their own, in words. */
function dutiesOf({ spec, text }: IndexedDocument): string[] {
  return spec.passages
    .filter(({ kind, section }) => (kind === 'item' || kind === 'sentence') && isDuty(spec, section))
    .map(({ kind, start, end }) => ({ kind, duty: text.slice(start, end).split(/[.;](?:\s|$)/)[0] ?? '' }))
    .filter(({ kind, duty }) => kind === 'item' || /^\p{Lu}\p{L}*s\b/iu.test(duty))
    .map(({ duty }) => duty.replace(/\s+/g, ' '))
    .filter((duty) => duty.split(' ').length >= 5 && duty.split(' ').length <= 25)
    .filter((duty) => !/\b(related|assigned|required|following|these duties)\b/.test(duty))
    .filter((duty) => !KNOWN.some((beginning) => duty.startsWith(beginning)));
}

/** A third person's verb as its infinitive: good enough to ask with. */
const infinitive = (verb: string): string =>
  verb
    .replace(/ies$/, 'y')
    .replace(/(sh|ch|x|ss)es$/, '$1')
    .replace(/([^s])s$/, '$1');

/** Other ways to ask who does something that a document words with a verb first. */
const ASKED: readonly ((duty: string, verb: string, rest: string) => string)[] = [
  (duty) => `who ${duty}`,
  (duty) => `what's the job that ${duty}?`,
  (duty) => `I need the title of whoever ${duty}`,
  (duty) => `What do you call the person who ${duty}?`,
  (duty) => `is there a class that ${duty}?`,
  (_, verb, rest) => `whose job is it to ${infinitive(verb)} ${rest}?`,
  (_, verb, rest) => `which employees ${infinitive(verb)} ${rest}`,
];
/** Measured: all 8 of the seeds and all 71 of other employers. */
const MIN_IN_OTHER_WORDINGS = 0.97;

const withSmallInitial = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const sameTitle = (index: RealIndex, { spec }: IndexedDocument): string[] =>
  index.corpus.documents
    .filter((other) => other.spec.title.toLowerCase() === spec.title.toLowerCase())
    .map(({ source }) => source);

describe.each([
  ['the seeds', SEEDS],
  ['other employers', EMPLOYERS],
])('in %s', (_, folder) => {
  const index = useRealIndex(folder);

  test('a duty asked for in its own words is cited', async () => {
    const faults: string[] = [];
    let asked = 0;
    for (const document of index.corpus.documents) {
      // Every other one, to spare time: neighbours are alike.
      for (const duty of dutiesOf(document).filter((_, at) => at % 2 === 0)) {
        const question = `Which class ${withSmallInitial(duty)}?`;
        const { status, citations } = await index.ask(question);
        const cited = citations.some(({ quote }) => quote.replace(/\s+/g, ' ').includes(duty));
        if (status !== 'answered' || !cited) faults.push(`${question} → ${status}`);
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  test('a duty is found however its class is asked for', async () => {
    const faults: string[] = [];
    let asked = 0;
    for (const document of index.corpus.documents) {
      const duties = dutiesOf(document).filter((duty) => /^\p{Lu}\p{Ll}+s\s/u.test(duty));
      for (const duty of duties) {
        const said = withSmallInitial(duty);
        const [verb = '', ...rest] = said.split(' ');
        const question = ASKED[asked % ASKED.length]?.(said, verb, rest.join(' ')) ?? '';
        const { status, citations } = await index.ask(question);
        const cited = citations.some(({ source }) => sameTitle(index, document).includes(source));
        if (status !== 'answered' || !cited) faults.push(`${question} → ${status}`);
        asked++;
      }
    }
    expect(1 - faults.length / Math.max(asked, 1), faults.join('\n')).toBeGreaterThanOrEqual(MIN_IN_OTHER_WORDINGS);
  });

  test('three duties pasted together are matched with their class first', async () => {
    const faults: string[] = [];
    for (const document of index.corpus.documents) {
      const duties = dutiesOf(document);
      for (let at = 0; at + 3 <= duties.length; at += 3) {
        const question = `Which class fits these duties: ${duties.slice(at, at + 3).join('. ')}.`;
        const { status, citations } = await index.ask(question);
        const first = citations[0]?.source ?? '';
        if (status !== 'answered' || !sameTitle(index, document).includes(first))
          faults.push(`${question} → ${status} ${first}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('any two classes can be laid side by side, and no third one comes in', async () => {
    const { documents } = index.corpus;
    const faults: string[] = [];
    for (const [at, one] of documents.entries()) {
      for (const other of documents.slice(at + 1)) {
        const meant = [...sameTitle(index, one), ...sameTitle(index, other)];
        if (sameTitle(index, one).includes(other.source)) continue;
        const question = `compare ${one.spec.title} and ${other.spec.title}`;
        const { status, citations } = await index.ask(question);
        const cited = new Set(citations.map(({ source }) => source));
        if (status !== 'answered' || !cited.has(one.source) || !cited.has(other.source))
          faults.push(`${question} → ${status}, cites ${[...cited].join(', ')}`);
        if ([...cited].some((source) => !meant.includes(source))) faults.push(`${question} → cites a third class`);
      }
    }
    expect(faults).toEqual([]);
  });
});
