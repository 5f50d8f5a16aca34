/** The words questions are made of, from the vocabulary: grammar, abbreviations, and what asks for a topic. */
import { createTextPattern, type TextPattern } from '../text-pattern.ts';
import { isRank, topics, vocabularyPart } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';

interface QuestionVocabulary {
  /** Ranks that more often say what kind of class it is: before a title they make no other class. */
  kindWords: string[];
  /** Ranks that alone name the class they make of one named before: "different from the lead". */
  ranksAlone: string[];
  abbreviations: Record<string, string[]>;
  /** Initials of what people hold, and what they stand for. */
  namedCode: string;
  anaphora: string;
  continues: string;
  elsewhere: string;
  bare: string;
  inPlace: string;
  sameTitle: string;
  same: string;
  newest: string;
  oldest: string;
  withoutEmployer: string;
  leavesOut: string;
  joinsClasses: string;
  setsOff: string;
  classNoun: string;
  smallTalk: string;
  ofClass: string;
  classNamed: string;
  whoIs: string;
  whereStated: string;
  movesUp: string;
  among: string;
  personIs: string;
  ofAll: string;
  particular: string;
  listFirst: string;
  whoNeeds: string;
  whichOfTwo: string;
  openings: string;
  endsInDoing: string;
  bossesWhom: string;
  background: string;
  aroundClass: string;
  ladderNoun: string;
  orders: string;
  judgement: { any: string; classification: string; frame: string };
  ladderTopics: string[];
  personWords: string[];
  pointsOut: string;
  personVerbs: string[];
  otherOne: string;
  nthOne: string[];
  pointing: string;
  again: { source: string; reason: string };
  wholeOnly: string[];
  yielding: string[];
  following: string[];
  kinds: Record<'compare' | 'difference' | 'list' | 'duty' | 'ladder' | 'match' | 'qualify', string>;
}

const vocabulary = vocabularyPart<QuestionVocabulary>('questions');
const pattern = (source: string): TextPattern => createTextPattern(source);

const weakPhrases = new Set(vocabulary.wholeOnly);
const yieldingPhrases = new Set(vocabulary.yielding);
const followingPhrases = new Set(vocabulary.following);

const ladderTopics = new Set(vocabulary.ladderTopics);

/** A topic that the levels of a series tell of; any other is asked of one class, whatever else is said of levels. */
export function isLadderTopic(topic: string): boolean {
  return ladderTopics.has(topic);
}

const personWords = new Set(vocabulary.personWords);

/** A word that makes a class of the word before it: "the payroll person". */
export function isPersonWord(word: string): boolean {
  return personWords.has(word);
}

const personVerbs = new Set(vocabulary.personVerbs);

/** A word behind "I" that makes it the person: "for a clerk I want". */
export function isPersonVerb(word: string): boolean {
  return personVerbs.has(word);
}

const BEFORE_PERSON =
  /^(?:am|and|are|as|because|before|but|can|could|did|do|does|had|have|how|if|like|may|might|must|once|or|shall|should|since|so|than|that|then|think|until|was|were|what|when|where|whether|which|while|who|why|will|would)$/i;

/** A word before "I" that makes it the person; behind any other it is a level: "Accountant I". */
export function isBeforePerson(word: string): boolean {
  return BEFORE_PERSON.test(word);
}

const kindWords = new Set(vocabulary.kindWords);

/** A rank that makes another class even of a whole title: "senior", but not "staff". */
export function isTellingRank(word: string): boolean {
  return isRank(word) && !kindWords.has(word);
}

const ranksAlone = new Set(vocabulary.ranksAlone);

/** A rank that alone names the class that it makes of one named before it; "supervisor" may be any. */
export function isRankAlone(word: string): boolean {
  return ranksAlone.has(word);
}

/** What an abbreviation may stand for; empty for other words. */
export function expansionsOf(word: string): readonly string[] {
  return Object.hasOwn(vocabulary.abbreviations, word) ? (vocabulary.abbreviations[word] ?? []) : [];
}

