/** The condition of a list that a class's pay grade is the highest or the lowest of those that can be compared. */
import type { IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { topicNamed } from '../../vocabulary.ts';
import { documentAt } from '../draft/context.ts';
import { ownEvidence, statedValue } from './field-conditions.ts';
import { type Condition, type Item, stating, type Verdict } from './verdict.ts';

/** A grade: what its scheme puts before the number ("GS-"), and the number. */
const GRADE = /(?<![\p{L}\d$£€.,])(\p{L}{0,3})[- ]?(\d{1,3})(?![\d$£€,]|\.\d)/u;

interface Grade {
  scheme: string;
  number: number;
  item: Item;
}

function gradeOf(document: IndexedDocument): Grade | undefined {
  for (const item of ownEvidence(document, 'pay-grade')) {
    const [, letters, digits] = GRADE.exec(statedValue(document, item)) ?? [];
    if (letters !== undefined && digits !== undefined)
      return { scheme: letters.toLowerCase(), number: Number(digits), item };
  }
  return undefined;
}

/** The condition that a class has the highest or lowest grade. Grades of another scheme than the most frequent are not compared. */
export function endGrade(corpus: Corpus, end: 'highest' | 'lowest'): Condition {
  const grades = corpus.documents.map(gradeOf);
  const counts = new Map<string, number>();
  for (const grade of grades) if (grade !== undefined) counts.set(grade.scheme, (counts.get(grade.scheme) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const numbers = grades.flatMap((grade) => (grade?.scheme === usual ? [grade?.number ?? 0] : []));
  const wanted = end === 'highest' ? Math.max(...numbers) : Math.min(...numbers);
  return {
    about: topicNamed('pay-grade')?.label ?? 'pay grade',
    topic: 'pay-grade',
    note: counts.size > 1 ? 'grades of the most frequent scheme alone are compared' : 'of the grades stated',
    judge(index): Verdict {
      const grade = grades[index];
      const document = documentAt(corpus, index);
      if (grade === undefined || grade.scheme !== usual)
        return stating('against', ownEvidence(document, 'pay-grade').slice(0, 1));
      return stating(grade.number === wanted ? 'required' : 'against', [grade.item]);
    },
  };
}
