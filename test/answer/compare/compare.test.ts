import { describe, expect, it } from 'vitest';
import { indexOf } from '../index-of.ts';

const PORTER = `CITY OF ELM

DOCK PORTER II

Class Code: 4402

DEFINITION

Moves cargo by hand and by truck.

LEVEL OF THE CLASS

The Dock Porter I carries parcels under close guidance. The Dock Porter II drives a yard truck alone.

HOW THIS CLASS DIFFERS

From Cargo Marshal: the Cargo Marshal assigns crews to berths.

DUTIES

- Loads pallets.
- Trains each new Dock Porter I.

MINIMUM QUALIFICATIONS

One year as a Dock Porter I.
`;

describe('a class that only the other one describes', () => {
  it.each([
    ['named first', 'What is the difference between a Dock Porter I and II?'],
    ['named last', 'dock porter 2 vs 1'],
  ])('is told apart by the sentences on both, %s', async (_, question) => {
    const { ask } = await indexOf({ 'porter.txt': PORTER });
    const { answer, status } = await ask(question);
    expect(status).toBe('answered');
    expect(answer).toContain('no specification of Dock Porter I itself');
    expect(answer).toContain('carries parcels');
    expect(answer).toContain('drives a yard truck alone');
    expect(answer).not.toMatch(/Loads pallets|Trains each|One year/);
  });

  it('is told apart by a sentence that begins with it', async () => {
    const { ask } = await indexOf({ 'porter.txt': PORTER });
    const { answer, citations } = await ask('How is a dock porter II different from a cargo marshal?');
    expect(answer).toContain('assigns crews to berths');
    expect(citations).toHaveLength(1);
  });

  it('is not told apart where the document says nothing of it', async () => {
    const { ask } = await indexOf({ 'porter.txt': PORTER });
    expect((await ask('Dock Porter II vs Dock Porter IV')).status).toBe('not-found');
  });
});

it('a sentence that tells the two apart is answered alone, without those on other classes', async () => {
  const { ask } = await indexOf({
    'porter.txt': PORTER.replace(
      'The Dock Porter I carries parcels under close guidance. The Dock Porter II drives a yard truck alone.',
      'Dock Porter II is the second class of its series. Dock Porter II is distinguished from Dock Porter III in that the latter plans berths. Dock Porter II is distinguished from Dock Porter I in that the latter carries parcels.',
    ),
  });
  const { answer, citations } = await ask('What distinguishes Dock Porter II from III?');
  expect(answer).toContain('plans berths');
  expect(citations).toHaveLength(1);
});

it.each([
  ['by a series that the text names', 'Dock Porter II vs Cargo Analyst I', 'tallies'],
  ['by its name in the plural', 'Dock Porter II vs Yard Runner', 'carry messages'],
  ['by its words in another order', 'How is the Dock Porter II different from the Lead Dock Porter?', 'plans shifts'],
])('a class without a document is told apart %s', async (_, question, said) => {
  const { ask } = await indexOf({
    'porter.txt': PORTER.replace(
      'The Dock Porter I carries parcels under close guidance.',
      'This class is distinguished from the Cargo Analyst series in that the latter tallies freight. It is distinguished from the Dock Lead Porter in that the latter plans shifts. Yard Runners carry messages.',
    ),
  });
  const { answer, status } = await ask(question);
  expect(status).toBe('answered');
  expect(answer).toContain(said);
});
