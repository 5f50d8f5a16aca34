/** Which class does something: a class must do it, not have a word of it somewhere. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const files = {
  'a.txt':
    'CITY OF ALDEN\n\nCLASS TITLE: EQUIPMENT MECHANIC\n\nEXAMPLES OF DUTIES\n\nRepairs pumps and mowers.\nOrders parts.\n\nLICENSES\n\nValid driver license.\n',
  'b.txt':
    'CITY OF ALDEN\n\nCLASS TITLE: RECORDS CLERK\n\nEXAMPLES OF DUTIES\n\nIssues dog permits at the counter.\nKeeps files.\n',
};

test.each(['Which class issues marriage licenses?', 'Who repairs submarines?'])(
  'one shared word is no answer: %s',
  async (question) => {
    const { ask } = await indexOf(files);
    expect((await ask(question)).status).toBe('not-found');
  },
);

test.each([
  ['Who repairs mowers?', 'a.txt'],
  ['which class issues permits for dogs?', 'b.txt'],
])('what a class does is found: %s', async (question, source) => {
  const { ask } = await indexOf(files);
  expect((await ask(question)).citations[0]?.source).toBe(source);
});

const dispatch = {
  'a.txt':
    'CLASS TITLE: EMERGENCY DISPATCHER\n\nEXAMPLES OF DUTIES\n\nReceives 911 telephone calls from the public.\nSends crews.\n',
  'b.txt':
    'CLASS TITLE: AIRPORT GUIDE\n\nEXAMPLES OF DUTIES\n\nResponds to emergency requests of passengers.\nAnswers questions.\n',
  'c.txt':
    'CLASS TITLE: FIRE CAPTAIN\n\nEXAMPLES OF DUTIES\n\nInspects shops and schools.\nDrills the crew.\nCleans the hoses.\n',
};

test('a number that is a name is looked for as itself: 911 is near to no word', async () => {
  const { ask } = await indexOf(dispatch);
  const { citations } = await ask('which job responds to 911 calls');
  expect(citations.map(({ source }) => source)).toEqual(['a.txt']);
});

test.each(['Who inspects restaurants?', 'who cleans the beaches', 'which job inspects wells'])(
  'the verb alone is no answer, what it is done to must stand too: %s',
  async (question) => {
    const { ask } = await indexOf(dispatch);
    expect((await ask(question)).status).toBe('not-found');
  },
);

test('what people say is found by what documents write for it', async () => {
  const spec = (title: string, duty: string): string =>
    `TOWN OF ELM\n\n${title}\n\nDUTIES\n\n- ${duty}\n- Keeps records of the work.\n`;
  const { ask } = await indexOf({
    'a.txt': spec('CURB WARDEN', 'Immobilizes vehicles by booting, and arranges for towing and impoundment.'),
    'b.txt': spec('SCIENCE AIDE', 'Identifies bacteria and protozoa in samples of reservoir water.'),
    'c.txt': spec('TREE AIDE', 'Prunes young trees along streets.'),
  });
  expect((await ask('who puts wheel clamps on cars?')).answer).toContain('Curb Warden');
  expect((await ask('which class looks for germs and parasites in the reservoir?')).answer).toContain('Science Aide');
});
