/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Unit vectors in clusters, as sentences on some subjects are: row-major in one matrix. */
export function randomMatrix(rows: number, dimensions: number, random: () => number): Float32Array {
  const clusters = 40;
  const normal = () => random() + random() + random() - 1.5;
  const centres = Array.from({ length: clusters }, () => Array.from({ length: dimensions }, normal));
  const matrix = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row++) {
    const centre = centres[Math.floor(random() * clusters)] ?? [];
    const vector = centre.map((value) => value + 0.7 * normal());
    const norm = Math.hypot(...vector);
    matrix.set(
      vector.map((value) => value / norm),
      row * dimensions,
    );
  }
  return matrix;
}
