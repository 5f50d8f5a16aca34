/** How people ask for a class's fields. `{}` stands for the class. */

interface Phrase {
  text: string;
  /** Where it is not answered right yet, and why: that test is skipped and says so. */
  known?: { where: 'stated' | 'lacked'; why: string };
}

export interface FieldQuestions {
  topic: string;
  phrases: readonly (string | Phrase)[];
  /** Words that state the field outside a line of its own: a document with such words is not one that lacks it. */
  wording: RegExp;
}

export const FIELD_QUESTIONS: readonly FieldQuestions[] = [
  {
    topic: 'class-code',
    phrases: ['What is the class code of the {}?', '{} job code', 'class code for {}', "What's the {}'s class code"],
    wording: /\b((class|job|position|classification)( class)? (code|n(o|umber)))\b/i,
  },
  {
    topic: 'pay-grade',
    phrases: ['What is the pay grade of the {}?', '{} pay grade', 'what pay grade is the {} on', 'Pay grade for a {}?'],
    wording:
      /\b((pay|salary|wage|job) (grade|band|range|level)|(grade|band|range):? [A-Z]?-?\d|hourly rate|wage|salary)\b/i,
  },
  {
    topic: 'salary',
    phrases: [
      'What is the salary of the {}?',
      'How much does the {} earn?',
      '{} salary range',
      'what does the {} get paid',
    ],
    wording: /\b(salary|wages?|hourly rate|pay range|grade|band)\b|\$\s?\d/i,
  },
  {
    topic: 'flsa',
    phrases: [
      'Is the {} exempt or non-exempt?',
      '{} FLSA status',
      'What is the FLSA status of the {}?',
      'is the {} eligible for overtime?',
    ],
    wording: /\b(flsa|exempt|overtime|exemption)\b/i,
  },
  {
    topic: 'bargaining-unit',
    phrases: [
      'Which union represents the {}?',
      'What bargaining unit is the {} in?',
      '{} union',
      'Is the {} represented by a union?',
    ],
    wording: /\b(union|bargaining|(non|un)?-?represented|association|local \d+)\b/i,
  },
  {
    topic: 'reports-to',
    phrases: [
      'Who does the {} report to?',
      '{} reports to',
      "Who is the {}'s boss?",
      'who is the supervisor of the {}?',
    ],
    wording:
      /\b(reports? (directly )?to|(supervision|direction|oversight) (of|by|from)|(supervised|assigned|inspected) by|supervisor's|receives)\b|road foreman/i,
  },
  {
    topic: 'probation',
    phrases: ['How long is the probationary period of the {}?', '{} probation', 'How long is probation for the {}'],
    wording: /\b(probation|trial)/i,
  },
  {
    topic: 'established',
    phrases: ['When was the {} specification established?', '{} established date', 'When was the {} class created?'],
    wording: /\b(establish|adopt|approv|creat|issu|effective)\w*[^.\n]{0,40}\d{4}|new class/i,
  },
  {
    topic: 'revised',
    phrases: ['When was the {} specification last revised?', '{} revision date', 'when was the {} spec last updated'],
    wording: /\b(revis|updat|amend|review|retitl)\w*[^.\n]{0,40}\d{4}|\b\d{1,2}\/\d{2}\b/i,
  },
  {
    topic: 'effective',
    phrases: [
      'What is the effective date of the {} specification?',
      '{} effective date',
      'When did the {} spec take effect?',
    ],
    wording: /\b(effective|establish|adopt|approv|revis|amend|updat|agreement)\w*[^.\n]{0,40}\d{4}|\b\d{1,2}\/\d{2}\b/i,
  },
  {
    topic: 'established-by',
    phrases: ['Who established the {} class?', '{} established by'],
    wording: /\b(established|approved|prepared|adopted|issued|authorized) by\b|board approved/i,
  },
  {
    topic: 'eeo',
    phrases: ['What is the EEO category of the {}?', '{} eeo category', 'eeo code for {}'],
    wording: /\beeo\b|equal/i,
  },
  {
    topic: 'job-family',
    phrases: [
      'What job family is the {} in?',
      '{} job family',
      {
        text: 'Which job series does the {} belong to?',
        known: { where: 'lacked', why: 'it lists every class with a series' },
      },
    ],
    wording: /\b(family|series)\b/i,
  },
  {
    topic: 'workers-comp',
    phrases: ["What is the workers' compensation code of the {}?", '{} workers comp code'],
    wording: /\bworkers['’]? comp/i,
  },
  {
    topic: 'hours',
    phrases: ['What are the working hours of the {}?', '{} work schedule'],
    wording: /\b(hours|shifts?|full-time|part-time|work year|evening|weekend)/i,
  },
  {
    topic: 'safety-sensitive',
    phrases: ['Is the {} safety sensitive?', '{} safety sensitive'],
    wording: /\b(safety|security)[- ]sensitive|\bdrug\b/i,
  },
];
