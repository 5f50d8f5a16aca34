/** Runs of adjacent words of a question that may name a class. */
import { isRank, isStopWord, vocabularyPart } from '../vocabulary.ts';
import { type FoundMentions, isCapital, isPerson } from './found-mentions.ts';
import { isCommonEmployerStem, isJoining, type Lexicon } from './lexicon.ts';
import { isTellingRank } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Runs of adjacent words that may name a class: no grammar, nothing that asks for a topic or another mention took. */
export function runsOf(
  tokens: readonly Token[],
  found: FoundMentions,
  asking: ReadonlySet<number>,
  lexicon: Lexicon,
): number[][] {
  const employer = new Set(lexicon.employerStems.flatMap((stems) => [...stems]));
  const runs: number[][] = [];
  let run: number[] = [];
  const close = () => {
    run = nameOnly(run, tokens);
    if (
      namesClass(
        run.map((at) => tokens[at]),
        lexicon,
      )
    )
      runs.push(run);
    run = [];
  };
  tokens.forEach((token, at) => {
    const titled = isTitleWord(token, lexicon);
    const level =
      token.level !== undefined &&
      /^(?:[IVX]+|\d)$/.test(token.text) &&
      run.length > 0 &&
      !token.breakBefore &&
      !isPerson(tokens, at);
    const employed =
      !titled && token.stems.some((stem) => employer.has(stem) || (isCommonEmployerStem(stem) && !isCapital(token)));
    const goesOn = run.length > 0 && goesOnAsTitle(tokens, at, lexicon);
    const free =
      !found.used.has(at) &&
      (!asking.has(at) || goesOn || isInTitle(tokens, at, lexicon)) &&
      !employed &&
      (level ||
        (!isStopWord(token.word) && !isJoining(token.word)) ||
        (titled && isRank(token.word)) ||
        goesOn ||
        (run.length > 0 && isTellingRank(token.word)));
    if (token.breakBefore || !free) close();
    if (free && !(run.length === 0 && !titled && isCount(token.word))) run.push(at);
    if (level) close();
  });
  close();
  return runs;
}

/** A number before a name counts classes: "all five clerks". Three digits are a name: "911 operator". */
const isCount = (word: string): boolean => /^\d{1,2}$/.test(word) || NUMBERS.has(word);

const isTitleWord = (token: Token | undefined, lexicon: Lexicon): boolean =>
  token?.names.some((name) => lexicon.byStem.has(name)) === true;

/** True for a word that some title has right before the next one: it asks for nothing in "permit technician". */
function isInTitle(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined || next.breakBefore) return false;
  const titles = token.names.flatMap((name) => (lexicon.byStem.get(name) ?? []).map(({ stems }) => ({ name, stems })));
  return titles.some(({ name, stems }) => next.names.includes(stems[stems.indexOf(name) + 1] ?? ''));
}

/** True for a word that some title has right behind the one before it: it is no grammar in "Shelter Worker IV". */
function goesOnAsTitle(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  return !isJoining(tokens[at]?.word ?? '') && tokens[at - 1] !== undefined && isInTitle(tokens, at - 1, lexicon);
}

/** Of a run that begins with a capitalised name, the name alone: "Program Coordinator filed" is about the Program Coordinator. */
function nameOnly(run: number[], tokens: readonly Token[]): number[] {
  const isName = (at: number | undefined): boolean =>
    at !== undefined && (isCapital(tokens[at]) || tokens[at]?.level !== undefined);
  if (!isName(run[0]) || !isName(run[1])) return run;
  const end = run.findIndex((at) => !isName(at));
  return end < 0 ? run : run.slice(0, end);
}

/** A run names a class by a word of some title, or by a rank in a capitalised name ("Staff Assistant"). */
function namesClass(run: readonly (Token | undefined)[], lexicon: Lexicon): boolean {
  if (run.some((token) => isTitleWord(token, lexicon))) return true;
  return run.length > 1 && run.every(isCapital) && run.some((token) => isRank(token?.word ?? ''));
}

const NUMBERS = new Set(vocabularyPart<{ numbers: string[] }>('quantities').numbers);
