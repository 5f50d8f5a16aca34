/** A mixed list of questions for any corpus: the classes come from the index, the rest is fixed. */

export interface BenchQuestion {
  kind: 'field' | 'section' | 'compare' | 'duty' | 'list' | 'not found';
  text: string;
}

/** Classes asked for, evenly over the corpus. */
const CLASSES = 8;

const DUTIES = [
  'fare media',
  'customer complaints',
  'payroll records',
  'water samples',
  'budget reports',
  'staff schedules',
];
const LISTS = [
  'Which classes are FLSA exempt?',
  'Which classes require a degree?',
  "Which classes need a driver's license?",
  'Which classes supervise other staff?',
];
const NOT_FOUND = [
  'What is the pay grade of a Lighthouse Keeper?',
  'What does a Dragon Tamer do?',
  "What's the weather like tomorrow?",
  'Who won the cup final?',
];

/** Questions of every kind about these class titles, the kinds taking turns. */
export function createQuestions(titles: readonly string[]): BenchQuestion[] {
  const distinct = [...new Set(titles)].sort();
  const step = Math.max(1, distinct.length / CLASSES);
  const picked = Array.from(
    { length: Math.min(CLASSES, distinct.length) },
    (_, at) => distinct[Math.floor(at * step)] ?? '',
  );
  const byKind: Record<BenchQuestion['kind'], string[]> = {
    field: picked.flatMap((title) => [`What is the class code of ${title}?`, `What is the salary of ${title}?`]),
    section: picked.flatMap((title) => [`What does ${title} do?`, `Minimum qualifications of ${title}?`]),
    compare: picked.slice(1).map((title, at) => `What distinguishes ${picked[at]} from ${title}?`),
    duty: DUTIES.map((duty) => `Which class handles ${duty}?`),
    list: LISTS,
    'not found': NOT_FOUND,
  };
  return Object.entries(byKind).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind: kind as BenchQuestion['kind'], text })),
  );
}
