import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const HIRING = 'MINIMUM QUALIFICATIONS\n\nGraduation from high school.';
const files = {
  'glazier.txt': `GLAZIER\n\nCLASS DEFINITION\n\nA Glazier cuts, fits and installs glass panes in windows, doors and skylights of public buildings.\n\n${HIRING}`,
  'glazier-supervisor.txt': `GLAZIER SUPERVISOR\n\nCLASS DEFINITION\n\nA Glazier Supervisor assigns, reviews and evaluates the work of a crew of Glaziers engaged in installing glass panes in windows, doors and skylights.\n\n${HIRING}`,
  'inspector.txt': `ELEVATOR INSPECTOR\n\nCLASS DEFINITION\n\nAn Elevator Inspector inspects elevators and escalators for safety.\n\nKNOWLEDGE, SKILLS AND ABILITIES\n\nKnowledge of glass, windows, doors, skylights and of the work of crews that install them.\n\n${HIRING}`,
};

test('who does the work is the class whose definition says so, not one that knows of it', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('who puts the glass in the windows and skylights?');
  expect(answer).toContain('Glazier');
  expect(answer).not.toContain('Elevator Inspector');
});

test('who supervises those that do the work is asked for apart from them', async () => {
  const { ask } = await indexOf(files);
  const { citations } = await ask('who is in charge of the people that put the glass in the windows?');
  expect(citations[0]?.source).toBe('glazier-supervisor.txt');
});

test('where the words differ, the likeliest classes are said to be for a person to judge', async () => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask(
    'which job checks that lifts and moving stairways are not going to hurt anyone?',
  );
  expect(status).toBe('answered');
  expect(answer).toContain('for you to judge');
  expect(answer).toContain('Elevator Inspector');
});

test('work that no class does is denied', async () => {
  const { ask } = await indexOf(files);
  expect((await ask('who bakes the bread?')).status).toBe('not-found');
});

test('duties that supervise nobody fit the class that does them before the one that supervises those who do', async () => {
  const duties = 'answers calls from contractors on new hookups, explains the rules for electric service';
  const spec = (title: string, work: string): string =>
    `${title}\n\nCLASS DEFINITION\n\n${title}s ${work}\n\n${HIRING}`;
  const { ask } = await indexOf({
    'a.txt': spec('Senior Service Clerk', `assign, review and evaluate the work of clerks who ${duties}.`),
    'b.txt': spec('Service Clerk', `take messages, and ${duties}.`),
  });
  const { citations } = await ask(
    'I answer calls from contractors on new hookups; explain the rules for electric service. What class am I?',
  );
  expect(citations[0]?.source).toBe('b.txt');
});
