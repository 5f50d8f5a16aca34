import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

const fieldsOf = (text: string): [string, string][] =>
  parseSpec(text, 'a.txt').fields.map(({ topic, value }) => [topic, value]);

const sectionsOf = (text: string): [string, string][] =>
  parseSpec(text, 'a.txt').sections.map(({ topic, heading }) => [topic, heading]);

const body = '\n\nDEFINITION\n\nFires kilns and keeps records of every firing.\n';

describe('labels and values of a header', () => {
  test('a status on a line below its label and a blank one is the value of the label', () => {
    const text = `TITLE:\n\nKiln Keeper\n\nFLSA STATUS:\n\nExempt\n\nFT/PT/SEASONAL:\n\nFull-Time${body}`;
    expect(fieldsOf(text)).toContainEqual(['flsa', 'Exempt']);
    expect(fieldsOf(text)).toContainEqual(['service', 'Full-Time']);
  });

  test('an amount, a grade or a code below a label is its value whatever follows', () => {
    const text = `KILN KEEPER\n\nClass Number:\n0417\nTwice-a-Month Salary Range:\n$1,310.00 – $2,022.00\nPay Grade:\n07\nPrint${body}`;
    expect(fieldsOf(text)).toEqual([
      ['class-code', '0417'],
      ['salary', '$1,310.00 – $2,022.00'],
      ['pay-grade', '07'],
    ]);
  });

  test('a label whose remark has a line of its own has its value below both', () => {
    const text = `Title: Kiln Keeper\nPay Range\n(min/mid/max):\n$31,440/$40,270/$50,838\nFLSA:Exempt${body}`;
    expect(fieldsOf(text)).toContainEqual(['salary', '$31,440/$40,270/$50,838']);
    expect(fieldsOf(text)).toContainEqual(['flsa', 'Exempt']);
  });

  test('a label in capitals that no vocabulary has ends the value before it', () => {
    const text = `OFFICIAL TITLE: Kiln Keeper CODE: 8120 XQ/OQ: Fully Qualified\nGRADE: 11-13 MONTHS: 12${body}`;
    expect(fieldsOf(text)).toContainEqual(['class-code', '8120']);
    expect(fieldsOf(text)).toContainEqual(['pay-grade', '11-13']);
  });

  test('labels run together with their values are told by capitals', () => {
    const text = `Kiln Keeper\n\nClass1406\nTitleKiln Keeper\nOvertime eligibility Covered - Nonexempt\nLabor agreement Potters Local 12\nEffective dateMay 3, 2018\nHourly (40 hrs.)$13.97$20.95${body}`;
    expect(fieldsOf(text)).toEqual([
      ['class-code', '1406'],
      ['other', 'Kiln Keeper'],
      ['flsa', 'Covered - Nonexempt'],
      ['bargaining-unit', 'Potters Local 12'],
      ['effective', 'May 3, 2018'],
      ['salary', '$13.97$20.95'],
    ]);
  });

  test('a label in capitals before a value in small letters needs no colon', () => {
    const text = `POSITION IDENTIFICATION\n\nTITLE Kiln Keeper\n\nGRADE 42\n\nCLASSIFICATION Exempt\n\nIMMEDIATE SUPERVISOR Head Potter${body}`;
    expect(fieldsOf(text)).toContainEqual(['flsa', 'Exempt']);
    expect(fieldsOf(text)).toContainEqual(['reports-to', 'Head Potter']);
    expect(parseSpec(text, 'a.txt').title).toBe('Kiln Keeper');
  });

  test('a slash parts labels in capitals from their values', () => {
    const text = `TITLE / Keeper of Kilns\nPOSITION NO / 9000317\nDATE REVIEWED / 27 June 2016\nAPPROVED BY / Head Potter${body}`;
    expect(fieldsOf(text)).toEqual([
      ['other', 'Keeper of Kilns'],
      ['class-code', '9000317'],
      ['revised', '27 June 2016'],
      ['established-by', 'Head Potter'],
    ]);
  });

  test('what a form asks for in parentheses is no value', () => {
    const text = `Kiln Keeper\n\nReports to: (Position Title): Head Potter\nReport to: (Position Number)${body}`;
    expect(fieldsOf(text)).toEqual([['reports-to', 'Head Potter']]);
  });

  test('a union in parentheses below the name of its unit belongs to it', () => {
    const text = `Kiln Keeper\n\nRepresentation Unit: Municipal Potters\n(AFSP Local 1117)${body}`;
    expect(fieldsOf(text)).toEqual([['bargaining-unit', 'Municipal Potters (AFSP Local 1117)']]);
  });

  test('a status among the sentences of a header is a field', () => {
    const text = `City of Clayfield\n\nKiln Keeper\n\nThis is skilled work at kilns.  Bargaining unit position.${body}`;
    expect(fieldsOf(text)).toContainEqual(['bargaining-unit', 'Bargaining unit position']);
  });

  test('a date behind a label of several words is the date that its first word says', () => {
    const text = `Established: February, 2005\nRevised ABC: July 1, 2010\n\nKILN KEEPER${body}`;
    expect(fieldsOf(text)).toEqual([
      ['established', 'February, 2005'],
      ['revised', 'July 1, 2010'],
    ]);
  });

  test('heads of columns without a table below are no label and value', () => {
    expect(fieldsOf(`KILN KEEPER\n\nGRADE EEO-4 CODE\n35*\nD 13.312${body}`)).toEqual([]);
  });

  test('a number of digits around a letter above the title is the class code', () => {
    expect(parseSpec(`7K02\n\nPAY RANGE:  21\n\nKILN KEEPER 2${body}`, 'a.txt').classCode).toBe('7K02');
  });

  test('a code far behind the title on its line is the class code', () => {
    const { title, classCode } = parseSpec(`KILN KEEPER${' '.repeat(80)}0343${body}`, 'a.txt');
    expect([title, classCode]).toEqual(['KILN KEEPER', '0343']);
  });
});

