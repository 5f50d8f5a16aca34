/** What one question says by itself: its classes, topics, words, and the kind its wording makes it. */
import type { ClassMention, FocusTerm, QuestionKind, Understanding } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { isStopWord } from '../vocabulary.ts';
import { stemOf } from '../words.ts';
import { asksDoer, type Doer, isChoice, readDoer } from './doing.ts';
import type { Lexicon } from './lexicon.ts';
import { isAskedAbout } from './light-words.ts';
import { findMentions } from './mentions.ts';
import { narrowMention, sidesOf } from './narrow.ts';
import { asOtherClass } from './other-classes.ts';
import { isBeforePerson, isLadderTopic, kindPatterns, patterns } from './phrases.ts';
import { type Token, tokensOf } from './tokens.ts';
import { findTopics } from './topics.ts';

/** Words from which a question is long enough to hold pasted duties. */
const MIN_MATCH_WORDS = 6;

/** Words of its own from which a question without a class is searched for in all documents. */
const MIN_SEARCHED = 4;

const NO_DOER: Doer = { byWork: false, overseen: undefined };

/** What one question says by itself. */
export interface Parsed extends Omit<Understanding, 'kind'> {
  tokens: Token[];
  /** The kind that its wording alone makes it. */
  worded: QuestionKind | undefined;
}

