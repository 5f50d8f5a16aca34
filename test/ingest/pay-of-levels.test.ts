import { expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

const body = '\n\nDefinition\n\nMends pumps and engines.\n';

const payOf = (text: string): [string, string][] =>
  parseSpec(text, 'a.txt').fields.flatMap(({ topic, label, value }) => (topic === 'salary' ? [[label, value]] : []));

test('a level before its range and pay labels them', () => {
  const text = `Pump Mender I or II\n\nPump Mender I - Range 29:  $31,226 - $38,782/yr.\n\nPump Mender II - Range 36:  $36,929 - $45,911/yr.${body}`;
  expect(payOf(text)).toEqual([
    ['Pump Mender I', 'Range 29: $31,226 - $38,782/yr.'],
    ['Pump Mender II', 'Range 36: $36,929 - $45,911/yr.'],
  ]);
});

test('an amount behind a label that ends in pay is pay, whoever it names', () => {
  const text = `PUMP MENDER I/II\nPump Mender I Hourly salary: $26.93 - $34.89\nPump Mender II Hourly salary: $30.63 - $39.38${body}`;
  expect(payOf(text)).toEqual([
    ['Pump Mender I Hourly salary', '$26.93 - $34.89'],
    ['Pump Mender II Hourly salary', '$30.63 - $39.38'],
  ]);
});

test('lines of pay below the levels of a later section are pay', () => {
  const levels = 'Pump Mender I:\n$2,837.72 – $3,470.81 / Month\n\nPump Mender II:\n$3,081.13 – $3,766.68 / Month';
  expect(
    payOf(`Overview\n\nFernhill County\nPump Mender I/II\n\nSalary Information:\nPump Mender I/II\n\n${levels}${body}`),
  ).toEqual([
    ['', '$2,837.72 – $3,470.81 / Month'],
    ['', '$3,081.13 – $3,766.68 / Month'],
  ]);
});

test('amounts among duties are nobody’s pay', () => {
  const text = `PUMP MENDER\n\nDUTIES\n\nCollects fees by the list:\n$20 per day\n$300 per year\n\n${'Mends pumps.\n'.repeat(8)}`;
  expect(payOf(text)).toEqual([]);
});

test('a second number below whom the position reports to is not its own', () => {
  const text = `Title: Pump Mender\nPosition number: 50012\nPosition Reporting to: Head Mender\nPosition number: 50003${body}`;
  expect(parseSpec(text, 'a.txt').fields.map(({ topic, value }) => [topic, value])).toEqual([
    ['other', 'Pump Mender'],
    ['class-code', '50012'],
    ['reports-to', 'Head Mender'],
    ['other', '50003'],
  ]);
});

test('a heading that runs into its text without a space is one, and so is one before a long remark', () => {
  const remark = `(${'Functions named here are examples of what a holder of the position may be asked to do. '.repeat(3).trim()})`;
  const text = `PUMP MENDER\nDEFINITIONUnder general supervision, mends pumps.\n\nEssential Functions ${remark}\n\n1.   Mends pumps.\n`;
  const { sections } = parseSpec(text, 'a.txt');
  expect(sections.map(({ topic, heading }) => [topic, heading])).toEqual([
    ['definition', 'DEFINITION'],
    ['duties', 'Essential Functions'],
  ]);
});

test('amounts that go on behind wide gaps are one value with the first, up to what is no amount', () => {
  const steps = '$19.10 (A)    $20.05 (B)    $21.06 (C)';
  const text = `PUMP MENDER\nHourly pay: ${steps}    FLSA: Exempt${body}`;
  expect(payOf(text)).toEqual([['Hourly pay', '$19.10 (A) $20.05 (B) $21.06 (C)']]);
  expect(parseSpec(text, 'a.txt').fields.map(({ topic }) => topic)).toContain('flsa');
});
