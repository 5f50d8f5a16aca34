/** Conditions on how people are chosen: what an examination consists of, and who may take it. */
import type { IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { createTextPattern } from '../../text-pattern.ts';
import { topicNamed, vocabularyPart } from '../../vocabulary.ts';
import type { AnswerContext } from '../draft/context.ts';
import { documentAt } from '../draft/context.ts';
import { type Statement, statementsOf, statementsSaying } from '../reading/statements.ts';
import { askingWording, wording } from '../words/wordings.ts';
import type { Claim } from './scope.ts';
import { type Condition, NOTHING, stating, type Verdict } from './verdict.ts';

const parts = vocabularyPart<{ about: string; ask: string; states: string }[]>('examParts').map((part) => ({
  about: part.about,
  ask: createTextPattern(part.ask),
  states: new RegExp(part.states, 'i'),
}));

/** Dots that lead from a part to its weight. */
const LEADERS = /(?:\. ?){4}/;
/** Longest line of a table of weights, without its leaders, in characters. */
const MAX_LINE = 160;

/** A document's examination: the statements that say what it consists of, each with the parts it names. */
interface Examination {
  statements: { statement: Statement; named: ReadonlySet<string> }[];
  parts: ReadonlySet<string>;
}

const cache = new WeakMap<IndexedDocument, Examination>();

/** What a document's examination consists of: by its table of weights and the sentences that say so. */
function examinationOf(document: IndexedDocument): Examination {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const within = statementsOf(document).filter(({ topics }) => topics.includes('selection'));
  const read = (from: readonly Statement[]): Examination['statements'] =>
    from.flatMap((statement) => {
      const named = parts.flatMap(({ about, states }) =>
        states.test(`${statement.heading} ${statement.text}`) ? [about] : [],
      );
      return named.length === 0 || statement.force === 'denied' ? [] : [{ statement, named: new Set(named) }];
    });
  // A table's lines are short but for their leaders; a long sentence with a share is about scores.
  const isWeight = ({ text }: Statement): boolean => {
    const line = text.replace(/[\s.]+/g, ' ');
    return line.length < MAX_LINE && (LEADERS.test(text) || wording('examWeight').test(line));
  };
  const statements = [
    ...read(within.filter(isWeight)),
    ...read(within.filter((statement) => !isWeight(statement) && wording('examConsists').test(statement.text))),
  ];
  const found = { statements, parts: new Set(statements.flatMap(({ named }) => [...named])) };
  cache.set(document, found);
  return found;
}

function partCondition(corpus: Corpus, about: string, only: boolean): Condition {
  return {
    about: topicNamed('selection')?.label ?? about,
    topic: 'selection',
    judge(index): Verdict {
      const { statements, parts: stated } = examinationOf(documentAt(corpus, index));
      if (statements.length === 0) return NOTHING;
      const naming = statements.filter(({ named }) => named.has(about)).map(({ statement }) => statement);
      if (naming.length > 0 && !(only && stated.size > 1)) return stating('required', naming.slice(0, 1));
      return stating(
        'against',
        statements.slice(0, 1).map(({ statement }) => statement),
      );
    },
  };
}

/** What reads one part of an examination in a question, each part by itself. */
export const examParts = parts.map(({ about, ask }) => (text: string, { corpus }: AnswerContext): Claim | undefined => {
  const match = ask.exec(text);
  if (match === null || !wording('examAsk').test(text)) return undefined;
  const others = parts.filter((part) => part.about !== about && part.ask.test(text));
  const only = others.length === 0 && wording('examOnly').test(text);
  return { condition: partCondition(corpus, about, only), start: match.index, end: match.index + match[0].length };
});

/** Who may apply: anyone, employees too, or employees alone. */
type Recruitment = 'open' | 'promotional' | 'promotional only';

function recruitmentCondition(corpus: Corpus, asked: Recruitment): Condition {
  return {
    about: 'who may apply',
    topic: 'selection',
    judge(index): Verdict {
      const saying = (name: string): readonly Statement[] =>
        statementsSaying(documentAt(corpus, index), wording(name)).filter(
          ({ text }) => !wording('recruitUnless').test(text),
        );
      const open = saying('recruitOpen');
      const promotional = saying('recruitPromotional').filter(
        (item) => asked === 'promotional' || !open.includes(item),
      );
      if (asked === 'promotional only')
        return open.length > 0 ? stating('against', open.slice(0, 1)) : stating('required', promotional.slice(0, 1));
      const [met, other] = asked === 'open' ? [open, promotional] : [promotional, open];
      return met.length > 0 ? stating('required', met.slice(0, 1)) : stating('against', other.slice(0, 1));
    },
  };
}

/** "Open to the public", "promotional only". */
export function recruitment(text: string, { corpus }: AnswerContext): Claim | undefined {
  const promotional = askingWording('recruitPromotionalAsk').exec(text);
  const match = promotional ?? askingWording('recruitOpenAsk').exec(text);
  if (match === null) return undefined;
  const only = wording('recruitOnly').test(text) ? 'promotional only' : 'promotional';
  return {
    condition: recruitmentCondition(corpus, promotional === null ? 'open' : only),
    start: match.index,
    end: match.index + match[0].length,
  };
}
