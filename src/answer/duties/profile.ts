/** What a specification says its class does, apart from what it asks of people and how they are hired. */
import type { IndexedDocument, Passage, Span } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { foldSpace, wordsOf } from '../../words.ts';
import { deniesByColumn, headingOf, topicsAround } from '../reading/spec-view.ts';

/** A sentence on the class's work, or a clause of one, with its vector. */
export interface Said extends Span {
  text: string;
  heading: string;
  vector: Float32Array;
}

/** What is known of a class when it is asked who does something. */
export interface Profile {
  sentences: Said[];
  clauses: Said[];
  /** The sentence that defines the class: the first under that heading, else the first of its work. */
  definition: Said | undefined;
  title: Float32Array;
  /** How surely the class supervises others, 0 to 1: 1 where its definition begins with it. */
  oversees: number;
}

const { profile } = vocabularyPart<{ profile: { outside: string[]; oversees: string } }>('duties');
const oversees = new RegExp(profile.oversees, 'i');
/** Fewer words say nothing of a class's work. */
const MIN_WORDS = 3;
/** Fewer define nothing: they head what follows. */
const MIN_DEFINING = 6;
/** Characters of a definition within which a class's main work is named. */
const FIRST = 110;
/** What supervision is worth that stands behind other work: in the first clause, in the second, further on. */
const BEHIND = [0.7, 0.4, 0.2];

/** How surely a definition says that the class supervises. */
function overseesBy(definition: string): number {
  const at = oversees.exec(definition)?.index;
  if (at === undefined) return 0;
  const clause = definition.slice(0, at).split(/[;.]/).length - 1;
  if (clause === 0 && at < FIRST) return 1;
  return BEHIND[Math.min(clause, BEHIND.length - 1)] ?? 0;
}

type Piece = Omit<Said, 'vector'>;

/** True within sections on the work; "Benefits" below the duties is work, by itself it is none. */
export const isOnWork = (topics: readonly string[]): boolean =>
  topics.includes('duties') || !topics.some((topic) => profile.outside.includes(topic));

function piecesOf({ spec, text }: IndexedDocument): { sentences: Piece[]; clauses: Piece[]; definition: number } {
  const topics = new Map<number, readonly string[]>();
  const around = (section: number): readonly string[] => {
    const known = topics.get(section) ?? topicsAround(spec, section);
    topics.set(section, known);
    return known;
  };
  const piece = (section: number, { start, end }: Span): Piece => ({
    start,
    end,
    heading: headingOf(spec, section),
    text: foldSpace(text.slice(start, end)),
  });
  const kept = spec.passages.filter(
    ({ kind, section }) =>
      (kind === 'sentence' || kind === 'item') && isOnWork(around(section)) && !deniesByColumn(spec, section),
  );
  const groups = new Map<string, Passage[]>();
  for (const passage of kept) {
    const key = `${passage.block}:${passage.sentence}`;
    groups.set(key, [...(groups.get(key) ?? []), passage]);
  }
  const said = [...groups.values()].flatMap((parts) => {
    const [first] = parts;
    const whole = first && piece(first.section, { start: first.start, end: parts.at(-1)?.end ?? first.end });
    return first === undefined || whole === undefined || wordsOf(whole.text).length < MIN_WORDS
      ? []
      : [{ whole, parts, topics: around(first.section) }];
  });
  const defines = ({ whole }: { whole: Piece }): boolean => wordsOf(whole.text).length >= MIN_DEFINING;
  const named = said.findIndex((item) => item.topics.includes('definition') && defines(item));
  const duty = said.findIndex((item) => item.topics.includes('duties') && defines(item));
  return {
    sentences: said.map(({ whole }) => whole),
    clauses: said.flatMap(({ parts, whole }) =>
      parts.length === 1 ? [whole] : parts.map((part) => piece(part.section, part)),
    ),
    definition: named >= 0 ? named : Math.max(0, duty),
  };
}

const cache = new WeakMap<IndexedDocument, Profile>();

/** The profiles of documents, each made once. */
export async function profilesOf(corpus: Corpus, documents: readonly IndexedDocument[]): Promise<Profile[]> {
  const missing = documents
    .filter((document) => !cache.has(document))
    .map((document) => ({ document, ...piecesOf(document) }));
  const texts = missing.flatMap(({ document, sentences, clauses }) => [
    document.spec.title,
    ...sentences.map(({ text }) => text),
    ...clauses.map(({ text }) => text),
  ]);
  const vectors = (await corpus.embedder.embedDocuments(texts)).map((vector) => Float32Array.from(vector));
  let at = 0;
  const next = (): Float32Array => vectors[at++] ?? new Float32Array();
  for (const { document, definition, ...pieces } of missing) {
    const title = next();
    const sentences = pieces.sentences.map((sentence) => ({ ...sentence, vector: next() }));
    const clauses = pieces.clauses.map((clause) => ({ ...clause, vector: next() }));
    const defining = sentences[definition];
    cache.set(document, {
      title,
      sentences,
      clauses,
      definition: defining,
      oversees: overseesBy(defining?.text ?? ''),
    });
  }
  return documents.flatMap((document) => cache.get(document) ?? []);
}