describe('pay without a label', () => {
  test('a line of amounts and periods is pay', () => {
    const pay = '$32.02-$45.63 Hourly / $5,550.13-$7,909.20 Monthly / $66,601.60-$94,910.40 Yearly';
    expect(fieldsOf(`City of Clayfield\n\nKiln Keeper (#4100)\n\n${pay}${body}`)).toContainEqual(['salary', pay]);
  });

  test('periods without amounts belong to the line that goes on with them', () => {
    const text = `Kiln Keeper (#4100)\n\n- Hourly / - BiWeekly /\n- Monthly / $44,534.00-$73,611.00 Yearly${body}`;
    const { title, fields } = parseSpec(text, 'a.txt');
    expect(title).not.toContain('Hourly');
    expect(fields.map(({ topic, value }) => [topic, value])).toContainEqual([
      'salary',
      '- Hourly / - BiWeekly / - Monthly / $44,534.00-$73,611.00 Yearly',
    ]);
  });

  test('steps above a grade and its amounts are the grade and what the steps pay', () => {
    const text = `Kiln Keeper\n\n  Step 1 Step 2 Step 3\nSalary Range 28 $4479 $4690 $4914${body}`;
    expect(fieldsOf(text)).toEqual([
      ['salary', '$4479 $4690 $4914'],
      ['pay-grade', '28'],
    ]);
  });

  test('an amount in a sentence is not the pay of the class', () => {
    expect(fieldsOf(`Kiln Keeper\n\nBuys clay for $20 per hour of firing.${body}`)).toEqual([]);
  });
});

