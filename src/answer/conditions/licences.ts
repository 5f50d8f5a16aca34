/** Conditions on licences to drive: any, a commercial one, one of some class. */
import type { Corpus } from '../../ports.ts';
import { topicNamed } from '../../vocabulary.ts';
import { documentAt } from '../draft/context.ts';
import { type Statement, statementsSaying } from '../reading/statements.ts';
import { wording } from '../words/wordings.ts';
import type { Condition, Verdict } from './verdict.ts';

/** Sections that state what licences are asked for. */
const WITHIN = (topicNamed('licenses')?.within ?? []).filter((name) => name !== 'definition');

/** The classes of licences that a text names, in lower case: of "Class A or B driver's license" a and b. */
function licenceClassesIn(text: string): ReadonlySet<string> {
  const named = text.match(new RegExp(wording('licenceClasses'), 'gi')) ?? [];
  return new Set(named.flatMap(lettersOf));
}

/** The letters or digits behind "class". */
function lettersOf(named: string): string[] {
  const behind = named.slice(named.toLowerCase().indexOf('class')).replace(/class(?:es)?/gi, ' ');
  return behind.toLowerCase().match(new RegExp(wording('licenceLetter'), 'giu')) ?? [];
}

function licenceStatements(corpus: Corpus, document: number, names: RegExp): Statement[] {
  return statementsSaying(documentAt(corpus, document), names).filter(
    ({ topics, force }) => force === 'denied' || topics.length === 0 || topics.some((topic) => WITHIN.includes(topic)),
  );
}

function verdictOn(found: readonly Statement[], others: readonly Statement[]): Verdict {
  const of = (...forces: Statement['force'][]): Statement[] =>
    found.filter(({ force }) => forces.includes(force)).slice(0, 2);
  return {
    required: of('required'),
    some: of('some'),
    preferred: of('preferred'),
    against: [...of('denied', 'alternative'), ...others].slice(0, 2),
  };
}

/** The condition that a class asks for a licence to drive. */
export function licenceCondition(corpus: Corpus): Condition {
  return {
    about: 'a licence to drive',
    topic: 'licenses',
    judge: (index) => verdictOn(licenceStatements(corpus, index, wording('drivingWording')), []),
  };
}

/** The condition that a class asks for a licence that `isAsked` says yes to; another one counts against it. */
function kindOfLicence(corpus: Corpus, about: string, isAsked: (text: string) => boolean): Condition {
  return {
    about,
    topic: 'licenses',
    judge(index): Verdict {
      const all = licenceStatements(corpus, index, wording('anyDrivingWording'));
      const found = all.filter(({ text }) => isAsked(text));
      return verdictOn(found, found.length > 0 ? [] : all);
    },
  };
}

/** The condition that a class asks for a commercial licence, called so or by a class that only commercial ones have. */
export function commercialCondition(corpus: Corpus): Condition {
  return kindOfLicence(
    corpus,
    'a commercial licence',
    (text) =>
      wording('commercialWording').test(text) ||
      [...licenceClassesIn(text)].some((letter) => wording('commercialClass').test(letter)),
  );
}

/** The condition that a class asks for a licence of one of the classes that a question names. */
export function licenceClassCondition(corpus: Corpus, asked: string): Condition {
  const letters = lettersOf(asked);
  return kindOfLicence(corpus, 'a licence of that class', (text) => {
    const stated = licenceClassesIn(text);
    return letters.some((letter) => stated.has(letter));
  });
}
