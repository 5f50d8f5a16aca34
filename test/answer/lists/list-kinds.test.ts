import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const file = (title: string, ...lines: readonly string[]): string =>
  [title, '', 'DUTIES', '', '- Keeps the town running.', '', ...lines, ''].join('\n');

const FILES = {
  'a.txt': file(
    'PIPEFITTER',
    'MINIMUM QUALIFICATIONS',
    '',
    'Six years of experience as a pipefitting helper.',
    "A valid Class A or B driver's license with a tank endorsement is required.",
    '',
    'SELECTION PROCESS',
    '',
    'The examination will consist of a written test and an interview.',
    'This examination is given on an open competitive basis.',
  ),
  'b.txt': file(
    'SENIOR PIPEFITTER',
    'MINIMUM QUALIFICATIONS',
    '',
    'Two years of experience as a Pipefitter.',
    "A valid Class C driver's license is required.",
    '',
    'WORK SCHEDULE',
    '',
    'The work week is 37.5 hours per week. Must be available to work nights.',
    '',
    'SELECTION PROCESS',
    '',
    'Examination weights: Interview . . . . . . . . 100%',
    'This examination is open only to current town employees.',
  ),
  'c.txt': file(
    'GARDENER',
    'MINIMUM QUALIFICATIONS',
    '',
    'One year of experience in gardens. A certified public accountant supervises the budget.',
    '',
    'WORK SCHEDULE',
    '',
    'Work on Saturdays and Sundays is required.',
    '',
    'SELECTION PROCESS',
    '',
    'The written test will be held on Saturday, May 5, in the evening.',
  ),
  'd.txt': file(
    'LIBRARIAN',
    'MINIMUM QUALIFICATIONS',
    '',
    "A master's degree in library science.",
    '',
    'SPECIAL REQUIREMENTS',
    '',
    'Must pass a psychological inventory. Must hold a license as a Certified Public Accountant.',
  ),
};

describe('a list holds every class that qualifies and no other', () => {
  test.each([
    ["which jobs need a class A driver's license?", ['a.txt']],
    ['jobs needing a class B licence', ['a.txt']],
    ["Which classes require a Class C driver's license?", ['b.txt']],
    ['which jobs need a CDL?', ['a.txt']],
    ['does anything here require a commercial license?', ['a.txt']],
    ['which jobs ask for a tanker endorsement?', ['a.txt']],
    ["do I need a driver's license for any of these jobs?", ['a.txt', 'b.txt']],
    ['is a masters needed anywhere?', ['d.txt']],
    ['list all the pipefitter jobs', ['a.txt', 'b.txt']],
    ['pipefitting jobs', ['a.txt', 'b.txt']],
    ['library jobs', ['d.txt']],
    ['what gardeners do we have?', ['c.txt']],
    ['all classes that start with senior', ['b.txt']],
    ['which class needs the most experience?', ['a.txt']],
    ['which jobs work nights?', ['b.txt']],
    ['which jobs work weekends?', ['c.txt']],
    ['jobs with night or weekend work', ['b.txt', 'c.txt']],
    ['which jobs have a 37.5 hour week?', ['b.txt']],
    ['which exams are interview only?', ['b.txt']],
    ['which classes have a written test and an interview?', ['a.txt']],
    ['which jobs are open only to current employees?', ['b.txt']],
    ['which jobs can someone from outside apply for?', ['a.txt']],
    ['which jobs have a psych exam?', ['d.txt']],
    ['for which jobs do applicants have to go through a psychological exam?', ['d.txt']],
  ])('%s', async (question, expected) => {
    const { ask } = await indexOf(FILES);
    const { status, citations } = await ask(question);
    expect(status).toBe('answered');
    expect([...new Set(citations.map(({ source }) => source))].sort()).toEqual(expected);
  });

  test('hours a week that nobody works are said to be stated nowhere', async () => {
    const { ask } = await indexOf(FILES);
    expect((await ask('which jobs have a 35 hour week?')).status).toBe('not-found');
  });

  test('classes that are only compared or counted on in a question are not listed', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Can more classes at university stand in for the experience of a Gardener?');
    expect(answer).not.toContain('of 4 specifications');
  });
});
