/** What people say in a question for what specifications write: "desk job" for work done seated. */
import type { FocusTerm } from '../../domain.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { stemsOf } from './relevance.ts';

type Stems = readonly string[];

const stemsIn = (text: string): Stems => wordsOf(text).map(stemOf);

/** What is written for each thing that is said, by the stems of its words, and the most words of a thing said. */
interface Thesaurus {
  writtenFor: ReadonlyMap<string, string>;
  longest: number;
}

let thesaurus: Thesaurus | undefined;

/** Made when it is first needed: it takes longer than many a question. */
function getThesaurus(): Thesaurus {
  if (thesaurus !== undefined) return thesaurus;
  const entries = Object.entries(vocabularyPart<Record<string, string>>('paraphrases'));
  const writtenFor = new Map(entries.map(([said, written]) => [stemsIn(said).join(' '), written]));
  thesaurus = { writtenFor, longest: Math.max(...[...writtenFor.keys()].map((said) => said.split(' ').length)) };
  return thesaurus;
}

/** A thing said in a question, and what texts may write for it. */
interface Paraphrase {
  said: Stems;
  written: readonly Stems[];
}

/** The longest things said in a question, one behind the other. */
function paraphrasesIn(question: string): Paraphrase[] {
  const { writtenFor, longest } = getThesaurus();
  const stems = stemsIn(question);
  const found: Paraphrase[] = [];
  let at = 0;
  while (at < stems.length) {
    const lengths = Array.from({ length: Math.min(longest, stems.length - at) }, (_, less) => less + 1).reverse();
    const length = lengths.find((some) => writtenFor.has(stems.slice(at, at + some).join(' '))) ?? 0;
    const said = stems.slice(at, at + length);
    const written = writtenFor.get(said.join(' '));
    if (written !== undefined) found.push({ said, written: written.split(', ').map(stemsIn) });
    at += Math.max(1, length);
  }
  return found;
}

/** Tells of a term of the question whether a text has what is written for it. */
export function createParaphrasing(question: string): (term: FocusTerm, text: string) => boolean {
  const paraphrases = paraphrasesIn(question);
  return ({ stem }, text) => {
    const stems = stemsOf(text);
    return paraphrases.some(
      ({ said, written }) =>
        stem.split(' ').some((part) => said.includes(part)) &&
        written.some((phrase) => phrase.every((part) => stems.has(part))),
    );
  };
}

/** What texts may write for a term of the question, each by the stems of its words. */
export function createWritten(question: string): (stem: string) => readonly Stems[] {
  const paraphrases = paraphrasesIn(question);
  return (stem) =>
    paraphrases.flatMap(({ said, written }) => (stem.split(' ').some((part) => said.includes(part)) ? written : []));
}