describe('rows of labels above rows of values', () => {
  test('labels that end in colons stand above their values', () => {
    const text = `BAND:   GRADE:   SUBGRADE:   CLASS CODE:\nC   4   1     2341\n\nKILN KEEPER${body}`;
    expect(fieldsOf(text)).toContainEqual(['class-code', '2341']);
    expect(fieldsOf(text)).toContainEqual(['pay-grade', '4']);
  });

  test('a head of two lines names its last columns by both, and blank lines part its rows', () => {
    const rows = '4739(01)     Kiln Keeper I      02     6 mo.\n\n4740(01)     Kiln Keeper II     01     12 mo.';
    const text = `KILN KEEPER SERIES\n\n          Occ.    Prob.\n\nCode No.     Class Title      Area     Period\n\n${rows}\n\nSeries Narrative\nKeepers fire kilns.\n`;
    expect(fieldsOf(text).filter(([topic]) => topic === 'probation' || topic === 'class-code')).toEqual([
      ['class-code', '4739(01)'],
      ['probation', '6 mo.'],
      ['class-code', '4740(01)'],
      ['probation', '12 mo.'],
    ]);
  });
});

describe('headings', () => {
  test('a remark in parentheses behind a heading is text of its section, however long', () => {
    const remark = '(All of the conditions below must be met for a position to be allocated to this class of work.)';
    const text = `KILN KEEPER${body}\nALLOCATING FACTORS:    ${remark}\n\n\n\n\n1.  The position must fire kilns.\n`;
    expect(sectionsOf(text).slice(1)).toEqual([['distinguishing', 'ALLOCATING FACTORS']]);
    const { passages } = parseSpec(text, 'a.txt');
    const shown = passages.filter(({ section }) => section === 1).map(({ start, end }) => text.slice(start, end));
    expect(shown).toContain(remark);
    expect(shown).toContain('The position must fire kilns.');
  });

  test.each([
    ['SUMMARY DESCRIPTION', 'definition'],
    ['IDENTIFYING CHARACTERISTICS', 'distinguishing'],
    ['TYPICAL WORK ACTIVITIES', 'duties'],
    ['EXAMPLES OF RESPONSIBILITY', 'duties'],
    ['GENERAL FUNCTION', 'definition'],
    ['CLASS SERIES CONCEPT', 'definition'],
    ['KNOWLEDGE REQUIRED BY THE POSITION', 'knowledge'],
  ])('%s heads a section on the %s', (heading, topic) => {
    expect(sectionsOf(`KILN KEEPER\n\n${heading}\nFires kilns and keeps records of them.\n`)).toEqual([
      [topic, heading],
    ]);
  });

  test('what web pages have around a document is not part of it', () => {
    const text = `Skip to content\nYou are here\nHome » Personnel » Classes » Kiln Keeper\n<< Class Listing\nKiln Keeper\nClass Code: 618S${body}\nBACK\n`;
    const { passages, title } = parseSpec(text, 'a.txt');
    const marks = passages.filter(({ kind }) => kind === 'mark').map(({ start, end }) => text.slice(start, end));
    expect(title).toBe('Kiln Keeper');
    expect(marks).toEqual(expect.arrayContaining(['Skip to content', 'You are here', '<< Class Listing', 'BACK']));
  });

  test('a heading with the legend of its table behind it heads the table', () => {
    const text = readFileSync(
      new URL('../fixtures/employers-ninth/JD-Nutrition-Services-Site-Lead-BoardApproved.txt', import.meta.url),
      'utf8',
    );
    expect(sectionsOf(text)).toContainEqual(['physical', 'Physical Demands']);
  });

  test('a head row whose other cells are columns of numbers and shares heads the rows below', () => {
    const text = `KILN KEEPER

DUTY NO.   ESSENTIAL DUTIES: (These duties are a sample.)   PCT. OF TIME

1.
Fires kilns.
35%
`;
    expect(sectionsOf(text)).toEqual([
      ['duties', 'DUTY NO. ESSENTIAL DUTIES: (These duties are a sample.) PCT. OF TIME'],
    ]);
  });
});
