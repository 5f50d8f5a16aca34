/** Whatever is asked, each question that an answer suggests has an answer of its own. */
import { describe, expect, test } from 'vitest';
import { EMPLOYERS, SEEDS, useRealIndex } from './real-index.ts';

const ON_SEEDS = [
  'What is the pay grade of Coordinator II?',
  'What does an Executive Aide do?',
  'exec aide min quals',
  'What distinguishes Coordinator II from III?',
  'How do the two Coordinator II specifications differ?',
  'compare executive aide and operations coordinator',
  'Which class handles fare media?',
  'Which classes are FLSA exempt?',
  'Which classes require fluency in Spanish?',
  'Show the Coordinator series',
  'Which class fits these duties: collects fares, keeps records, answers complaints of riders?',
  'I have 3 years of experience and some college. Do I meet Coordinator II?',
  'Tell me about the coordinator',
  'coordinator',
  'Executive Aide',
  'Customer Services Coordinator',
  'Operations Coordinator',
  'What is the pay grade of the Executive Aide?',
  'What is the pay grade of Coordinator IV?',
  'What does a Librarian do?',
  "What's the weather?",
  'Hello',
  'Should I be reclassified?',
  'physical demands of the operations coordinator',
  'Does the Customer Services Coordinator need a license?',
];

const ON_EMPLOYERS = [
  'What is the salary of the Human Resources Technician?',
  'Human Resources Technician',
  'How do the two Human Resources Technicians differ?',
  'What does an Accountant I do?',
  'Accountant II vs Accountant III',
  'Show the Accountant series',
  'Which classes need a commercial driver license?',
  'Who computes wharfage?',
  'Tell me about the accountant',
  'Parking Enforcement Officer',
  'hourly rate of the parking enforcement officer',
  'Research Laboratory Manager',
  'Heavy Equipment Operator II trial period',
  'Agricultural Inspector II',
  'Transit Operations Supervisor preferred qualifications',
  'What is the FLSA status of the Agricultural Inspector II?',
  'I have a GED and four years driving a bus. Could I be a Transit Operations Supervisor?',
];

describe.each([
  ['the seeds', SEEDS, ON_SEEDS],
  ['other employers', EMPLOYERS, ON_EMPLOYERS],
] as const)('on %s', (_, folder, questions) => {
  const index = useRealIndex(folder);

  test.each(questions)('what the answer to "%s" suggests can be answered', async (question) => {
    const { suggestions } = await index.ask(question);
    const unanswered: string[] = [];
    for (const suggestion of suggestions) {
      const { status } = await index.ask(suggestion);
      if (status !== 'answered') unanswered.push(`${suggestion} → ${status}`);
    }
    expect(unanswered).toEqual([]);
    expect(suggestions).toHaveLength(new Set(suggestions).size);
    expect(suggestions).not.toContain(question);
  });

  test('most answers suggest something', async () => {
    const counts = await Promise.all(questions.map(async (question) => (await index.ask(question)).suggestions.length));
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(questions.length * 0.8);
  });
});

describe('what is suggested goes on from what was asked', () => {
  const seeds = useRealIndex(SEEDS);
  const employers = useRealIndex(EMPLOYERS);

  test('a class with a namesake: how the two differ, unless that was the question', async () => {
    const difference = 'How do the two Coordinator II specifications differ?';
    expect((await seeds.ask('coordinator 2 flsa')).suggestions).toContain(difference);
    expect((await seeds.ask(difference)).suggestions).not.toContain(difference);
  });

  test('a class with another level: what tells them apart, unless that was the question', async () => {
    const levels = 'What distinguishes the Accountant I from the Accountant II?';
    expect((await employers.ask('What does an Accountant I do?')).suggestions).toContain(levels);
    expect((await employers.ask(levels)).suggestions).not.toContain(levels);
  });

  test('the topic that people ask for next comes first, where the class states it', async () => {
    const [first] = (await employers.ask('What does an Accountant I do?')).suggestions;
    expect(first).toBe('What are the minimum qualifications of the Accountant I?');
  });

  test('an answer on two classes: each of them in turn', async () => {
    const { suggestions } = await seeds.ask('compare executive aide and operations coordinator');
    expect(suggestions.slice(0, 2).join(' ')).toMatch(/Executive Aide.*Operations Coordinator/);
  });
});
