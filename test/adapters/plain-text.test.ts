import { expect, test } from 'vitest';
import { cleanLine, cleanText, toSafeJson } from '../../src/adapters/plain-text.ts';

const ESC = '\u001b';

test.each([
  ['colour', `${ESC}[31mred${ESC}[0m`, 'red'],
  ['window title', `a${ESC}]0;owned\u0007b`, 'ab'],
  ['hyperlink', `${ESC}]8;;http://x${ESC}\\link${ESC}]8;;${ESC}\\`, 'link'],
  ['eight-bit CSI', 'a\u009b31mb', 'ab'],
  ['eight-bit introducer alone', 'a\u009bHello', 'aHello'],
  ['cursor moves', `${ESC}[2J${ESC}[1;1Htop`, 'top'],
  ['charset switch', `${ESC}(0lqk`, 'lqk'],
  ['unfinished OSC keeps the text', `${ESC}]0;the rest is text`, '0;the rest is text'],
  ['bell, backspace, NUL, DEL', 'a\u0007b\bc\u0000d\u007fe', 'abcde'],
  ['bidi override', 'user\u202egpj.exe\u2066x\u2069', 'usergpj.exex'],
  ['tabs and returns', 'a\tb\r\nc\rd', 'a b\nc\nd'],
  ['newlines and letters stay', 'Grade 56\n§ “quoted” – é 你好 🙂', 'Grade 56\n§ “quoted” – é 你好 🙂'],
])('cleanText: %s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('cleanLine folds everything onto one line', () => {
  expect(cleanLine('  a\n\n b\t c ')).toBe('a b c');
});

test('safe JSON shows no control character raw and loses none', () => {
  const value = { text: `a${ESC}[31m\u009b1m\u007f\u202e` };
  const json = toSafeJson(value);
  expect(json).toMatch(/^[\u0020-\u007e]*$/);
  expect(JSON.parse(json)).toEqual(value);
});

test('many introducers without an end take no quadratic time', () => {
  expect(cleanText('\u0090'.repeat(200_000))).toBe('');
  expect(cleanText(`${ESC}]`.repeat(200_000))).toBe('');
});
