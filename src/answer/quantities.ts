/** Quantities with a unit: what a question's threshold asks ("at least five years"), and whether a text meets it. */
import { vocabularyPart } from '../vocabulary.ts';

interface QuantityVocabulary {
  over: string[];
  under: string[];
  /** Regular expression of each unit's forms. */
  units: Record<string, string>;
  /** Number words from zero on. */
  numbers: string[];
}

const vocabulary = vocabularyPart<QuantityVocabulary>('quantities');
const NUMBER = `\\d{1,4}|${vocabulary.numbers.join('|')}`;

/** A threshold: more or fewer than a number of a unit. */
export interface Threshold {
  relation: 'over' | 'under';
  /** "at least" and "up to" include the number itself. */
  inclusive: boolean;
  value: number;
  unit: string;
}

const numberOf = (text: string): number => {
  const word = vocabulary.numbers.indexOf(text.toLowerCase());
  return word >= 0 ? word : Number(text);
};

/** The threshold in a question; undefined when it has none. */
export function thresholdIn(text: string): Threshold | undefined {
  for (const relation of ['over', 'under'] as const) {
    for (const [unit, forms] of Object.entries(vocabulary.units)) {
      const match = new RegExp(`\\b(${vocabulary[relation].join('|')})\\s+(${NUMBER})\\s+(?:${forms})\\b`, 'i').exec(
        text,
      );
      if (match?.[1] === undefined || match[2] === undefined) continue;
      return { relation, inclusive: /least|minimum|most|up to/i.test(match[1]), value: numberOf(match[2]), unit };
    }
  }
  return undefined;
}

/** True when a text states a quantity of the unit that meets the threshold. */
export function meets(text: string, { relation, inclusive, value, unit }: Threshold): boolean {
  const pattern = new RegExp(
    `\\b(${NUMBER})(?:\\s*\\(\\d+\\))?(?:\\s*(?:-|–|to)\\s*\\d+)?[\\s-]+(?:${vocabulary.units[unit] ?? unit})\\b`,
    'gi',
  );
  return [...text.matchAll(pattern)].some((match) => {
    const stated = numberOf(match[1] ?? '');
    if (inclusive && stated === value) return true;
    return relation === 'over' ? stated > value : stated < value;
  });
}
