/** Recognises the conditions of a list's question, each by its wording, and says where it stands. */
import type { Corpus } from '../../ports.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import type { AnswerContext } from '../draft/context.ts';
import { type Range, rangeIn, rangeInMonths, TIME_UNITS } from '../words/quantities.ts';
import { askingWording, wording } from '../words/wordings.ts';
import { dates, endDate } from './dates.ts';
import { DEGREE, educationCondition, LEVELS, SCHOOL, type SchoolingAsked } from './education.ts';
import { examParts, recruitment } from './examinations.ts';
import { experienceCondition, mostExperience } from './experience.ts';
import {
  codeCondition,
  departmentCondition,
  isUnion,
  namingCondition,
  statusCondition,
  unionCondition,
  valueCondition,
} from './field-conditions.ts';
import { endGrade } from './grades.ts';
import { commercialCondition, licenceClassCondition, licenceCondition } from './licences.ts';
import { matters } from './matters.ts';
import {
  ageCondition,
  hoursCondition,
  inPounds,
  probationCondition,
  typingCondition,
  weightCondition,
} from './measures.ts';
import { pay, payBasis } from './recognise-pay.ts';
import { type Claim, employerScope } from './scope.ts';
import { supervisedCondition, supervisingCondition } from './supervising.ts';
import { namedClass, overseenClasses } from './title-conditions.ts';
import type { Condition } from './verdict.ts';

const quantityWords = vocabularyPart<Record<'typingAsk' | 'noExperience' | 'lifts', string>>('quantities');
const typingAsk = new RegExp(quantityWords.typingAsk, 'i');
const noExperience = new RegExp(quantityWords.noExperience, 'i');
const educationAsks =
  vocabularyPart<Record<'degree' | 'college' | 'enough' | 'orHigher' | 'subject', string>>('educationAsks');
const asks = Object.fromEntries(
  Object.entries(educationAsks).map(([name, source]) => [name, new RegExp(source, 'i')]),
) as Record<keyof typeof educationAsks, RegExp>;

type Recogniser = (text: string, context: AnswerContext) => Claim | undefined;

/** A recogniser of one wording whose first group, if it has one, is the value asked for. */
const by =
  (name: string, condition: (corpus: Corpus, value: string) => Condition): Recogniser =>
  (text, { corpus }) => {
    const match = askingWording(name).exec(text);
    if (match === null) return undefined;
    const value = match.slice(1).find((group) => group !== undefined) ?? '';
    return { condition: condition(corpus, value.trim()), start: match.index, end: match.index + match[0].length };
  };

const at = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
});

function experience(text: string, { corpus, understanding }: AnswerContext): Claim | undefined {
  const none = noExperience.exec(text);
  const zero: Range = { low: 0, high: 0, withLow: true, withHigh: true };
  if (none !== null) return { condition: experienceCondition(corpus, zero), ...at(none) };
  const most = askingWording('experienceMost').exec(text);
  const least = most ?? askingWording('experienceLeast').exec(text);
  if (least !== null) return { condition: mostExperience(corpus, most === null ? 'least' : 'most'), ...at(least) };
  const range = rangeIn(text, ['year', 'month']);
  if (range === undefined) return undefined;
  const probation = wording('probationAsk').exec(text);
  const months = rangeInMonths(range);
  if (probation !== null) return { condition: probationCondition(corpus, months), start: range.start, end: range.end };
  // "Ten months a year" is a working year.
  if (wording('timesAYear').test(text.slice(range.end))) return undefined;
  const onOther = understanding.topics.some((topic) => !['experience', 'qualifications'].includes(topic));
  if (onOther && !/\bexperience\b/i.test(text)) return undefined;
  return { condition: experienceCondition(corpus, months), start: range.start, end: range.end };
}

function probation(text: string, { corpus }: AnswerContext): Claim | undefined {
  const range = wording('probationAsk').test(text) ? rangeIn(text, TIME_UNITS) : undefined;
  if (range === undefined) return undefined;
  return { condition: probationCondition(corpus, rangeInMonths(range)), start: range.start, end: range.end };
}

function weeklyHours(text: string, { corpus }: AnswerContext): Claim | undefined {
  const range = wording('weeklyAsk').test(text) ? rangeIn(text, ['hour']) : undefined;
  return range === undefined
    ? undefined
    : { condition: hoursCondition(corpus, range), start: range.start, end: range.end };
}

function weight(text: string, { corpus }: AnswerContext): Claim | undefined {
  const range = rangeIn(text, ['pound', 'kilogram']);
  if (range === undefined || !wording('weightAsk').test(text)) return undefined;
  const pounds = { ...range, low: inPounds(range.low, range.unit), high: inPounds(range.high, range.unit) };
  return { condition: weightCondition(corpus, pounds), start: range.start, end: range.end };
}

function aged(text: string, { corpus }: AnswerContext): Claim | undefined {
  const match = wording('agedAsk').exec(text);
  if (match === null) return undefined;
  const condition = ageCondition(corpus, match[0]);
  if (!wording('younger').test(match[0])) return { condition, ...at(match) };
  // "Takes nobody younger than 21" asks for what "must be 21" does; who is younger may do is no minimum.
  const denied = wording('negation').exec(text.slice(0, match.index));
  return denied === null ? undefined : { condition, start: denied.index, end: at(match).end };
}

