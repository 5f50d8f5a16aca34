import { expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';
import { unfolded } from '../../src/ingest/unfold.ts';

const FOLDED =
  'Loading...\nPART I DEPARTMENT OF PERSONNEL COUNTY OF LEILANI 7.885 Class Specifications for the Class: LEAD PUMP MENDER WS-09, BU-01 Duties Summary: Supervises and takes part in mending pumps and the engines that drive them. Distinguishing Characteristics: This class is told from others by having to supervise those who mend pumps. Examples of Duties: (What follows are examples). •Looks pumps over and finds what is worn; •Mends seals and shafts; Knowledge of: Pumps, engines, and the tools to mend them. Minimum Qualification Requirements: Four years of work at pumps.\n';

const FORM =
  'MERRIN HEALTH JOB DESCRIPTION Breathing Assistant Job Code: 540003 FLSA Status: Non Exempt Mgt. Approval: Date: Department : Breathing Therapy/35010 HR Approval: Date: JOB SUMMARY The Breathing Assistant puts together, cleans and checks the machines that help people to breathe. The assistant works under the direction of a therapist. MAJOR RESPONSIBILITIES A. Sets up machines so that care is safe. 2. Cleans machines every day. 3. Checks gauges before use. MINIMUM QUALIFICATIONS High school diploma. One year of work in a hospital is preferred.\n';

test('a document run together into one line is read by its headings, items and codes', () => {
  const { sections, fields, passages } = parseSpec(FOLDED, 'a.txt');
  expect(fields.map(({ topic, value }) => [topic, value])).toEqual([
    ['pay-grade', 'WS-09'],
    ['bargaining-unit', 'BU-01'],
  ]);
  expect(sections.map(({ topic }) => topic)).toEqual([
    'definition',
    'distinguishing',
    'duties',
    'knowledge',
    'qualifications',
  ]);
  const items = passages.filter(({ kind }) => kind === 'item').map(({ start, end }) => FOLDED.slice(start, end));
  expect(items).toEqual(['Looks pumps over and finds what is worn;', 'Mends seals and shafts;']);
});

test('the title of a document run together stands behind what it is a document of', () => {
  expect(parseSpec(FOLDED, 'a.txt').title).toBe('LEAD PUMP MENDER');
  expect(parseSpec(FORM, 'a.txt').title).toBe('Breathing Assistant');
});

test('labels of a form run together have their own values', () => {
  const { sections, fields } = parseSpec(FORM, 'a.txt');
  expect(fields.map(({ topic, value }) => [topic, value])).toEqual([
    ['class-code', '540003'],
    ['flsa', 'Non Exempt'],
    ['agency', 'Breathing Therapy/35010'],
  ]);
  expect(sections.map(({ heading }) => heading)).toEqual([
    'JOB SUMMARY',
    'MAJOR RESPONSIBILITIES',
    'MINIMUM QUALIFICATIONS',
  ]);
});

test('the text keeps its length, and only spaces become line breaks', () => {
  for (const text of [FOLDED, FORM]) {
    const shown = unfolded(text);
    expect(shown).not.toBe(text);
    expect(shown.replace(/\s/g, ' ')).toBe(text.replace(/\s/g, ' '));
  }
});

test('a long paragraph among other lines is left as it is', () => {
  const lines = 'PUMP MENDER\n\nDEFINITION\n\nMends pumps of the county.\n'.repeat(12);
  const text = `${lines}${FORM}${lines}`;
  expect(unfolded(text)).toBe(text);
});

test('a grade and a unit by their codes alone on a line are told apart', () => {
  const { fields } = parseSpec('PUMP ATTENDANT\nSR-20, BU-13\nDuties Summary:\nGreases pumps.\n', 'a.txt');
  expect(fields.map(({ topic, value }) => [topic, value])).toEqual([
    ['pay-grade', 'SR-20'],
    ['bargaining-unit', 'BU-13'],
  ]);
});

test('the first column of a head run together is the class code, and the others are not guessed', () => {
  const text =
    'Lock Tender\n\nJob Code Pay Scale Group Pay Scale Type Bargaining Unit Civil Service Last Change\n25051 05 ST A2 C 542-RP 10/01/1994\n\nDEFINITION: Opens locks.\n';
  const { fields } = parseSpec(text, 'a.txt');
  expect(fields.map(({ topic, value }) => [topic, value])).toEqual([['class-code', '25051']]);
});
