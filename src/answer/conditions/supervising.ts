/** The conditions of a list that a class supervises others, and that it works under supervision of some kind. */
import type { Corpus } from '../../ports.ts';
import { topicNamed } from '../../vocabulary.ts';
import { wordsOf } from '../../words.ts';
import { documentAt } from '../draft/context.ts';
import { type Statement, statementsSaying, statementsWithin } from '../reading/statements.ts';
import { isOnSister } from '../reading/subject.ts';
import { wording } from '../words/wordings.ts';
import { type Condition, NOTHING, stating, type Verdict } from './verdict.ts';

const SUPERVISING: readonly string[] = ['supervision-exercised', 'supervision', 'definition', 'duties'];

/** The condition that a class supervises others. */
export function supervisingCondition(corpus: Corpus): Condition {
  return {
    about: topicNamed('supervision-exercised')?.label ?? 'supervision',
    topic: 'supervision-exercised',
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const stated = statementsWithin(document, SUPERVISING).filter(
        ({ text, heading, topics }) =>
          wording('supervisesWording').test(text) ||
          (topics[0] === 'supervision-exercised' && !wording('no').test(heading)),
      );
      const nobody = statementsSaying(document, wording('supervisesNobody'));
      const denied = [...stated.filter(({ text }) => wording('supervisesNot').test(text)), ...nobody];
      const less = stated.filter(
        (item) => !denied.includes(item) && (wording('supervisesLess').test(item.text) || item.force === 'some'),
      );
      // Behind "None." stands what comes near to supervising, not supervising.
      const isElse = ({ text }: Statement): boolean => denied.length > 0 && !wording('supervisesWording').test(text);
      const sure = stated.filter((item) => !denied.includes(item) && !less.includes(item) && !isElse(item));
      const own = sure.filter(
        ({ topics }) => topics.includes('supervision-exercised') || topics.includes('supervision'),
      );
      const shown = own.length > 0 ? own : sure;
      if (denied.length > 0 && own.length === 0) return { ...NOTHING, against: denied.slice(0, 1) };
      return { required: shown.slice(0, 2), some: less.slice(0, 1), preferred: [], against: denied.slice(0, 1) };
    },
  };
}

/** Sections that say how a class is supervised. */
const SUPERVISED: readonly string[] = ['supervision-received', 'supervision', 'definition', 'distinguishing', 'duties'];

/** The condition that a class works under supervision of a kind: "under general supervision". */
export function supervisedCondition(corpus: Corpus, kind: string): Condition {
  const [how = '', what = ''] = wordsOf(kind);
  const says = new RegExp(`\\b${how}\\b(?:,? [\\w-]+){0,3} ${what}\\b`, 'i');
  const isReceived = ({ text }: Statement): boolean =>
    text.split(/[.;]/).some((part) => {
      const at = part.search(says);
      return at >= 0 && !wording('supervisionGiven').test(part) && !wording('setsApart').test(part.slice(0, at));
    });
  return {
    about: topicNamed('supervision-received')?.label ?? 'supervision',
    topic: 'supervision-received',
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const received = statementsWithin(document, SUPERVISED).filter(
        (statement) => isReceived(statement) && !isOnSister(statement.text, document.spec.title),
      );
      return stating('required', received.slice(0, 1));
    },
  };
}
