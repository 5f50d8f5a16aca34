import { describe, expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

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