export const patterns = {
  /** A class code in brackets behind a title names the class; it is not asked for. */
  namedCode: new RegExp(vocabulary.namedCode, 'gi'),
  anaphora: pattern(vocabulary.anaphora),
  continues: pattern(vocabulary.continues),
  /** Only a place or a circumstance: what was asked before is asked of it. */
  elsewhere: pattern(vocabulary.elsewhere),
  /** Only a question word: what was asked before is meant: "what kind?", "how long?". */
  bare: pattern(vocabulary.bare),
  /** Of these, the ones that name no class: "and at the airports?". */
  inPlace: pattern(vocabulary.inPlace),
  newest: pattern(vocabulary.newest),
  oldest: pattern(vocabulary.oldest),
  withoutEmployer: pattern(vocabulary.withoutEmployer),
  /** A word behind which a name says what is not meant: "not the port's". */
  leavesOut: pattern(vocabulary.leavesOut),
  /** A word between two classes. */
  joinsClasses: pattern(vocabulary.joinsClasses),
  /** Of these, what sets one class off against another, and no thing against a class. */
  setsOff: pattern(vocabulary.setsOff),
  /** What may stand behind a rank that is a class: "the principal level". */
  classNoun: pattern(vocabulary.classNoun),
  smallTalk: pattern(vocabulary.smallTalk),
  /** "Who does the … report to": asks of a class, though it begins as "who handles …" does. */
  ofClass: pattern(vocabulary.ofClass),
  /** Ends in a word for a class, as a class's name does in passing: "what does the … job pay", "parking permits class?". */
  classNamed: pattern(vocabulary.classNamed),
  /** Asks for somebody by what they are, not by what they do: "who is the governor?". */
  whoIs: createTextPattern(vocabulary.whoIs, 'iu'),
  /** "Where is a degree required?", "whose credit is checked?": asks which classes'. */
  whereStated: createTextPattern(vocabulary.whereStated, 'iu'),
  /** Asks where a class leads, or what leads to it: "what can I move up to?", "which levels make up its series?". */
  movesUp: createTextPattern(vocabulary.movesUp, 'iu'),
  /** What stands before a class when it is asked which of its kind is meant: "which … inspects". */
  among: pattern(vocabulary.among),
  /** What stands before the class that somebody is in: "she is a …". */
  personIs: pattern(vocabulary.personIs),
  /** Begins as a question for a particular does: "how …", "do you have to …". */
  particular: pattern(vocabulary.particular),
  /** Begins as a question on all classes does: "which …", "where …", "any …". */
  ofAll: pattern(vocabulary.ofAll),
  orders: pattern(vocabulary.orders),
  /** Asks for an opinion or a decision on a person. */
  judgement: pattern(vocabulary.judgement.any),
  /** Of these, the ones on the class that a person's work belongs to. */
  classification: pattern(vocabulary.judgement.classification),
  /** Points at the class beside the one last spoken of. */
  otherOne: pattern(vocabulary.otherOne),
  /** Points at a class by its place among those last spoken of: the last, the first, the second … */
  nthOne: vocabulary.nthOne.map(pattern),
  /** The words that point so: they are about nothing themselves. */
  pointing: pattern(vocabulary.pointing),
  /** The words of these that ask whether somebody may make the asker do it: they are about nothing the documents state. */
  judgementFrame: new RegExp(vocabulary.judgement.frame, 'i'),
  /** Asks where the answer before stands, or whether it is sure. */
  againSource: pattern(vocabulary.again.source),
  /** Asks why it is so. */
  againReason: pattern(vocabulary.again.reason),
  /** Is nothing but somebody by what they do: "and the one who runs the branch?". */
  pointsOut: pattern(vocabulary.pointsOut),
  sameTitle: pattern(vocabulary.sameTitle),
  /** Asks the same as before. */
  same: pattern(vocabulary.same),
  /** Asks for classes in the plural from its first words: a list, whatever it compares. */
  listFirst: pattern(vocabulary.listFirst),
  /** Asks for all whom a requirement or an entitlement is of, not for the one who does something. */
  whoNeeds: pattern(vocabulary.whoNeeds),
  /** Asks which of two classes has more of something, or what each of them has. */
  whichOfTwo: pattern(vocabulary.whichOfTwo),
  /** Asks for what stands above or below a class, also where it is worded as a list. */
  aroundClass: pattern(vocabulary.aroundClass),
  /** Asks for a whole series by a word for one, whatever topic it names besides: "the … series from entry level up". */
  ladderNoun: pattern(vocabulary.ladderNoun),
  /** Says what somebody has done and learned, and asks nothing but the class at its end: "Two years as a clerk, GED. Clerk II?". */
  background: pattern(vocabulary.background),
  /** Asks what somebody does, in whatever words before that: "the main things a clerk does". */
  endsInDoing: pattern(vocabulary.endsInDoing),
  /** Asks whom a class supervises, in words that else ask by whom it is: "who does a clerk boss?". */
  bossesWhom: pattern(vocabulary.bossesWhom),
  /** Counts vacancies, not classes. */
  openings: pattern(vocabulary.openings),
};

/** A question's kind by its wording. */
export const kindPatterns = Object.fromEntries(
  Object.entries(vocabulary.kinds).map(([kind, source]) => [kind, pattern(source)]),
) as Record<keyof QuestionVocabulary['kinds'], TextPattern>;

/** A phrase that asks for a topic. */
export interface AskPhrase {
  words: string[];
  stems: string[];
  topic: string;
  /** Means the topic only where nothing else in the question does. */
  weak: boolean;
  /** Only leads to what is asked, where something is: "what license is needed to …". */
  yields: boolean;
  /** Behind another topic's word it is part of that one's name: "travel requirements". */
  follows: boolean;
}

const askPhrases = new Map<string, AskPhrase[]>();
/** Every word that asks for a topic, for spelling. */
export const askWords = new Set<string>();

for (const topic of topics) {
  for (const ask of topic.asks) {
    const words = wordsOf(ask);
    const stems = words.map(stemOf);
    const first = stems[0];
    if (first === undefined) continue;
    for (const word of words) askWords.add(word);
    askPhrases.set(first, [
      ...(askPhrases.get(first) ?? []),
      {
        words,
        stems,
        topic: topic.name,
        weak: weakPhrases.has(ask),
        yields: yieldingPhrases.has(ask),
        follows: followingPhrases.has(ask),
      },
    ]);
  }
}
for (const phrases of askPhrases.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);

/** The phrases that begin with a stem, longest first. */
export function phrasesFrom(stem: string): readonly AskPhrase[] {
  return askPhrases.get(stem) ?? [];
}
