/** What somebody asks, taken out of what they write around it: greetings, courtesies, a signature, who wants to know. */
import { vocabularyPart } from '../vocabulary.ts';
import { foldSpace } from '../words.ts';
import { patterns } from './phrases.ts';
import { mendSlips } from './spelling.ts';

interface LetterVocabulary {
  /** A line that ends a letter; a name and a post follow. */
  signOff: string;
  /** The same at the end of a single line, with the name. */
  signed: string;
  greeting: string;
  /** A sentence that is only polite. */
  courtesy: string;
  /** Words written in short with a full stop behind them. */
  shortened: string;
  /** One polite word or phrase, with what follows it: "thanks a lot". */
  pleasantry: string;
  /** Words before a question that say nothing: "so", "ok thanks". */
  lead: string;
  /** Words inside one that say nothing: "um". */
  aside: string;
  /** Words behind one: "can you check that for me please". */
  tail: string;
  /** What comes before it tells who wants to know: "one of my staff asked whether". */
  reported: string;
}

const { letter, correction } = vocabularyPart<{ letter: LetterVocabulary; correction: string }>('questions');
const signOff = new RegExp(letter.signOff, 'iu');
const signed = new RegExp(letter.signed, 'u');
const greeting = new RegExp(letter.greeting, 'iu');
const courtesy = new RegExp(letter.courtesy, 'iu');
const lead = new RegExp(letter.lead, 'iu');
const aside = new RegExp(letter.aside, 'giu');
const tail = new RegExp(letter.tail, 'iu');
const reported = new RegExp(letter.reported, 'giu');
const pleasantry = new RegExp(letter.pleasantry, 'iu');
const corrected = new RegExp(correction, 'iu');

/** Most lines of a signature. */
const MAX_SIGNATURE = 6;
/** Longest line of a signature, in characters. */
const MAX_SIGNATURE_LINE = 60;
/** Fewest words that can be a question by themselves. */
const MIN_ASKED = 3;

/** A text without what stands before it again and again: "ok, so, um, ". Nothing is removed that leaves nothing. */
function withoutLeading(text: string, pattern: RegExp): string {
  let rest = text;
  for (let next = rest.replace(pattern, ''); next !== rest; next = rest.replace(pattern, '')) {
    if (next.trim() === '') return rest;
    rest = next;
  }
  return rest;
}

const SHORTENED = `(?<=(?<![\\p{L}\\p{N}])(?:${letter.shortened}))\\.(?=\\s+\\S)`;
const sentence = new RegExp(`[^.!?\\n]+(?:(?:[.!?](?!\\s|$)|${SHORTENED})[^.!?\\n]*)*[.!?\\n]*\\s*`, 'giu');

/** The sentences of a text, each with the space behind it; the full stop of a shortened word ("St. Mary") ends none. */
const sentencesOf = (text: string): string[] => text.match(sentence) ?? [text];

/** The text before its signature. */
function unsigned(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && signOff.test(line.trim()));
  const rest = end < 0 ? [] : lines.slice(end + 1).filter((line) => line.trim() !== '');
  const isSignature =
    rest.length <= MAX_SIGNATURE && rest.every((line) => line.length <= MAX_SIGNATURE_LINE && !line.includes('?'));
  return (end >= 0 && isSignature ? lines.slice(0, end).join('\n') : text).trim().replace(signed, '').trim();
}

/** True for words that are polite or small talk and nothing else: "ok thanks!", "who are you?". */
export function isTalk(text: string): boolean {
  let rest = text.trim();
  for (let next = rest.replace(pleasantry, ''); next !== rest; next = rest.replace(pleasantry, '')) rest = next;
  return rest === '' || patterns.smallTalk.test(rest);
}

/**
 * The text without greeting, courtesies and signature, with everyday slips mended. It stays as it is where nothing
 * would be left: then being polite is all it does.
 */
export function bodyOf(text: string): string {
  const body = unsigned(text.replace(patterns.namedCode, ' $1 ').replace(/[^\S\r\n]+/g, ' '))
    .replace(greeting, '')
    .trim();
  const sentences = sentencesOf(body);
  const kept = sentences.filter((sentence) => !courtesy.test(sentence.trim()));
  const left = kept.length > 0 && kept.length < sentences.length ? kept.join('').trim() : body;
  const bare = foldSpace(withoutLeading(left.replace(aside, ''), lead).replace(tail, ''));
  const enough = bare.split(' ').length >= 2 || /^\W*\S{3,}/.test(bare);
  return mendSlips(enough && bare !== '' ? bare : foldSpace(text));
}

/** A question, and what its asker says before asking it. */
export interface Gist {
  asked: string;
  /** Tells who asks and of which class, but asks for nothing itself. Empty when there is none. */
  background: string;
  /** It corrects how the question before it was understood: "no, I meant …". */
  corrects: boolean;
}

/** Splits "one of my staff, a clerk, asked whether …" into what is asked and what is only said. */
export function gistOf(text: string): Gist {
  const asked = withoutLeading(text, corrected);
  const corrects = asked !== text && asked.trim() !== '';
  const body = corrects ? asked : text;
  const splits = [...body.matchAll(reported)].filter((match) => match.index > 0);
  const last = splits.at(-1);
  const from = last === undefined ? 0 : last.index + last[0].length;
  const rest = body.slice(from);
  if (from === 0 || rest.split(' ').length < MIN_ASKED) return { asked: body, background: '', corrects };
  return { asked: rest, background: body.slice(0, from), corrects };
}

/** The text without its sentences that give orders, when others are left; undefined when it gives none, or nothing else. */
export function withoutOrders(text: string): string | undefined {
  const sentences = sentencesOf(text);
  const kept = sentences.filter((sentence) => !patterns.orders.test(sentence));
  return kept.length === 0 || kept.length === sentences.length ? undefined : kept.join('').trim();
}

/** What is asked in the last sentence, and what the sentences before it say; undefined when there is one sentence, or the last asks nothing. */
export function lastSentenceOf(text: string): Gist | undefined {
  const sentences = sentencesOf(text);
  const first = sentences.findIndex((sentence) => sentence.trim().endsWith('?'));
  if (first < 1 || sentences.slice(first).some((sentence) => !sentence.trim().endsWith('?'))) return undefined;
  return {
    asked: sentences.slice(first).join('').trim(),
    background: sentences.slice(0, first).join(''),
    corrects: false,
  };
}
