/** Every class × every section: what stands below a heading is cited from there, what has none is not made up. */
import { describe, expect, test } from 'vitest';
import type { IndexedDocument } from '../../src/domain.ts';
import { EMPLOYERS, type RealIndex, SEEDS, useRealIndex } from './real-index.ts';

interface SectionQuestions {
  topic: string;
  phrases: readonly string[];
  /** Words that state the topic outside a section of its own. */
  wording: RegExp;
}

const SECTIONS: readonly SectionQuestions[] = [
  { topic: 'duties', phrases: ['What are the duties of the {}?', '{} responsibilities'], wording: /./ },
  { topic: 'knowledge', phrases: ['What knowledge does the {} need?', '{} KSAs'], wording: /knowledge|skill|ability/i },
  {
    topic: 'working-conditions',
    phrases: ['What are the working conditions of the {}?', '{} work environment'],
    wording: /\b(environment|conditions?|exposure|outdoors?|weather|noise|interruptions|shifts?|hazard|on foot)/i,
  },
  {
    topic: 'physical',
    phrases: ['What are the physical demands of the {}?', '{} physical requirements'],
    wording: /\b(physical|lift|climb|stand|sit|walk|pounds|on foot|strength)/i,
  },
  {
    topic: 'benefits',
    phrases: ['What benefits does the {} get?', '{} benefits'],
    wording: /\b(benefit|retirement|insurance|vacation|allowance|coverage)/i,
  },
  {
    topic: 'licenses',
    phrases: ['What licenses does the {} need?', '{} license requirements'],
    wording: /\b(licen[cs]e|certificat|credential|certified|licensure)/i,
  },
  {
    topic: 'travel',
    phrases: ['Does the {} have to travel?', '{} travel'],
    wording: /\b(travel|trips?|visit|driv|vehicle)/i,
  },
];

function underHeading({ spec }: IndexedDocument, topic: string): { start: number; end: number }[] {
  return spec.sections.filter((section) => section.topic === topic);
}

/** Titles that no passage of their own section is cited for, and titles without one that get an answer all the same. */
async function faultsOf(index: RealIndex, { topic, wording }: SectionQuestions, phrase: string): Promise<string[]> {
  const { documents } = index.corpus;
  const faults: string[] = [];
  for (const title of new Set(documents.map(({ spec }) => spec.title.toLowerCase()))) {
    const meant = documents.filter(({ spec }) => spec.title.toLowerCase() === title);
    const stating = meant.filter((document) => underHeading(document, topic).length > 0);
    const { status, citations } = await index.ask(phrase.replace('{}', meant[0]?.spec.title ?? ''));
    const silent = stating.filter(
      (document) =>
        !underHeading(document, topic).some((section) =>
          citations.some(
            ({ source, start, end }) => source === document.source && start >= section.start && end <= section.end,
          ),
        ),
    );
    if (stating.length > 0 && (status !== 'answered' || silent.length > 0))
      faults.push(`${title}: ${status}, nothing cited from ${silent.map(({ source }) => source).join(', ')}`);
    if (stating.length === 0 && !meant.some(({ text }) => wording.test(text)) && status !== 'not-found')
      faults.push(`${title}: ${status}, though it has no such section and no such words`);
  }
  return faults;
}

describe.each([
  ['the seeds', SEEDS],
  ['other employers', EMPLOYERS],
])('in %s', (_, folder) => {
  const index = useRealIndex(folder);
  for (const section of SECTIONS) {
    test.each(section.phrases)('"%s" is answered from the section of each class that has one', async (phrase) => {
      expect(await faultsOf(index, section, phrase)).toEqual([]);
    });
  }
});