/** Kinds decided by the wording alone, before classes are looked for. */
export function wordedKind(question: string): QuestionKind | undefined {
  const text = question.replace(/(?<![\p{L}'’])(\p{L}{1,40}) I\b/gu, (both, word: string) =>
    isBeforePerson(word) ? both : `${word} 1`,
  );
  if (kindPatterns.match.test(text) && text.split(' ').length >= MIN_MATCH_WORDS) return 'match';
  if (patterns.judgement.test(text)) return 'judgement';
  if (patterns.movesUp.test(text)) return 'ladder';
  if (kindPatterns.qualify.test(text)) return 'qualify';
  if (patterns.whoNeeds.test(text)) return 'list';
  if (asksDoer(text) && !patterns.ofClass.test(text)) return 'duty';
  if (patterns.listFirst.test(text) && kindPatterns.list.test(text)) return 'list';
  if (kindPatterns.compare.test(text)) return 'compare';
  if (kindPatterns.list.test(text)) return 'list';
  if (kindPatterns.ladder.test(text)) return 'ladder';
  if (asksWhich(text) || patterns.classNamed.test(text)) return 'duty';
  return patterns.background.test(text) ? 'qualify' : undefined;
}

/** True for "who …" and "which class …": a class is what is asked for. */
function asksWhich(text: string): boolean {
  return kindPatterns.duty.test(text) && !patterns.ofClass.test(text);
}

type Sides = ReturnType<typeof sidesOf>;

/** Codes said of the titles beside them; where a title is named twice, a code is said of the one on its side. */
function mergeCodes(mentions: ClassMention[], sides: Sides, comparing: boolean): ClassMention[] {
  const codes = mentions.filter((mention) => mention.how === 'code');
  const titles = mentions.filter((mention) => mention.how !== 'code' && mention.documents.length > 0);
  if (codes.length === 0 || titles.length === 0) return mentions;
  return mentions.flatMap((mention) => {
    if (mention.how === 'code') {
      const joined = titles.some((title) => title.documents.some((document) => mention.documents.includes(document)));
      return joined || (titles.length > 0 && !comparing) ? [] : [mention];
    }
    if (comparing) return [mention];
    const own = codes.filter(({ at }) => sides.get(mention.at)?.(at) !== false);
    const shared = mention.documents.filter((document) => own.some((code) => code.documents.includes(document)));
    return [shared.length > 0 ? { ...mention, documents: shared } : mention];
  });
}

/** "I have an employee who is a Clerk II …", "A Clerk II needs a licence, right? Which class?": no duties to match, a class is named. */
function isOfClass(tokens: readonly Token[], text: string, lexicon: Lexicon, isKnown: (word: string) => boolean) {
  const asksFirst = /^[^.!?;:]+\?/.exec(text)?.[0] ?? '';
  return findMentions(tokens, lexicon, isKnown, false).mentions.some(({ how, title, at }) => {
    const first = tokens[at]?.text;
    if (how !== 'title' || !title.includes(' ') || first === undefined) return false;
    return asksFirst.includes(first) || patterns.personIs.test(text.slice(0, text.indexOf(first)));
  });
}

/** Reads one question by itself: nothing of its thread is known yet. */
export function parseQuestion(question: string, lexicon: Lexicon, corpus: Corpus): Parsed {
  const isKnown = (word: string): boolean => corpus.knowsWord(word);
  const unknownRarity = corpus.rarity('');
  const isInDocuments = (word: string): boolean => corpus.rarity(stemOf(word)) < unknownRarity;
  const { tokens, notes, text } = tokensOf(question, lexicon, { isKnown, isInDocuments });
  const byWording = wordedKind(text);
  const ofClass = byWording === 'match' && isOfClass(tokens, text, lexicon, isKnown);
  const choosing =
    byWording === 'duty' &&
    tokens.some(({ word }) => word === 'or') &&
    isChoice(tokens, findMentions(tokens, lexicon, isKnown, true).mentions);
  const first = choosing ? 'compare' : ofClass ? undefined : byWording;
  const doer = (first === 'duty' || first === undefined) && asksDoer(text);
  const asked = first === 'duty' && asksWhich(text);
  const parts = !asked && first !== 'match' && first !== 'list';
  const titled = findMentions(tokens, lexicon, isKnown, parts);
  const named = titled.mentions.some((mention) => mention.how === 'title' && mention.title.includes(' '));
  const strong = findTopics(tokens, titled.used, lexicon);
  const passing = first === 'duty' && !asked && known(titled.mentions).length > 0;
  const namesDoer = first === 'duty' && !passing && !(named && strong.topics.length > 0 && !strong.weak);
  // Of whom a supervisor is asked for may have a name that no document has.
  const whole = doer && !parts ? findMentions(tokens, lexicon, isKnown, true) : titled;
  const telling = [...tokens.keys()].filter((at) => !isStopWord(tokens[at]?.word ?? ''));
  const besides = telling.filter((at) => !whole.used.has(at) && !strong.used.has(at)).length;
  const whose = patterns.ofClass.test(text) || strong.topics.includes('reports-to');
  const { byWork, overseen } = doer
    ? readDoer(tokens, text, whole.mentions, whose, { besides, inAll: telling.length })
    : NO_DOER;
  const worded = byWork ? 'duty' : first;
  const asksWho = worded === 'match' || byWork || (overseen === undefined && namesDoer);
  const all = overseen === undefined ? titled : whole;
  const found = asksWho
    ? all.mentions.filter((mention) => mention.how === 'code' || mention.title.startsWith('class code '))
    : all.mentions;
  const used = asksWho ? new Set(found.map((mention) => mention.at)) : all.used;
  const comparing = worded === 'compare';
  const coded = found.filter((mention) => mention.how === 'code').flatMap((mention) => mention.documents);
  const sides = sidesOf(found, tokens);
  const mentions = mergeCodes(found, sides, comparing).map((mention) => {
    const isOwn = (at: number): boolean => sides.get(mention.at)?.(at) !== false;
    const narrowed = narrowMention(mention, tokens, text, corpus.documents, lexicon, isOwn);
    for (const at of narrowed.used) used.add(at);
    const other = asOtherClass(mention, tokens, used, lexicon, corpus.documents);
    if (other !== mention) return other;
    if (!comparing || narrowed.mention.documents.length === mention.documents.length) return narrowed.mention;
    // "The same as the other one": the class of that title that is not named is meant too.
    if (patterns.otherOne.test(text)) return mention;
    const compared = coded.filter((document) => mention.documents.includes(document));
    return { ...narrowed.mention, documents: [...new Set([...narrowed.mention.documents, ...compared])] };
  });
  const topics = findTopics(tokens, used, lexicon);
  // "Who does a clerk boss?": whom, not by whom.
  if (patterns.bossesWhom.test(text) && topics.topics[0] === 'reports-to')
    topics.topics.splice(0, 1, 'supervision-exercised');
  // "The three main things a clerk does": what ends so asks for the duties, where nothing else is asked.
  if (topics.topics.length === 0 && patterns.endsInDoing.test(text)) topics.topics.push('duties');
  const terms = (isOne: (token: Token, at: number) => boolean): FocusTerm[] => {
    const about = tokens.filter((token, at) => !used.has(at) && isOne(token, at));
    return [
      ...new Map(
        about.map((token) => [token.stems[0] ?? token.word, { word: token.word, stem: token.stems[0] ?? token.word }]),
      ).values(),
    ];
  };
  const isTold = (token: Token): boolean => !isStopWord(token.word);
  const lightly = topics.topics.length === 0 && terms(isTold).length === 0;
  const isAbout = lightly ? isAskedAbout(text) : isTold;
  return {
    text,
    tokens,
    worded,
    mentions,
    topics: overseen === undefined ? topics.topics : ['reports-to'],
    weakTopics: overseen === undefined && topics.weak,
    ...(overseen === undefined ? {} : { supervisors: true }),
    ...(asksDoer(text) ? { byWork: true } : {}),
    ...(lightly ? { lightly } : {}),
    focus: terms((token, at) => !topics.used.has(at) && isAbout(token)),
    content: terms(isAbout),
    notes,
  };
}

/** The mentions that some document is about. */
export const known = (mentions: readonly ClassMention[]): ClassMention[] =>
  mentions.filter((mention) => mention.documents.length > 0);

/** True for a part of a title that fits classes of different titles. */
function isAmbiguous(mention: ClassMention, corpus: Corpus): boolean {
  const titles = new Set(mention.documents.map((document) => corpus.documents[document]?.spec.title.toLowerCase()));
  return mention.how === 'part' && titles.size > 1;
}

/** "Which inspector tests …": asks which of the classes that a name fits. */
function isAmong({ text, tokens, mentions, topics, focus }: Parsed): boolean {
  const first = tokens[mentions[0]?.at ?? -1];
  const before = first === undefined ? '' : text.slice(0, text.indexOf(first.text));
  return patterns.among.test(before) && (focus.length > 0 || topics.length > 0);
}

/** The kind of a question whose classes and topics are found. */
export function kindOf(parsed: Parsed, corpus: Corpus): QuestionKind {
  const { text, worded, mentions, topics, focus } = parsed;
  if (worded === 'match') return 'match';
  if (worded === 'judgement') return 'judgement';
  const titles = new Set(known(mentions).map(({ title }) => title.toLowerCase()));
  if ((worded === 'qualify' || worded === 'ladder') && titles.size > 1 && patterns.whichOfTwo.test(text))
    return 'compare';
  const around = patterns.aroundClass.test(text) && known(mentions).some((mention) => mention.how === 'title');
  if (worded === 'qualify' && known(mentions).length > 0 && !around) return 'qualify';
  if (worded === 'compare' && mentions.length > 0) {
    const titles = new Set(mentions.map(({ title }) => title.toLowerCase()));
    const documents = new Set(mentions.flatMap((mention) => mention.documents));
    const oneTitle =
      titles.size === 1 && documents.size > 1 && !mentions.some((mention) => isAmbiguous(mention, corpus));
    if (oneTitle && focus.length === 0) return 'difference';
    if (
      oneTitle &&
      (patterns.sameTitle.test(text) || patterns.otherOne.test(text) || kindPatterns.difference.test(text))
    )
      return 'difference';
    return 'compare';
  }
  if (around && worded !== 'compare') return 'ladder';
  if (worded === 'list' && !(patterns.openings.test(text) && known(mentions).length > 0)) return 'list';
  const ladder = worded === 'ladder' || (worded === 'qualify' && kindPatterns.ladder.test(text));
  const other =
    !patterns.ladderNoun.test(text) &&
    !patterns.movesUp.test(text) &&
    !parsed.weakTopics &&
    known(mentions).length > 0 &&
    topics.some((topic) => !isLadderTopic(topic));
  if (ladder && !other && (mentions.length > 0 || focus.length > 0)) return 'ladder';
  const pair = mentions.length > 1 && known(mentions).length > 0 && (topics.length === 0 || parsed.weakTopics);
  if (pair && new Set(mentions.map((mention) => mention.title.toLowerCase())).size > 1) return 'compare';
  if (known(mentions).length > 0) {
    if (worded === 'duty' && mentions.every((mention) => mention.how === 'code'))
      return topics.some((topic) => topic !== 'class-code') && !parsed.weakTopics ? 'aspect' : 'overview';
    if (mentions.some((mention) => isAmbiguous(mention, corpus)) && known(mentions).length === 1)
      return isAmong(parsed) ? 'duty' : 'ambiguous';
    return topics.length > 0 || focus.length > 0 ? 'aspect' : 'overview';
  }
  if (mentions.length > 0) return 'unknown-class';
  if (focus.length > 0 && patterns.whoIs.test(text)) return 'unknown-class';
  if (topics.length + focus.length > 0 && patterns.whereStated.test(text)) return 'list';
  if (focus.length >= MIN_SEARCHED && !patterns.orders.test(text)) return 'duty';
  if (worded === 'duty' || (kindPatterns.duty.test(text) && focus.length > 0)) return 'duty';
  if (patterns.orders.test(text)) return 'off-topic';
  return topics.length > 0 && !(parsed.weakTopics && focus.length === 0) ? 'unknown-class' : 'off-topic';
}

/** True when a question names no class, and asks something of the one that its words describe. */
export function describesClass({ text, mentions, topics, focus }: Parsed, kind: QuestionKind): boolean {
  // What is typed in capitals is a name: of a class that is here, or that is not.
  if (mentions.some((mention) => mention.how !== 'unknown' || /\p{Lu}/u.test(mention.title))) return false;
  if (kind === 'unknown-class') return focus.length > 0 || mentions.length > 0;
  return kind === 'duty' && !kindPatterns.duty.test(text) && (topics.length > 0 || patterns.particular.test(text));
}
