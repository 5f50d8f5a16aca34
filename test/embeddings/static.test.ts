import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { createStaticEmbedder, type StaticEmbedder } from '../../src/embeddings/static.ts';
import { AppError } from '../../src/errors.ts';
import type { Embedder } from '../../src/ports.ts';

const MODEL = fileURLToPath(new URL('../../models/embed-en-256', import.meta.url));
const reference: { text: string; ids: number[]; vector: number[] }[] = JSON.parse(
  readFileSync(join(MODEL, 'reference.json'), 'utf8'),
);
const embedder = createStaticEmbedder();
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);

describe('the embedded model', () => {
  it.each(reference)('has the ids and the vector of its reference: $text', ({ text, ids, vector }) => {
    expect(embedder.tokenize(text)).toEqual(ids);
    const own = embedder.embed(text);
    expect(own).toHaveLength(embedder.dimensions);
    // The reference keeps five decimals.
    const worst = Math.max(...vector.map((value, index) => Math.abs(value - (own[index] ?? Number.NaN))));
    expect(worst).toBeLessThanOrEqual(0.5e-5 + 1e-7);
  });

  it('gives unit vectors', () => {
    const vector = embedder.embed('Prepare staffing schedules.');
    expect(dot(vector, vector)).toBeCloseTo(1, 6);
  });

  it('gives the zero vector for a text without words it knows', () => {
    for (const text of ['', ' \n', '\u0000', 'x'.repeat(101)]) {
      expect(embedder.embed(text)).toEqual(new Float32Array(256));
    }
  });

  it('finds texts of like meaning nearer than others', () => {
    const schooling = embedder.embed('schooling');
    expect(dot(schooling, embedder.embed('education'))).toBeGreaterThan(dot(schooling, embedder.embed('salary')));
  });

  it('embeds 20 MB in one text', () => {
    const manyWords = 'schedule '.repeat(200_000);
    const vector = embedder.embed(`${manyWords}${'x'.repeat(20e6 - manyWords.length)}`);
    expect(dot(vector, embedder.embed('schedule'))).toBeCloseTo(1, 6);
  });

  it('embeds documents as it embeds queries, through the LangChain interface', async () => {
    const texts = ['one text', 'another', ''];
    const each = await Promise.all(texts.map((text) => embedder.embedQuery(text)));
    expect(await embedder.embedDocuments(texts)).toEqual(each);
    expect(each[0]).toEqual(Array.from(embedder.embed('one text')));
    expect(await embedder.embedDocuments([])).toEqual([]);
  });

  it('fits where LangChain wants embeddings', () => {
    expectTypeOf<Embedder>().toExtend<EmbeddingsInterface>();
    expectTypeOf<StaticEmbedder>().toExtend<EmbeddingsInterface>();
  });
});

describe('a damaged model', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'model-'));
    cpSync(MODEL, directory, { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const failure = async (): Promise<AppError> => {
    const error: unknown = await createStaticEmbedder(directory)
      .embedQuery('a text')
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof AppError)) throw new Error('expected an AppError', { cause: error });
    return error;
  };

  it('is not read before the first text', () => {
    expect(() => createStaticEmbedder('/nowhere')).not.toThrow();
  });

  it.each(['tokenizer.json', 'model.safetensors'])('says that %s is missing and what to do', async (name) => {
    rmSync(join(directory, name));
    const error = await failure();
    expect(error.code).toBe('EMBEDDER_UNAVAILABLE');
    expect(error.message).toContain(`Can't read the embedding model's file "${join(directory, name)}": ENOENT`);
    expect(error.hint).toBe(`Restore the folder "${directory}" from the repository, or install the package again.`);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it.each([
    ['tokenizer.json', 200_000, "can't be read"],
    ['model.safetensors', 0, 'it is cut off'],
    ['model.safetensors', 50, 'it is cut off'],
    ['model.safetensors', 7_000_000, 'its tensor `embeddings` is'],
  ])('refuses %s cut to %i bytes', async (name, bytes, why) => {
    truncateSync(join(directory, name), bytes);
    const error = await failure();
    expect(error.code).toBe('EMBEDDER_UNAVAILABLE');
    expect(error.message).toContain(why);
  });

  it.each([
    ['another type', { dtype: 'F32', shape: [30_522, 256], data_offsets: [0, 512] }],
    ['another width', { dtype: 'I8', shape: [1, 512], data_offsets: [0, 512] }],
    ['another vocabulary', { dtype: 'I8', shape: [2, 256], data_offsets: [0, 512] }],
    ['no such tensor', undefined],
  ])('refuses a table of %s', async (_name, embeddings) => {
    const header = Buffer.from(JSON.stringify({ embeddings }));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(header.length));
    writeFileSync(join(directory, 'model.safetensors'), Buffer.concat([length, header, Buffer.alloc(512)]));
    expect((await failure()).message).toMatch(/its tensor `embeddings` is .+, expected \["I8",\[30522,256\]/);
  });

  it('is used once it is mended', async () => {
    const path = join(directory, 'tokenizer.json');
    rmSync(path);
    const mended = createStaticEmbedder(directory);
    await expect(mended.embedQuery('a text')).rejects.toThrow(AppError);
    cpSync(join(MODEL, 'tokenizer.json'), path);
    expect(mended.embed('a text')).toEqual(embedder.embed('a text'));
  });
});
