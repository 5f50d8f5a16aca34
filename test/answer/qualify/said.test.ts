import { describe, expect, test } from 'vitest';
import { notesOn } from '../../../src/answer/qualify/beside.ts';
import { saidIn } from '../../../src/answer/qualify/said.ts';
import type { Force, Statement } from '../../../src/answer/reading/statements.ts';

const stating = (text: string, topic: string, force: Force = 'required'): Statement => ({
  start: 0,
  end: text.length,
  text,
  lead: '',
  heading: '',
  topics: [topic],
  force,
});

describe('what a person says of themselves', () => {
  test('months and years are one measure', () => {
    expect(saidIn('I have 30 months in payroll').months).toBe(30);
    expect(saidIn('two years as a clerk').months).toBe(24);
  });

  test('a degree that they lack is not one that they have', () => {
    expect(saidIn("I have no bachelor's degree").level).toBeUndefined();
    expect(saidIn("I have no bachelor's degree").noDegree).toBe(true);
  });

  test('a licence counts only where they say that they have it', () => {
    expect(saidIn('I hold a CDL').drives).toBe(true);
    expect(saidIn('finished high school, no CDL').drives).toBe(false);
    expect(saidIn('I like the outdoors').drives).toBeUndefined();
  });
});

const noteOn = (statement: Statement, said: ReturnType<typeof saidIn>): string =>
  notesOn(statement, said)
    .map((note) => note.text)
    .join('; ');

describe('a requirement beside what a person says', () => {
  test('a higher degree satisfies a lower one in level, never in field', () => {
    const note = noteOn(stating("Bachelor's degree in chemistry.", 'education'), saidIn('I have a PhD in chemistry'));
    expect(note).toContain('met in level');
    expect(note).toContain('a person must judge');
  });

  test('fewer months than asked for are never called enough', () => {
    const note = noteOn(stating('Two years of experience in payroll.', 'experience'), saidIn('I did 18 months of it'));
    expect(note).toContain('not met by itself');
    expect(note).not.toContain('enough');
  });

  test('a substitution is shown as one, not measured as a requirement', () => {
    const text = "A master's degree may be substituted for one year of experience.";
    expect(noteOn(stating(text, 'experience', 'alternative'), saidIn('I have 5 years'))).toBe(
      'what may stand in for what is missing',
    );
  });

  test.each([
    ["Bachelor's degree in finance or business, including 18 semester units of accounting.", 'an associate degree'],
    ['High school diploma or GED and an associate degree.', 'high school'],
  ])('%s: %s is below it', (text, own) => {
    expect(noteOn(stating(text, 'education'), saidIn(`I have ${own}`))).toContain('not met by itself');
  });

  test.each([
    ["Bachelor's degree or an associate degree.", 'an associate degree', 'met in level'],
    ['Associate degree in fire science, or 60 semester hours.', 'an associate degree', 'met in level'],
    ['Fifteen semester units in accounting.', "a bachelor's degree", 'a person must judge'],
    ["Bachelor's degree in law or the equivalent.", 'an associate degree', 'names another way'],
    ["Bachelor's degree, or nine years of experience.", 'no degree', 'names another way'],
  ])('%s: %s is %s', (text, own, verdict) => {
    expect(noteOn(stating(text, 'education'), saidIn(`I have ${own}`))).toContain(verdict);
  });

  test('of a level and a time that go together in pairs, none is called met', () => {
    const text = "Bachelor's degree and one year of experience, or an associate degree and three years of experience.";
    const notes = notesOn(stating(text, 'qualifications'), saidIn('I have an associate degree and 1 year'));
    expect(notes.some((note) => note.met === true)).toBe(false);
  });

  test('no experience at all falls short of any amount', () => {
    const statement = stating('One year of experience in payroll.', 'experience');
    expect(noteOn(statement, saidIn('I have no experience'))).toContain('not met by itself');
    expect(noteOn(statement, saidIn('I have no experience with dogs'))).toBe('');
  });

  test('a part of the time asked for is not asked for on top of it', () => {
    const text = 'Three years of experience as an inspector, one year of which must be as a lead inspector.';
    expect(noteOn(stating(text, 'experience'), saidIn('3 years as an inspector'))).toContain('enough in number');
  });

  test.each(["I'm working on my bachelor's degree", "6 months short of a bachelor's degree"])(
    '%s: a degree to come is none yet',
    (text) => {
      expect(saidIn(text).level).toBeUndefined();
    },
  );

  test('a licence of another kind says nothing of driving', () => {
    expect(saidIn('I hold a nursing license').drives).toBeUndefined();
    expect(saidIn("my employee doesn't drive").drives).toBe(false);
  });
});
