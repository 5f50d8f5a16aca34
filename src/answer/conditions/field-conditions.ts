/** Conditions on labelled values: overtime status, unions, grades, codes, supervisors, departments. */
import type { IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { normaliseHeading, topicNamed } from '../../vocabulary.ts';
import { singularOf, wordsOf } from '../../words.ts';
import { documentAt } from '../draft/context.ts';
import { type Evidence, evidenceOn, fieldEvidence } from '../evidence/evidence.ts';
import { lineAround, statementsOf, statementsSaying } from '../reading/statements.ts';
import { wording } from '../words/wordings.ts';
import { type Condition, type Item, NOTHING, stating, type Verdict } from './verdict.ts';

const NONE: ReadonlySet<string> = new Set();
const textOf = ({ text }: IndexedDocument, { start, end }: Item): string => text.slice(start, end);

/** Labelled values of a topic, or the passages below its heading where it has no line of its own. */
export function ownEvidence(document: IndexedDocument, topic: string): Evidence[] {
  const own = evidenceOn(document, topic, NONE).filter((item) => item.how !== 'mention');
  const fields = own.filter((item) => item.how === 'field');
  return fields.length > 0 ? fields : own;
}

/** A value without its label. */
export function statedValue(document: IndexedDocument, item: Item, topic?: string): string {
  const inside = document.spec.fields.filter((other) => other.start >= item.start && other.end <= item.end);
  // A row of a table holds the values of several topics.
  const field = inside.find((other) => other.topic === topic) ?? inside[0];
  return field?.value ?? textOf(document, item);
}

type Status = 'exempt' | 'nonexempt';

/** The box that is ticked, where a form prints both: "[X] Exempt [ ] Nonexempt". */
function ticked(value: string): string {
  return /[[(☒☑✓✗]\s*[xX✓✗]?\s*[\])]?/.test(value)
    ? (/(?:[[(]\s*[xX✓✗]\s*[\])]|[☒☑])\s*([^[(☐☒☑]+)/u.exec(value)?.[1] ?? value)
    : value;
}

function statusIn(document: IndexedDocument, item: Item): Status | undefined {
  const value = ticked(statedValue(document, item, 'flsa'));
  if (wording('statusNonexempt').test(value)) return 'nonexempt';
  if (wording('statusExempt').test(value)) return 'exempt';
  const letters = wording('overtimeLabel').test(item.heading) ? null : wording('statusLetters').exec(value);
  if (letters !== null) return letters[1] === undefined ? 'exempt' : 'nonexempt';
  const asksExempt = /exempt/i.test(item.heading);
  if (wording('yes').test(value)) return asksExempt ? 'exempt' : 'nonexempt';
  if (wording('no').test(value)) return asksExempt ? 'nonexempt' : 'exempt';
  return undefined;
}

/** The lines that state whether a class is exempt: labelled so, or by their value alone ("Classification: Exempt"). */
function statusFields(document: IndexedDocument): Item[] {
  const own = ownEvidence(document, 'flsa');
  if (own.length > 0) return own;
  const said = document.spec.fields.filter(({ value }) => wording('statusValue').test(value));
  return said.flatMap((field) => fieldEvidence(document, field) ?? []).slice(0, 1);
}

/** The condition that a class is exempt from overtime, or that it is not. */
export function statusCondition(corpus: Corpus, asked: Status): Condition {
  return {
    about: 'FLSA status',
    topic: 'flsa',
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const fields: Item[] = statusFields(document);
      const wordings = fields.length > 0 ? [] : statementsSaying(document, wording('flsaWording'));
      for (const item of [...fields, ...wordings]) {
        const status = statusIn(document, item);
        if (status !== undefined) return stating(status === asked ? 'required' : 'against', [item]);
      }
      return NOTHING;
    },
  };
}

/** Passages that say whether a class is represented, and by whom. */
function unionEvidence(document: IndexedDocument): readonly Item[] {
  const own: Item[] = ownEvidence(document, 'bargaining-unit').filter(
    (item) => item.how === 'field' || wording('unionWording').test(textOf(document, item)),
  );
  const { titleSpan, title } = document.spec;
  const titled =
    titleSpan !== undefined && wording('unionWording').test(title) ? [{ ...titleSpan, heading: 'Title' }] : [];
  const worded = statementsSaying(document, wording('memberWording'));
  return own.length > 0 ? own : titled.length > 0 ? titled : worded;
}

/** True when some class is represented by a union of that name. */
export function isUnion(corpus: Corpus, name: string): boolean {
  return corpus.documents.some((document) =>
    unionEvidence(document).some((item) => contains(textOf(document, item), name)),
  );
}

/** The condition that a class is represented by a union, or by one with a name. Without a name, by any. */
export function unionCondition(corpus: Corpus, name: string | undefined): Condition {
  return {
    about: 'a union or bargaining unit',
    topic: 'bargaining-unit',
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const stated = unionEvidence(document);
      const named = stated.filter((item) => name === undefined || contains(textOf(document, item), name));
      const joined = named.filter((item) => !wording('denyingValue').test(statedValue(document, item)));
      if (joined.length > 0) return stating('required', joined.slice(0, 1));
      return stating('against', stated.slice(0, 1));
    },
  };
}

const plainWords = (text: string): string => ` ${normaliseHeading(text).split(' ').map(singularOf).join(' ')} `;

/** True when a text has a phrase in whole words, singular or plural. */
function contains(text: string, phrase: string): boolean {
  return plainWords(text.replace(/-\s*[\r\n]\s*/g, '').replace(/[()]/g, ' ')).includes(plainWords(phrase));
}

/** The condition that a field has a value, in whole words. */
export function valueCondition(corpus: Corpus, topic: string, value: string): Condition {
  const key = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, '');
  const words = (text: string): string[] => text.split(/[^\p{L}\p{N}-]+/u).map(key);
  const statedBy = (document: IndexedDocument): Item[] => ownEvidence(document, topic);
  return {
    about: topicNamed(topic)?.label ?? topic,
    topic,
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const stated = statedBy(document);
      const found = stated.filter((item) => {
        const own = statedValue(document, item);
        return words(own).includes(key(value)) || key(own) === key(value);
      });
      return found.length > 0 ? stating('required', found) : stating('against', stated.slice(0, 1));
    },
    values: () => [
      ...new Set(
        corpus.documents.flatMap((document) => statedBy(document).map((item) => statedValue(document, item).trim())),
      ),
    ],
  };
}

