/**
 * The embedded model: a text's vector is the mean of its tokens' rows in a table, scaled to length 1. No native code,
 * no download, no key; models/embed-en-256/README.md says where the table comes from and how good it is.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../errors.ts';
import { packageFile } from '../package-file.ts';
import type { Embedder } from '../ports.ts';
import { readTokenTable } from './token-table.ts';
import { createWordPiece } from './wordpiece.ts';

/** An embedder that also answers at once, and knows the words of its vocabulary. */
export interface StaticEmbedder extends Embedder {
  /** The unit vector of a text; the zero vector for a text without a known word. */
  embed(text: string): Float32Array;
  /** Token ids of a text, without special and unknown tokens. */
  tokenize(text: string): number[];
  /** Whether a lower-case word is a whole token of the vocabulary: a list of some 20,000 common English words. */
  isWord(word: string): boolean;
}

const MODEL_DIRECTORY = packageFile('models/embed-en-256');
const DIMENSIONS = 256;

/** Bytes before a safetensors file's JSON header: its length, little-endian. https://github.com/huggingface/safetensors */
const LENGTH_BYTES = 8;

/** Rows of int8, one for each token id. */
function readTable(file: Buffer, rows: number): Int8Array {
  const headerBytes = file.length < LENGTH_BYTES ? Number.NaN : Number(file.readBigUInt64LE(0));
  const start = LENGTH_BYTES + headerBytes;
  if (!(start <= file.length)) throw new Error('it is cut off');
  const header: Record<string, { dtype?: unknown; shape?: unknown; data_offsets?: unknown } | undefined> = JSON.parse(
    file.toString('utf8', LENGTH_BYTES, start),
  );
  const bytes = rows * DIMENSIONS;
  const { dtype, shape, data_offsets } = header.embeddings ?? {};
  const found = JSON.stringify([dtype, shape, data_offsets, file.length - start]);
  const expected = JSON.stringify(['I8', [rows, DIMENSIONS], [0, bytes], bytes]);
  if (found !== expected) throw new Error(`its tensor \`embeddings\` is ${found}, expected ${expected}`);
  return new Int8Array(file.buffer, file.byteOffset + start, bytes);
}

/** Runs `create` on the first call only; a failure is not kept, so that a mended file is found. */
function once<T extends object>(create: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= create();
    return made;
  };
}

/**
 * Creates the embedder of the model in `modelDirectory`, by default the package's own. Nothing is read before the
 * first call that needs it, which then takes some 15 ms. That call throws `EMBEDDER_UNAVAILABLE` when the model's
 * files are missing or damaged.
 */
export function createStaticEmbedder(modelDirectory = MODEL_DIRECTORY): StaticEmbedder {
  const read = <T>(name: string, parse: (file: Buffer) => T): T => {
    const path = join(modelDirectory, name);
    try {
      return parse(readFileSync(path));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AppError('EMBEDDER_UNAVAILABLE', `Can't read the embedding model's file "${path}": ${why}.`, {
        hint: `Restore the folder "${modelDirectory}" from the repository, or install the package again.`,
        cause,
      });
    }
  };
  const tokens = once(() => read('tokenizer.json', readTokenTable));
  const wordPiece = once(() => createWordPiece(tokens()));
  const table = once(() => read('model.safetensors', (file) => readTable(file, tokens().size)));

  const embed = (text: string): Float32Array => {
    const rows = table();
    const sums = new Float64Array(DIMENSIONS);
    for (const id of wordPiece().tokenize(text)) {
      const row = id * DIMENSIONS;
      for (let column = 0; column < DIMENSIONS; column += 1) {
        sums[column] = (sums[column] as number) + (rows[row + column] as number);
      }
    }
    // The mean and the sum have the same direction, and so has a table without its int8 scale.
    let squares = 0;
    for (const sum of sums) squares += sum * sum;
    const vector = new Float32Array(DIMENSIONS);
    if (squares === 0) return vector;
    const norm = Math.sqrt(squares);
    for (let column = 0; column < DIMENSIONS; column += 1) vector[column] = (sums[column] as number) / norm;
    return vector;
  };

  return {
    id: `static:${basename(modelDirectory)}`,
    dimensions: DIMENSIONS,
    embed,
    tokenize: (text) => wordPiece().tokenize(text),
    isWord: (word) => wordPiece().isWord(word),
    embedQuery: async (text) => numbersOf(embed(text)),
    embedDocuments: async (texts) => texts.map((text) => numbersOf(embed(text))),
  };
}

/** A vector as LangChain's interface passes it. A loop, for `Array.from` takes nine times as long. */
function numbersOf(vector: Float32Array): number[] {
  const numbers = new Array<number>(vector.length);
  for (let i = 0; i < vector.length; i++) numbers[i] = vector[i] as number;
  return numbers;
}
