/** Matters that documents word in many ways and lists ask for in others: remote work, standby, checks before hiring. */
import type { Corpus } from '../../ports.ts';
import { createTextPattern, type TextPattern } from '../../text-pattern.ts';
import { topicNamed, vocabularyPart } from '../../vocabulary.ts';
import { documentAt } from '../draft/context.ts';
import { isOfAnother } from '../evidence/search.ts';
import { type Statement, statementsOf } from '../reading/statements.ts';
import { isOnSister } from '../reading/subject.ts';
import { wording } from '../words/wordings.ts';
import { type Condition, stating, type Verdict } from './verdict.ts';

interface Matter {
  about: string;
  topic: string;
  /** How a question asks for it. */
  ask: TextPattern;
  condition(corpus: Corpus): Condition;
}

const vocabulary =
  vocabularyPart<
    {
      about: string;
      topic: string;
      ask: string;
      states: string;
      unless?: string;
      /** Asked of people: as part of the work it is done to others, unless it says who must. */
      ofPerson?: boolean;
      /** Topics of the sections that state it; all sections where absent. */
      within?: string[];
    }[]
  >('matters');

/** Most passages shown of one class. */
const MAX_SHOWN = 2;

/** A shorter statement is read with its heading, in characters. */
const SHORT = 60;

/** Topics on what a class does. */
const OF_WORK: readonly string[] = ['duties', 'definition'];

/** Topics on what a class is, not on what is asked of people. */
const OF_CLASS: readonly string[] = ['distinguishing', 'job-family'];

/** Sections that state what licences and certificates are asked for. */
const OF_LICENCES = topicNamed('licenses')?.within ?? [];

/** The matters of the vocabulary. */
export const matters: readonly Matter[] = vocabulary.map(({ about, topic, ask, states, unless, within, ofPerson }) => {
  const says = new RegExp(states, 'iu');
  const other = unless === undefined ? undefined : new RegExp(unless, 'iu');
  const sections = within ?? (topic === 'licenses' ? OF_LICENCES : undefined);
  const counts = ({ text, topics }: Statement): boolean =>
    other?.test(text) !== true &&
    !(ofPerson === true && topics.some((name) => OF_WORK.includes(name)) && !wording('ofPerson').test(text)) &&
    (sections === undefined || topics.length === 0 || topics.some((name) => sections.includes(name)));
  const condition = (corpus: Corpus): Condition => ({
    about,
    topic,
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const { title } = document.spec;
      const found = statementsOf(document).flatMap((statement) => {
        const { text, heading } = statement;
        const said = says.exec(text);
        const isBelow = text.length < SHORT && !/\band\b|[/&,]/i.test(heading) && says.test(`${heading}: ${text}`);
        const before = text.slice(0, said?.index ?? 0);
        if ((said === null && !isBelow) || !counts(statement)) return [];
        // "It differs from the Porter, who works outdoors": what stands behind is on another class.
        if (wording('setsApart').test(before) || isOfAnother(text, title) || isOnSister(text, title)) return [];
        return [{ ...statement, isDenied: said !== null && wording('deniedBefore').test(before) }];
      });
      const denies = ({ text, force, isDenied }: Statement & { isDenied: boolean }): boolean =>
        isDenied ||
        (force === 'denied' ? !/[;,]/.test(text) : wording('denyingValue').test(text) && text.length < SHORT);
      const of = (test: (statement: (typeof found)[number]) => boolean): Statement[] =>
        found.filter(test).slice(0, MAX_SHOWN);
      // What a class is, is so of all its positions.
      if (OF_CLASS.includes(topic))
        return stating(
          'required',
          of((statement) => !denies(statement)),
        );
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