function typing(text: string, { corpus }: AnswerContext): Claim | undefined {
  const range = rangeIn(text, ['word']);
  const match = typingAsk.exec(text);
  if (match === null) return undefined;
  const { start, end } = range ?? at(match);
  return { condition: typingCondition(corpus, range), start, end };
}

function education(text: string, context: AnswerContext): Claim | undefined {
  const named = LEVELS.flatMap(({ ask }, level) => {
    const match = ask.exec(text);
    return match === null ? [] : [{ level, ...at(match) }];
  });
  const general = named.length === 0 ? (asks.degree.exec(text) ?? asks.college.exec(text)) : null;
  if (named.length === 0 && general === null) return undefined;
  const start = Math.min(...named.map((one) => one.start), ...(general === null ? [] : [general.index]));
  const end = Math.max(...named.map((one) => one.end), ...(general === null ? [] : [at(general).end]));
  const subject = asks.subject.exec(text.slice(end));
  const before = /([\p{L}-]+)\s+$/u.exec(text.slice(0, start))?.[1]?.toLowerCase();
  const special = general === null ? undefined : before;
  const subjects = new Set(wordsOf(`${subject?.[1] ?? ''} ${special ?? ''}`).map(stemOf));
  const level = named.length === 0 ? DEGREE : Math.min(...named.map((one) => one.level));
  const asked: SchoolingAsked = {
    level,
    orHigher: named.length !== 1 || asks.orHigher.test(text.slice(end)),
    enough: asks.enough.test(text) && level <= SCHOOL,
    anyWay: wording('evenIfReplaced').test(text),
    instead: !wording('evenIfReplaced').test(text) && wording('insteadAsk').test(text.slice(end)),
    subject: context.understanding.content.filter((term) => subjects.has(term.stem)),
  };
  const inSubject = special !== undefined && asked.subject.some((term) => term.stem === stemOf(special));
  return {
    condition: educationCondition(context.corpus, asked),
    start: inSubject ? start - special.length - 1 : start,
    end: end + (asked.subject.length > 0 ? (subject?.[0].length ?? 0) : 0),
  };
}

/** A union by what a question says of it: "represented by Local 9"; an employer's name is none. */
function unionNamed(text: string, context: AnswerContext): Claim | undefined {
  const claim = by('unionNamed', unionCondition)(text, context);
  return claim === undefined || employerScope(context.corpus, text.slice(claim.start, claim.end)) !== undefined
    ? undefined
    : claim;
}

/** A union by a name that documents give it: "in CUPE". */
function unionByName(text: string, { corpus }: AnswerContext): Claim | undefined {
  const match = /\b(?:in|under|by)\s+(?:the\s+)?(\p{Lu}[\p{L}\d]+(?:\s+(?:\p{Lu}[\p{L}\d]+|\d+))*)/u.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined || !isUnion(corpus, name)) return undefined;
  return { condition: unionCondition(corpus, name), ...at(match) };
}

/** A licence by its class: "a class A or B driver's license". */
function licenceClass(text: string, { corpus }: AnswerContext): Claim | undefined {
  const match = askingWording('licenceClassAsk').exec(text);
  return match === null ? undefined : { condition: licenceClassCondition(corpus, match[0]), ...at(match) };
}

/** A matter of the vocabulary that statements word in many ways: "work from home", "hybrid". */
const MATTERS: readonly Recogniser[] = matters.map(({ topic, ask, condition }) => (text, { corpus }) => {
  const match = ask.exec(text);
  if (match === null) return undefined;
  // "A climbing certificate" asks for the certificate, not for climbing.
  const isPart = topic !== 'licenses' && wording('ofMatter').test(text.slice(at(match).end));
  if (isPart) return undefined;
  let { end } = at(match);
  // "A respirator or a self-contained breathing apparatus" is one matter in two words.
  for (let next = ask.exec(text.slice(end)); next !== null; next = ask.exec(text.slice(end))) {
    if (!wording('joinsMatter').test(text.slice(end, end + next.index))) break;
    end += at(next).end;
  }
  return { condition: condition(corpus), start: match.index, end };
});

/** The recognisers in the order in which they read a question: what one takes is blanked out for those behind it. */
export const RECOGNISERS: readonly Recogniser[] = [
  overseenClasses,
  pay,
  payBasis,
  weight,
  weeklyHours,
  aged,
  typing,
  probation,
  dates,
  endDate,
  recruitment,
  ...MATTERS,
  ...examParts,
  by('codePrefix', codeCondition),
  by('nonexempt', (corpus) => statusCondition(corpus, 'nonexempt')),
  by('overtime', (corpus) => statusCondition(corpus, 'nonexempt')),
  by('exempt', (corpus) => statusCondition(corpus, 'exempt')),
  licenceClass,
  by('commercial', commercialCondition),
  by('driving', licenceCondition),
  by('department', departmentCondition),
  by('supervisionAsk', supervisedCondition),
  by('reports', (corpus, name) => namingCondition(corpus, ['reports-to', 'supervision-received'], name)),
  by('unionDenied', (corpus) => unionCondition(corpus, undefined)),
  by('unionAsk', (corpus) => unionCondition(corpus, undefined)),
  unionNamed,
  unionByName,
  by('gradeHighest', (corpus) => endGrade(corpus, 'highest')),
  by('gradeLowest', (corpus) => endGrade(corpus, 'lowest')),
  by('grade', (corpus, value) => valueCondition(corpus, 'pay-grade', value)),
  namedClass,
  by('supervises', supervisingCondition),
  experience,
  education,
];
