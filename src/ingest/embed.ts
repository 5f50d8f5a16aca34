import { AppError } from '../errors.ts';
import type { Embedder } from '../ports.ts';

/** Texts sent to the embedder at once: few requests to a remote one, a short wait between signs of progress. */
const BATCH_SIZE = 512;

export interface EmbedOptions {
  /** A vector that an earlier ingest made with the same embedder; undefined when there is none. */
  vectorOf: (text: string) => Float32Array | undefined;
  onProgress: (done: number, total: number) => void;
}

/**
 * One vector for each text, row-major in one matrix. Only texts without a vector go to the embedder. Throws
 * `EMBEDDER_UNAVAILABLE` when it answers with other dimensions than it says it has, and what it throws itself.
 */
export async function embedTexts(
  texts: readonly string[],
  embedder: Embedder,
  { vectorOf, onProgress }: EmbedOptions,
): Promise<Float32Array> {
  const { dimensions } = embedder;
  const matrix = new Float32Array(texts.length * dimensions);
  const missing: number[] = [];
  texts.forEach((text, row) => {
    const known = vectorOf(text);
    if (known === undefined) missing.push(row);
    else matrix.set(known, row * dimensions);
  });
  for (let from = 0; from < missing.length; from += BATCH_SIZE) {
    const batch = missing.slice(from, from + BATCH_SIZE);
    onProgress(from, missing.length);
    const vectors = await embedder.embedDocuments(batch.map((row) => texts[row] as string));
    batch.forEach((row, i) => {
      matrix.set(checked(vectors[i], embedder), row * dimensions);
    });
  }
  return matrix;
}

function checked(vector: number[] | undefined, { id, dimensions }: Embedder): number[] {
  if (vector?.length === dimensions) return vector;
  throw new AppError(
    'EMBEDDER_UNAVAILABLE',
    `The embedder \`${id}\` answered with ${vector?.length ?? 'no'} dimensions; it should have ${dimensions}.`,
    { hint: 'Check which model is configured, and its dimensions.' },
  );
}
