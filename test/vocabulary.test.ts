import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normaliseHeading, topicNamed, topics, topicsOfHeading } from '../src/vocabulary.ts';

/** Headings and labels of real specifications, and what stands below them. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  'class-code': ['CLASS CODE', 'Job Code:', 'Class No.', 'Position Number', 'Classification Number'],
  'pay-grade': ['Pay Grade', 'SALARY GRADE', 'Pay Band', 'Grade'],
  salary: ['Salary', 'Salary Range', 'ANNUAL SALARY', 'Compensation', 'Wage', 'Hourly Rate'],
  flsa: ['FLSA Status', 'FLSA', 'FLSA Designation', 'Exemption Status', 'Overtime Status'],
  'bargaining-unit': ['Bargaining Unit', 'Union', 'Represented by', 'Union Affiliation'],
  agency: ['Department', 'Agency', 'Division'],
  location: ['Location', 'Work Location'],
  'reports-to': ['Reports To', 'Immediate Supervisor', 'Responsible to'],
  probation: ['Probationary Period', 'TRIAL PERIOD', 'Probation'],
  effective: ['Effective Date', 'EFFECTIVE'],
  established: ['Date Established', 'Established', 'Adopted', 'Date Approved'],
  revised: ['Revised', 'Last Revised', 'Revision Date', 'Date Last Reviewed', 'Amended', 'Revision History'],
  'open-date': ['Opening Date', 'Date Posted', 'OPEN DATE'],
  eeo: ['EEO Category', 'EEO Code', 'EEO-4 Category'],
  'job-family': ['Job Family', 'Occupational Group', 'Class Series'],
  hours: ['Work Schedule', 'Hours of Work', 'Hours per week'],
  'workers-comp': ["Workers' Comp Code", "Workers' Compensation Code"],
  definition: [
    'DEFINITION',
    'Position Summary',
    'General Purpose',
    'NATURE OF WORK',
    'Class Summary',
    'Job Summary',
    'Basic Function',
    'GENERAL STATEMENT OF DUTIES',
  ],
  distinguishing: ['DISTINGUISHING CHARACTERISTICS', 'Distinguishing Features', 'Class Characteristics'],
  duties: [
    'EXAMPLES OF DUTIES',
    'Essential Functions',
    'TYPICAL DUTIES',
    'Essential Duties and Responsibilities',
    'Examples of Work Performed',
    'Representative Duties',
    'Key Responsibilities',
    'Illustrative Examples of Work',
    'Major Duties',
    'Principal Accountabilities',
  ],
  knowledge: [
    'KNOWLEDGE, SKILLS AND ABILITIES',
    'Knowledge of:',
    'Ability to:',
    'Skill in',
    'Required Knowledge, Skills and Abilities',
    'Competencies',
    'KSAs',
    'Knowledge/Skills/Abilities',
  ],
  education: ['Education', 'Educational Requirements', 'Education Requirement'],
  experience: ['Experience', 'Experience Requirement', 'Required Experience', 'Work Experience'],
  'education-experience': ['EDUCATION AND EXPERIENCE', 'Training and Experience', 'Experience and Education'],
  licenses: ['LICENSES AND CERTIFICATES', 'License', 'Certification', 'Licensing Requirements', 'Driver License'],
  'special-requirements': ['Special Requirements', 'Other Requirements', 'Necessary Special Requirements'],
  preferred: ['Preferred Qualifications', 'Desirable Qualifications', 'Desired Qualifications'],
  qualifications: [
    'MINIMUM QUALIFICATIONS',
    'Qualifications',
    'Requirements',
    'Minimum Requirements',
    'Employment Standards',
    'TYPICAL QUALIFICATIONS',
  ],
  physical: ['PHYSICAL DEMANDS', 'Physical Requirements', 'Physical and Mental Demands', 'Physical Abilities'],
  'working-conditions': ['WORKING CONDITIONS', 'Work Environment', 'Environmental Conditions', 'Working Environment'],
  'supervision-received': ['Supervision Received'],
  'supervision-exercised': ['Supervision Exercised'],
  supervision: ['SUPERVISION RECEIVED AND EXERCISED', 'Supervision'],
  tools: ['Tools and Equipment', 'Equipment Used', 'Machines, Tools and Equipment'],
  selection: ['Selection Process', 'Examination'],
  apply: ['How to Apply', 'Application Process'],
  deadline: ['Application Deadline', 'Closing Date'],
  benefits: ['Benefits', 'Employee Benefits'],
  career: ['Career Ladder', 'Promotional Opportunities'],
  history: ['HISTORY', 'Class History', 'History of the Class'],
  notes: ['Notes', 'NOTE'],
  'equal-opportunity': ['Equal Employment Opportunity', 'Nondiscrimination'],
};

describe('the topics', () => {
  test('have names of their own, and name only topics that there are', () => {
    const names = topics.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const named = topics.flatMap(({ parent, within = [], near = [], also = [] }) => [
      ...(parent === undefined ? [] : [parent]),
      ...within,
      ...near,
      ...also,
    ]);
    expect(named.filter((name) => name !== 'other' && topicNamed(name) === undefined)).toEqual([]);
  });

  test('have parents that end: no topic is a part of itself', () => {
    for (const topic of topics) {
      const seen = new Set<string>();
      for (let at = topic.parent; at !== undefined; at = topicNamed(at)?.parent) {
        expect(seen.has(at) || at === topic.name).toBe(false);
        seen.add(at);
      }
    }
  });

  test('ask by words of their own: no phrase asks for two', () => {
    const asked = new Map<string, string[]>();
    for (const { name, asks } of topics) for (const ask of asks) asked.set(ask, [...(asked.get(ask) ?? []), name]);
    expect([...asked].filter(([, names]) => new Set(names).size > 1)).toEqual([]);
  });

  test('have patterns that compile, and that end on headings made to hold them up', () => {
    const held = ['essential ', 'minimum required ', 'knowledge skills ', 'and or ', 'a ', 'work '].map((words) =>
      `${words.repeat(90)}`.slice(0, 89).concat('!'),
    );
    for (const { headings, keywords = '', evidence = '' } of topics)
      for (const pattern of [`^(?:${headings})$`, keywords, evidence])
        for (const heading of held) expect(new RegExp(pattern, 'i').test(heading)).toBeTypeOf('boolean');
  });
});

test('every pattern of the vocabulary compiles', () => {
  const { questions, titles, furniture } = JSON.parse(
    readFileSync(new URL('../vocabulary/en.json', import.meta.url), 'utf8'),
  ) as { questions: Record<string, unknown>; titles: { organisation: string[] }; furniture: string[] };
  const patterns = Object.values(questions).filter((value) => typeof value === 'string');
  const kinds = Object.values(questions.kinds as Record<string, string>);
  for (const pattern of [...patterns, ...kinds, ...titles.organisation, ...furniture])
    expect(() => new RegExp(pattern, 'iu')).not.toThrow();
});

describe('headings', () => {
  const all = Object.entries(HEADINGS).flatMap(([topic, headings]) => headings.map((heading) => [heading, topic]));

  test.each(all)('"%s" stands over %s, and over no other topic', (heading, topic) => {
    expect(topicsOfHeading(heading).whole?.name).toBe(topic);
  });

  /** Also what the list of certified names is called; licences come first. */
  const AMBIGUOUS = ['Certification'];
  const isPartOf = (part: string | undefined, whole: string | undefined): boolean =>
    part !== undefined && (part === whole || isPartOf(topicNamed(part)?.parent, whole));

  test('are known by one topic alone, or by a topic before the one that it is a part of', () => {
    const claimed = all.map(([heading = '']) => {
      const normal = normaliseHeading(heading);
      const claims = topics.filter((topic) => new RegExp(`^(?:${topic.headings})$`).test(normal));
      return { heading, claims: claims.map(({ name }) => name) };
    });
    expect(claimed.length).toBeGreaterThan(100);
    const torn = claimed.filter(({ claims: [first, ...more] }) => more.some((other) => !isPartOf(first, other)));
    expect(torn.filter(({ heading }) => !AMBIGUOUS.includes(heading))).toEqual([]);
  });

  test.each([
    'Mows lawns and trims hedges.',
    'COORDINATOR II',
    'City of Anywhere',
    'Receives general supervision from the Director.',
    '',
    'The incumbent must pass an examination of the heart',
  ])('"%s" is none', (text) => {
    expect(topicsOfHeading(text).whole).toBeUndefined();
  });

  test.each(['2. DEFINITION', 'Definition:', 'DEFINITION (Illustrative Only)', 'Définition'])(
    '"%s" is compared as plain words',
    (heading) => {
      expect(normaliseHeading(heading).endsWith('definition')).toBe(true);
    },
  );
});
