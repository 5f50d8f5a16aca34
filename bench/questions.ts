/** A mixed list of questions for any corpus: the classes come from the index, the rest is fixed. */

export interface BenchQuestion {
  kind: 'field' | 'section' | 'compare' | 'duty' | 'list' | 'not found' | 'pasted';
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
/** As many as no other list has, so that a pasted text repeats itself late. */
const NOUNS = [
  'contract documents',
  'maintenance logs',
  'training materials',
  'expense statements',
  'pump readings',
  'permit applications',
  'shift reports',
  'meeting minutes',
  'safety procedures',
  'equipment orders',
  'personnel files',
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

/** Characters of a pasted text: a long one, as Slack and Teams still take it. */
const PASTED = 6_000;
const VERBS = ['Prepares', 'reviews', 'schedules', 'coordinates', 'inspects', 'records', 'resolves', 'supervises'];
const PLACES = [
  'for the department',
  'with outside agencies',
  'under general supervision',
  'in the field',
  'as assigned',
];

/** Duties of a position, one long text. */
function pastedDuties(): string {
  const sentences: string[] = [];
  for (let at = 0; sentences.join(' ').length < PASTED; at++) {
    const verb = VERBS[at % VERBS.length];
    sentences.push(
      `${verb} ${DUTIES[at % DUTIES.length]} and ${NOUNS[at % NOUNS.length]} ${PLACES[at % PLACES.length]}.`,
    );
  }
  return sentences.join(' ').slice(0, PASTED);
}

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
    pasted: [`Which class fits these duties? ${pastedDuties()}`, `${pastedDuties()} What class is this?`],
  };
  return Object.entries(byKind).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind: kind as BenchQuestion['kind'], text })),
  );
}