/** The condition that a class's code begins with some characters. */
export function codeCondition(corpus: Corpus, prefix: string): Condition {
  return {
    about: 'class code',
    topic: 'class-code',
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const { classCode } = document.spec;
      if (classCode === undefined) return NOTHING;
      const stated = ownEvidence(document, 'class-code');
      const items: Item[] =
        stated.length > 0
          ? stated.slice(0, 1)
          : document.spec.titleSpan === undefined
            ? []
            : [{ ...lineAround(document.text, document.spec.titleSpan), heading: 'Title' }];
      return stating(classCode.toLowerCase().startsWith(prefix.toLowerCase()) ? 'required' : 'against', items);
    },
  };
}

/** The condition that passages on some topics name somebody or something: whom a class reports to, its department. */
export function namingCondition(corpus: Corpus, topics: readonly string[], name: string): Condition {
  return {
    about: topicNamed(topics[0] ?? '')?.label ?? name,
    topic: topics[0],
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const stated = topics.flatMap((topic) => evidenceOn(document, topic, NONE));
      const found = stated.filter((item) => contains(textOf(document, item), name));
      return found.length > 0 ? stating('required', found.slice(0, 2)) : stating('against', stated.slice(0, 1));
    },
  };
}

/** Topics whose passages name a department as the class's own: what it is, and what it is paid there. */
const IN_DEPARTMENT: readonly string[] = ['definition', 'distinguishing', 'salary', 'pay-grade'];
/** Duties that begin "A … with the Department of … does" name its own, in characters from their beginning. */
const MAX_OPENING = 80;

/** The condition that a class belongs to a department: by its field, or where a passage names "the … Department". */
export function departmentCondition(corpus: Corpus, name: string): Condition {
  const own = wordsOf(name).map((word) => `${singularOf(word)}(?:e?s)?`);
  const wordsOfName = own.join('[\\s-]+');
  const named = new RegExp(
    `\\b${wordsOfName}\\s+(?:department|division|bureau|office)\\b|\\b(?:department|division|bureau|office)s? of (?:the )?${wordsOfName}\\b`,
    'i',
  );
  return {
    about: topicNamed('agency')?.label ?? 'department',
    topic: 'agency',
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const fields = document.spec.fields.filter(({ topic }) => topic === 'agency');
      const found = fields.filter(({ value }) => contains(value, name));
      if (found.length > 0)
        return stating(
          'required',
          found.map(({ start, end, label }) => ({ start, end, heading: label })),
        );
      const worded = statementsOf(document).filter(
        ({ text, topics }) =>
          named.test(text) &&
          (topics.length === 0 ||
            topics.some((topic) => IN_DEPARTMENT.includes(topic)) ||
            (topics.includes('duties') && text.search(named) < MAX_OPENING)),
      );
      if (worded.length > 0) return stating('required', worded.slice(0, 1));
      return stating(
        'against',
        fields.slice(0, 1).map(({ start, end, label }) => ({ start, end, heading: label })),
      );
    },
  };
}
