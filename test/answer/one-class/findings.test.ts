import { describe, expect, it } from 'vitest';
import { indexOf } from '../index-of.ts';

const HARBOR_PILOT = `BAY COUNTY

HARBOR PILOT

Rank Code: HP-7
Pay Band: 14
Berthing Zone: North Quay

DUTIES

- Brings vessels of any size into the basin.
- Administers towing contracts worth $400,000 a year.
- Serves on boards.

MINIMUM QUALIFICATIONS

- Ten years at sea.
- A master's ticket.

CREDENTIALS

- Radar Observer (ROU) endorsement is preferred.

FITNESS

- Swims the open basin course in 3 minutes.
- Lifts mooring lines of 60 lb.
- Will reach the bridge unaided.

PLACE OF WORK

May telework on days without arrivals.
`;

describe('what a specification says of a question', () => {
  const answerTo = async (question: string) => (await indexOf({ 'pilot.txt': HARBOR_PILOT })).ask(question);
  const quotes = async (question: string) => (await answerTo(question)).citations.map(({ quote }) => quote);

  it('is the field whose own label the question says', async () => {
    expect(await quotes('What is the rank code for the Harbor Pilot?')).toEqual(['Rank Code: HP-7']);
    expect(await quotes('What berthing zone does the Harbor Pilot have?')).toEqual(['Berthing Zone: North Quay']);
  });

  it('holds the passage on what was asked where the section asked for is silent on it', async () => {
    expect(await quotes('Is an ROU required for Harbor Pilot?')).toContain(
      'Radar Observer (ROU) endorsement is preferred.',
    );
  });

  it('prefers a passage that repeats the question in a row', async () => {
    expect(await quotes('What is the time limit for the open basin course of the Harbor Pilot?')).toEqual([
      'Swims the open basin course in 3 minutes.',
    ]);
  });

  it('of passages recognised by their wording is the one that says the question’s word', async () => {
    expect(await quotes('Any lifting as a Harbor Pilot?')).toEqual(['Lifts mooring lines of 60 lb.']);
  });

  it('does not take money in a duty for pay', async () => {
    const answer = await answerTo('What is the dollar salary of the Harbor Pilot?');
    expect(answer.answer).not.toContain('$400,000');
  });

  it('is found by other words for it', async () => {
    expect(await quotes('Can a Harbor Pilot work from home?')).toEqual(['May telework on days without arrivals.']);
  });
});
