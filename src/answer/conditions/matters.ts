/** Matters that documents word in many ways and lists ask for in others: remote work, standby, checks before hiring. */
import type { Corpus } from '../../ports.ts';
import { createTextPattern, type TextPattern } from '../../text-pattern.ts';
import { topicNamed, vocabularyPart } from '../../vocabulary.ts';
import { documentAt } from '../draft/context.ts';
import { type Statement, statementsOf } from '../reading/statements.ts';
import { wording } from '../words/wordings.ts';
import type { Condition, Verdict } from './verdict.ts';

interface Matter {
  about: string;
  topic: string;
  /** How a question asks for it. */
  ask: TextPattern;
  condition(corpus: Corpus): Condition;
}

const vocabulary =
  vocabularyPart<{ about: string; topic: string; ask: string; states: string; unless?: string }[]>('matters');

/** Most passages shown of one class. */
const MAX_SHOWN = 2;

/** Sections that state what licences and certificates are asked for. */
const OF_LICENCES = topicNamed('licenses')?.within ?? [];

/** The matters of the vocabulary. */
export const matters: readonly Matter[] = vocabulary.map(({ about, topic, ask, states, unless }) => {
  const says = new RegExp(states, 'iu');
  const other = unless === undefined ? undefined : new RegExp(unless, 'iu');
  const counts = ({ text, topics }: Statement): boolean =>
    other?.test(text) !== true &&
    (topic !== 'licenses' || topics.length === 0 || topics.some((name) => OF_LICENCES.includes(name)));
  const condition = (corpus: Corpus): Condition => ({
    about,
    topic,
    judge(index): Verdict {
      const found = statementsOf(documentAt(corpus, index)).filter(
        (statement) =>
          (says.test(statement.text) ||
            (statement.text.length < 60 && says.test(`${statement.heading}: ${statement.text}`))) &&
          counts(statement),
      );
      const denies = ({ text, force }: Statement): boolean =>
        force === 'denied' ? !/[;,]/.test(text) : wording('denyingValue').test(text) && text.length < 60;
      const of = (test: (statement: Statement) => boolean): Statement[] => found.filter(test).slice(0, MAX_SHOWN);
      return {
        required: of(
          (statement) => !denies(statement) && statement.force !== 'preferred' && statement.force !== 'some',
        ),
        some: of((statement) => statement.force === 'some'),
        preferred: of((statement) => statement.force === 'preferred'),
        against: of(denies),
      };
    },
  });
  return { about, topic, ask: createTextPattern(ask, 'iu'), condition };
});
