/** Series in one document: each level answers with its own code, pay, status and sections. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const spec = (slug: string): string =>
  readFileSync(new URL(`../../ingest/specs/${slug}/source.txt`, import.meta.url), 'utf8');
const series = spec('series-with-pay-and-status');

test('a level has its own row of the table of classes, and nothing of the other rows', async () => {
  const { ask } = await indexOf({ 'vault keepers.txt': series });
  const exempt = await ask('What is the FLSA status of Vault Keeper 3?');
  expect(exempt.answer).toContain('$58,400 Exempt');
  expect(exempt.answer).not.toContain('Nonexempt');
  expect((await ask('VK311 pay band?')).answer).toContain('$35,900');
});

test('a level that heads several sections is one specification', async () => {
  const { ask } = await indexOf({ 'vault keepers.txt': series });
  const answer = await ask('What are the minimum qualifications of Vault Keeper 3?');
  expect(answer.status).toBe('answered');
  expect(answer.answer).toContain('Three years of work with cash');
  expect(answer.answer).not.toContain('One year of work with cash');
  expect((await ask('What does a Vault Keeper 1 do?')).answer).not.toContain('Set the rota');
});

test('a value that names other levels only is not stated for a level', async () => {
  const { ask } = await indexOf({ 'vault keepers.txt': series });
  expect((await ask('How long is the probationary period of Vault Keeper 3?')).answer).toContain('nine months');
  expect((await ask('How long is the probationary period of Vault Keeper 2?')).answer).not.toContain('nine months');
});

const KEEPERS = `MARROW HARBOR DISTRICT

LIGHT KEEPER SERIES

Class Title          Code      Range     Monthly Pay
Light Keeper I       7101      12        $3,100 - $3,800
Light Keeper II      7102      15        $3,900 - $4,700

DEFINITION

Keeps lamps, horns and buoys in working order.

DISTINGUISHING CHARACTERISTICS

Light Keeper I is the entry level. Incumbents clean lenses under guidance.

Light Keeper II is the journey level. Incumbents rebuild clockwork alone.

LICENSES

Level I:    Boat card within six months.
Level II:   Boat card and radio license at time of hire.
All levels: First aid card.
`;

test('levels that a table names, and no heading, answer with their own row and what begins with their name', async () => {
  const { ask } = await indexOf({ 'keepers.txt': KEEPERS });
  expect((await ask('light keeper 2 monthly pay?')).answer).toContain('$3,900 - $4,700');
  expect((await ask('What is the class code of Light Keeper I?')).answer).toContain('7101');
  const second = await ask('What licenses does a Light Keeper II need?');
  expect(second.answer).toContain('radio license');
  expect(second.answer).toContain('First aid card');
  expect(second.answer).not.toContain('within six months');
});

test('two levels of one table are told apart by what is said of each', async () => {
  const { ask } = await indexOf({ 'keepers.txt': KEEPERS });
  const { answer, status } = await ask('What is the difference between Light Keeper I and II?');
  expect(status).toBe('answered');
  expect(answer).toContain('clean lenses');
  expect(answer).toContain('rebuild clockwork');
});

test('a table with a row for each class makes each a specification of its own, with or without a number', async () => {
  const { ask } = await indexOf({ 'tax examiners.txt': spec('table-of-levels') });
  const senior = await ask('What pay grade is the Senior Tax Examiner?');
  expect(senior.answer).toContain('62112 18 Exempt');
  expect(senior.answer).not.toContain('62111');
  const manager = await ask('minimum qualifications of the Tax Examiner Manager');
  expect(manager.answer).toContain('Five years');
  expect(manager.answer).not.toContain('12 hours of accounting');
});

test('an entry that begins with the number of another level says nothing of this one', async () => {
  const { ask } = await indexOf({
    'kiln operators.txt': [
      'Kiln Operator Series',
      '',
      'Class Title          Class Code    Range',
      'Kiln Operator I      701           12',
      'Kiln Operator II     702           15',
      '',
      'DEFINITION',
      'Fires and empties brick kilns.',
      '',
      'LICENSES',
      'Level I:    None at the time of appointment.',
      'Level II:   A boiler certificate of the second class.',
    ].join('\n'),
  });
  const second = await ask('What license does a Kiln Operator II need?');
  expect(second.answer).toContain('boiler certificate');
  expect(second.answer).not.toContain('None at the time');
});

const GLAZIERS = `TOWN OF MILLBROOK

STAINED GLASS GLAZIER I/II/III

Class Code: 8110 / 8111 / 8112

SALARY RANGE
Stained Glass Glazier I      $20.10 - $24.00 Hourly
Stained Glass Glazier II     $25.30 - $30.00 Hourly
Stained Glass Glazier III    $31.40 - $38.00 Hourly

EXAMPLES OF DUTIES
All levels:
* Cuts and grinds panes.
In addition, at the II level:
* Restores leading.
In addition, at the III level:
* Designs windows.

LICENSES
Level I must obtain a kiln card within one year. Levels II and III must hold the kiln card when appointed.
`;

test('levels that the title alone enumerates answer with what begins with their name', async () => {
  const { ask } = await indexOf({ 'glaziers.txt': GLAZIERS });
  expect((await ask('stained glass glazier 2 hourly pay')).answer).toContain('$25.30 - $30.00');
  expect((await ask('class code of stained glass glazier III')).answer).toContain('8112');
  const duties = (await ask('What does a Stained Glass Glazier II do?')).answer;
  expect(duties).toContain('Restores leading');
  expect(duties).not.toContain('Designs windows');
  const license = (await ask('What license does the Stained Glass Glazier III need?')).answer;
  expect(license).toContain('hold the kiln card when appointed');
  expect(license).not.toContain('within one year');
});

test('a name that all levels share is answered with each of them as a choice', async () => {
  const { ask } = await indexOf({ 'glaziers.txt': GLAZIERS });
  const { answer, status } = await ask('how much does a stained glass glazier make');
  expect(status).toBe('ambiguous');
  for (const pay of ['$20.10', '$25.30', '$31.40']) expect(answer).toContain(pay);
});

const TENDERS = `CITY OF MOORLAND

KILN TENDER I
KILN TENDER II

DEFINITION

Fires brick for the City.

DISTINGUISHING CHARACTERISTICS

Kiln Tender I
This is the entry class. Incumbents learn to load cars by following others.

Kiln Tender II
This is the journey class. Incumbents mend burners on their own.

TYPICAL DUTIES

- Loads cars with green brick.
`;

test('levels of one document are told apart by what it says of each, though no sentence names both', async () => {
  const { ask } = await indexOf({ 'tenders.txt': TENDERS });
  const { answer } = await ask('How does a Kiln Tender II differ from a Kiln Tender I?');
  expect(answer).toContain('by following others');
  expect(answer).toContain('mend burners on their own');
});

test('a class whose rank stands behind a dash is asked for with its rank first', async () => {
  const { ask } = await indexOf({
    'a.txt': 'Kiln Tender - Senior (#4774)\n\nTYPICAL DUTIES\n\n- Fires brick at night.\n',
  });
  const answer = await ask('What does the senior kiln tender do?');
  expect(answer.status).toBe('answered');
  expect(answer.answer).toContain('Fires brick at night');
});

test('text above a title that only a sentence gives is no letterhead that tells it from another of that name', async () => {
  const said = 'Revised: 02/80\n\nUnder supervision, does work of the class in kilns, by the code of safety.\n\n';
  const { ask } = await indexOf({
    'b7.txt': `${said}The Kiln Tender 2 is the full journey-level class in this series. It fires brick at night.\n`,
    'listed.txt': 'Kiln Tender II (#4772)\n\nTYPICAL DUTIES\n\n- Fires brick.\n',
  });
  expect((await ask('What is the class code of the Kiln Tender II?')).answer).toContain('4772');
});
