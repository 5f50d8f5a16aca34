import { describe, expect, test } from 'vitest';
import { notesOn, saidIn } from '../../src/answer/said.ts';
import type { Force, Statement } from '../../src/answer/statements.ts';

const stating = (text: string, topic: string, force: Force = 'required'): Statement => ({
  start: 0,
  end: text.length,
  text,
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
});
