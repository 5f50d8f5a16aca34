import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const spec = (title: string, pay: string, requirement: string): string => `CITY OF FERN

${title}

Class Code: ${pay.slice(1, 3)}0

SALARY

${pay} a year

DUTIES

- Does the work of its class.

MINIMUM QUALIFICATIONS

${requirement}
`;

const FILES = {
  'a.txt': spec('HARBOR GUARD', '$40,000', 'High school diploma.'),
  'b.txt': spec('SENIOR HARBOR GUARD', '$50,000', 'Two years of experience as a Harbor Guard.'),
  'c.txt': spec('HARBOR SERGEANT', '$60,000', 'One year of experience as a Senior Harbor Guard.'),
  'd.txt': spec('ROOFER', '$45,000', 'One year of roof work.'),
  'e.txt': spec('SENIOR ROOFER', '$55,000', 'Three years of roof work.'),
};

describe('levels of a series', () => {
  test('what stands above a class is said first, with what it asks for', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask("What's one step above Harbor Guard?");
    expect(answer).toMatch(/^Senior Harbor Guard stands above \*\*Harbor Guard\*\*/);
    expect(answer).toContain('Two years of experience as a Harbor Guard');
  });

  test('classes of another title follow by the experience that they ask for', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('How do you move up from Harbor Guard?');
    expect(answer).toContain('**Harbor Sergeant**');
  });

  test('a series is of the title itself, not of classes of another trade that end in it', async () => {
    const { ask } = await indexOf({
      'f.txt': spec('CLERK II', '$35,000', 'One year as a Clerk I.'),
      'g.txt': spec('CLERK III', '$38,000', 'One year as a Clerk II.'),
      'h.txt': spec('PAYROLL CLERK', '$37,000', 'One year of payroll work.'),
    });
    const { answer } = await ask('Show the Clerk series');
    expect(answer).toMatch(/\*\*Clerk II\*\*[\s\S]*\*\*Clerk III\*\*/);
    expect(answer).not.toContain('Payroll Clerk');
  });

  test('what is asked besides is told of each level', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('What are the classes above Harbor Guard, and their starting pay?');
    expect(answer).toContain('$50,000');
  });

  test('a series is found by the name of its trade', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Roofing jobs from the bottom rung to the top');
    expect(answer.indexOf('**Roofer**')).toBeLessThan(answer.indexOf('**Senior Roofer**'));
    expect(answer).not.toContain('Harbor');
  });
});

test('a class that is no series is answered by those that ask for experience as it', async () => {
  const { ask } = await indexOf({
    'a.txt': spec('DOCK OFFICER', '$40,000', 'High school diploma.'),
    'b.txt': spec('DOCK SERGEANT', '$60,000', 'Two years of experience as a Dock Officer.'),
  });
  const { status, answer } = await ask('How do you move up from Dock Officer? list the ranks');
  expect(status).toBe('answered');
  expect(answer).toContain('Two years of experience as a Dock Officer');
});

describe('what a level takes', () => {
  const level = (title: string, asks: string): string =>
    `COUNTY OF ELM\n\n${title}\n\nClass Code: 70${title.length}\n\nDISTINGUISHING CHARACTERISTICS\n\n${title} is a level of its series.\n\nDUTIES\n\n- Visits homes.\n\nMINIMUM QUALIFICATIONS\n\n${asks}\n`;
  const FILES = {
    'one.txt': level('HOME VISITOR I', 'High school diploma.'),
    'two.txt': level('HOME VISITOR II', 'Two years as a Home Visitor I.'),
  };

  test('moving from one level to another shows what the aim asks for, not what the first did', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('what do i need to move from home visitor 1 to 2');
    expect(answer).toContain('Two years as a Home Visitor I.');
    expect(answer).not.toContain('High school diploma');
  });

  test('a series with what each level needs shows the requirements of all', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('Show the Home Visitor series and what each level requires');
    expect(answer).toContain('Two years as a Home Visitor I.');
    expect(answer).toContain('High school diploma');
  });

  test('the ranks of a class are its series', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('What are the ranks of home visitor 1?');
    expect(answer).toContain('Home Visitor II');
  });
});

test('a level that a text names stands next, and classes of another trade are no levels of it', async () => {
  const { ask } = await indexOf({
    'a.txt': `CITY OF FERN

PLANNER II

DISTINGUISHING CHARACTERISTICS

Planner II is distinguished from Planner III in that the latter leads the work of planners.

DUTIES

- Reviews plans.
`,
    'b.txt': spec('OPERATIONS PLANNER', '$50,000', 'High school diploma.'),
  });
  const { answer } = await ask('What comes after Planner II?');
  expect(answer).toMatch(/^Planner III stands above \*\*Planner II\*\*, by its name; it has no specification here/);
  expect(answer).not.toContain('Operations Planner');
});

describe('where a class leads, and what leads to it', () => {
  test.each([
    'im a harbor guard, what can i move up to and how many years for each',
    'Being a Harbor Guard, which exam comes next?',
    'what can a harbor guard promote into',
    'from Harbor Guard, what is the way up?',
  ])('%s', async (question) => {
    const { ask } = await indexOf(FILES);
    const { status, answer } = await ask(question);
    expect(status).toBe('answered');
    expect(answer).toContain('Two years of experience as a Harbor Guard');
  });

  test('what has to be held before a class is what it asks for itself', async () => {
    const { ask } = await indexOf(FILES);
    const { answer } = await ask('What job do you have to hold before Senior Harbor Guard?');
    expect(answer).toContain('Two years of experience as a Harbor Guard');
  });

  const LINE = `TOWN OF ELM

BOILER ATTENDANT, SENIOR

Class Code: 4410

DUTIES

- Runs the boilers.
- Sweeps the floor below them.
- Reads the gauges every hour.
- Writes down what they show.
- Orders coal and lamp oil.
- Answers the night bell.
- Trains new attendants.
- Keeps the keys of the yard.

LEVEL GUIDELINES

Boiler Attendant, Junior (B1): follows written steps.
Boiler Attendant (B2): works alone.
Boiler Attendant, Senior (B3): leads the shift.

CAREER LINE

Stoker > Boiler Attendant > Plant Chief

MINIMUM QUALIFICATIONS

Two years as a Boiler Attendant, Junior.
Able to lift 50 pounds.
Able to work at night.
`;

  test.each([
    ['What levels make up the series that the Senior Boiler Attendant belongs to?', 'follows written steps'],
    ['Levels of the boiler attendant series', 'leads the shift'],
    ['What is the career path for a stoker at the Town of Elm?', 'Stoker > Boiler Attendant > Plant Chief'],
  ])('%s is answered by what one specification says of all levels', async (question, quote) => {
    const { ask } = await indexOf({ ...FILES, 'line.txt': LINE });
    const { status, citations } = await ask(question);
    expect(status).toBe('answered');
    expect(citations.map((citation) => citation.quote).join(' ')).toContain(quote);
  });
});
