import { describe, expect, test } from 'vitest';
import { extractText } from '../../src/ingest/extract-text.ts';

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('the text of a file', () => {
  test.each([
    ['UTF-8', Buffer.from('résumé – “duties” 📁\r\n'), 'résumé – “duties” 📁\r\n'],
    ['UTF-8 with a byte order mark, which stays', Buffer.from('\ufeffTitle'), '\ufeffTitle'],
    ['UTF-16, little end first', utf16('résumé 📁'), '\ufeffrésumé 📁'],
    ['UTF-16, big end first', Buffer.from(utf16('résumé 📁')).swap16(), '\ufeffrésumé 📁'],
    ['Windows-1252', Buffer.from([0x93, 0x72, 0xe9, 0x73, 0x75, 0x6d, 0xe9, 0x94, 0x20, 0x96]), '“résumé” –'],
    ['UTF-8 with one slip', Buffer.concat([Buffer.from('é – “x” '), Buffer.from([0xe9])]), 'é – “x” \ufffd'],
    ['lone carriage returns', Buffer.from('Title\rDuties\r'), 'Title\rDuties\r'],
    ['terminal colours and a bell', Buffer.from('\u001b[31mTitle\u0007\u001b[0m'), '\u001b[31mTitle\u0007\u001b[0m'],
    ['a form feed between pages', Buffer.from('Title\f2'), 'Title\f2'],
  ])('in %s', (_, bytes, text) => {
    expect(extractText(bytes)).toBe(text);
  });

  test('of UTF-8 has the offsets of a plain decoding', () => {
    const bytes = Buffer.from('\ufeffClerk – 📁\r\nDuties');
    expect(extractText(bytes)).toBe(bytes.toString('utf8'));
  });
});

describe('a file is refused', () => {
  const scrambled = Buffer.from(Array.from({ length: 4000 }, (_, i) => 1 + ((i * 7919) % 255)));
  test.each([
    ['that is empty', Buffer.alloc(0), 'DOCUMENT_EMPTY', 'it holds no text'],
    ['of white space', Buffer.from('\ufeff \r\n\t\u00a0'), 'DOCUMENT_EMPTY', 'it holds no text'],
    ['with zero bytes', Buffer.from('Title\0\0'), 'DOCUMENT_UNREADABLE', 'it is a binary file, not text'],
    ['of bytes of every kind but zero', scrambled, 'DOCUMENT_UNREADABLE', 'it is a binary file, not text'],
    ['that is a PDF', Buffer.from('%PDF-1.7\n'), 'DOCUMENT_UNREADABLE', 'it is a PDF document, not text'],
    [
      'that is a zip',
      Buffer.from('PK\u0003\u0004x'),
      'DOCUMENT_UNREADABLE',
      'it is a Word, Excel or zip file, not text',
    ],
    ['that is RTF', Buffer.from('{\\rtf1 x}'), 'DOCUMENT_UNREADABLE', 'it is an RTF document, not text'],
  ])('%s', (_, bytes, code, message) => {
    expect(() => extractText(bytes)).toThrow(expect.objectContaining({ code, message }));
  });
});
