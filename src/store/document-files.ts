import type { ClassSpec, Passage } from '../domain.ts';
import type { StampedDocument } from '../ingest/index-store.ts';
import type { ManifestDocument } from './manifest.ts';
import type { Generation } from './open-generation.ts';
import type { GenerationDraft } from './snapshot.ts';

/** All texts one after the other: read as one string, of which a document's text is a slice that costs nothing. */
const TEXTS_FILE = 'texts.utf8';
/** Specifications without their passages. */
const SPECS_FILE = 'specs.json';
/** A JSON list for each document, one after the other: most of the bytes, of which most questions need few. */
const PASSAGES_FILE = 'passages.json';

/** Writes the documents' texts and specifications. Returns what the manifest says of each document. */
export function writeDocuments(draft: GenerationDraft, documents: readonly StampedDocument[]): ManifestDocument[] {
  const passages = documents.map(({ spec }) => JSON.stringify(spec.passages));
  draft.write(TEXTS_FILE, documents.map(({ text }) => text).join(''));
  draft.write(SPECS_FILE, JSON.stringify(documents.map(({ spec: { passages: _, ...rest } }) => rest)));
  draft.write(PASSAGES_FILE, passages.join(''));
  return documents.map(({ text, spec: _, ...rest }, i) => ({
    ...rest,
    textLength: text.length,
    passagesLength: passages[i]?.length ?? 0,
  }));
}

/**
 * Reads the documents of an open generation; a document's passages are parsed when they are first asked for. Throws
 * `INDEX_CORRUPT` when a file is damaged.
 */
export function readDocuments(generation: Generation): StampedDocument[] {
  const textOf = createSlicer(generation, TEXTS_FILE);
  const passagesOf = createSlicer(generation, PASSAGES_FILE);
  const specs: Omit<ClassSpec, 'passages'>[] = JSON.parse(readText(generation, SPECS_FILE));
  return generation.manifest.documents.map(({ textLength, passagesLength, ...document }, i) => ({
    ...document,
    text: textOf(textLength),
    spec: withLazyPassages(specs[i] as ClassSpec, passagesOf(passagesLength)),
  }));
}

/** Cuts a file of concatenated strings by their lengths, one call for each. */
function createSlicer(generation: Generation, name: string): (length: number) => string {
  const whole = readText(generation, name);
  let end = 0;
  return (length) => {
    end += length;
    return whole.slice(end - length, end);
  };
}

function withLazyPassages(spec: Omit<ClassSpec, 'passages'>, json: string): ClassSpec {
  // The text is let go of once it is parsed: of all documents it is 7 MB for 683.
  let state: { json: string } | { passages: Passage[] } = { json };
  return Object.defineProperty(spec as ClassSpec, 'passages', {
    enumerable: true,
    get() {
      if ('json' in state) state = { passages: JSON.parse(state.json) as Passage[] };
      return state.passages;
    },
  });
}

function readText(generation: Generation, name: string): string {
  return Buffer.from(generation.read(name).buffer).toString();
}
