import { isUtf8 } from 'node:buffer';
import { AppError } from '../errors.ts';

/** What a file is whose name says text but whose first bytes say otherwise. */
const SIGNATURES: readonly (readonly [start: string, what: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\u0003\u0004', 'a Word, Excel or zip file'],
  ['{\\rtf', 'an RTF document'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word or Excel document'],
];

/** Control characters that text files hold: bell to carriage return, and the escape of terminal colours. */
const TEXT_CONTROLS = new Set([7, 8, 9, 10, 11, 12, 13, 27]);

/** Share of other control characters above which bytes that are no UTF-8 are no text; random bytes have 9 %. */
const MAX_CONTROL_SHARE = 0.02;

/** What Windows-1252 has in place of Latin-1's control characters 128 to 159; five are not assigned. */
const WINDOWS_1252 = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];

/**
 * The text of a text file: UTF-8, UTF-16 with a byte order mark, else Windows-1252. The byte order mark stays, so that
 * offsets are those of a plain decoding. Throws `DOCUMENT_UNREADABLE` for what is no text and `DOCUMENT_EMPTY` for
 * what has nothing to read, with a message that says why and leaves naming the file to the caller.
 */
export function extractText(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 8);
  const other = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (other !== undefined) throw unreadable(`it is ${other[1]}, not text`);
  const text = decode(bytes);
  if (text.includes('\u0000')) throw unreadable('it is a binary file, not text');
  if (!/\S/.test(text)) throw new AppError('DOCUMENT_EMPTY', 'it holds no text');
  return text;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  if (controlShare(bytes) > MAX_CONTROL_SHARE) throw unreadable('it is a binary file, not text');
  return isMostlyUtf8(text) ? text : decodeWindows1252(bytes);
}

/** By hand, because TextDecoder takes Windows-1252 for Latin-1 in some versions of Node 20 (nodejs/node 56542). */
function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 128] ?? control);
}

/** Whether more characters than not decoded: a UTF-8 file with a slip in it, rather than one byte a character. */
function isMostlyUtf8(text: string): boolean {
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return beyondAscii > 2 * lost;
}

function decodeAs(encoding: string, bytes: Buffer): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function controlShare(bytes: Buffer): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && !TEXT_CONTROLS.has(byte)) controls++;
  return controls / bytes.length;
}

function unreadable(why: string): AppError {
  return new AppError('DOCUMENT_UNREADABLE', why);
}
