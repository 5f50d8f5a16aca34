/** Several documents share a title: which of them does the question mean? */
import type { ClassMention, IndexedDocument } from '../domain.ts';
import { isCommonEmployerStem, type Lexicon } from './lexicon.ts';
import { askWords, patterns } from './phrases.ts';
import type { Token } from './tokens.ts';

const DATE_TOPICS: readonly string[] = ['open-date', 'effective', 'revised', 'established'];

/** The latest date that a document's own date fields state, as a sortable number; 0 when none. */
function dateOf(document: IndexedDocument): number {
  let latest = 0;
  for (const field of document.spec.fields) {
    if (!DATE_TOPICS.includes(field.topic)) continue;
    const numeric = /\b(\d{1,2})[-/](?:(\d{1,2})[-/])?(\d{4}|\d{2})\b/.exec(field.value);
    const named = Date.parse(field.value.replace(/(\d)(?:st|nd|rd|th)\b/g, '$1'));
    const year = numeric === null ? Number.NaN : Number(numeric[3]);
    const century = year < 70 ? 2000 : year < 100 ? 1900 : 0;
    const value = numeric === null ? named : Date.UTC(century + year, Number(numeric[1]) - 1, Number(numeric[2] ?? 1));
    if (!Number.isNaN(value)) latest = Math.max(latest, value);
  }
  return latest;
}

const yearOf = (document: IndexedDocument): string => {
  const date = dateOf(document);
  return date === 0 ? '' : String(new Date(date).getUTCFullYear());
};

/**
 * For each mention, by its place, which words of the question may tell what it means: all of them, but where a title is named twice
 * ("the port's mechanic and the school's mechanic") those on its side of the word that joins the two.
 */
export function sidesOf(
  mentions: readonly ClassMention[],
  tokens: readonly Token[],
): Map<number, (at: number) => boolean> {
  const shares = (one: ClassMention, other: ClassMention): boolean =>
    one.at !== other.at && one.documents.some((document) => other.documents.includes(document));
  return new Map(
    mentions.map((mention) => {
      const others = mentions.filter((other) => other.documents.length > 1 && shares(mention, other));
      const borders = others.flatMap(({ at }) => {
        const [from, to] = [Math.min(at, mention.at), Math.max(at, mention.at)];
        const joins = [...tokens.keys()].filter(
          (i) => i > from && i < to && patterns.joinsClasses.test(tokens[i]?.word ?? ''),
        );
        return joins.slice(-1);
      });
      const isOwn = (at: number): boolean => borders.every((border) => at < border === mention.at < border);
      return [mention.at, isOwn];
    }),
  );
}

/** Most words between "not" and the name it leaves out: "not the one of the …". */
const NOT_REACH = 6;

/** What "not" behind it denies is done, not meant: "which offices may not use the auditor's one". */
const MODAL = /^(?:may|must|can|could|should|shall|will|would|does|do|did)$/;

/** True for a word that the question says is not meant: "not the auditor's one". */
function isLeftOut(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i > Math.max(0, at - NOT_REACH); i--) {
    if (patterns.leavesOut.test(tokens[i - 1]?.word ?? '')) return !MODAL.test(tokens[i - 2]?.word ?? '');
    if (tokens[i]?.breakBefore === true) return false;
  }
  return false;
}

/**
 * Narrows a mention to the documents whose employer, code or date the question names. Returns the mention unchanged
 * when nothing in the question tells them apart, and every document named when it names several. Only the words that
 * `isOwn` are looked at.
 */
export function narrowMention(
  mention: ClassMention,
  tokens: readonly Token[],
  text: string,
  documents: readonly IndexedDocument[],
  lexicon: Lexicon,
  isOwn: (at: number) => boolean,
): { mention: ClassMention; used: number[] } {
  const used = new Set<number>();
  const only = mention.documents[0];
  if (mention.documents.length === 1 && only !== undefined) {
    for (const [at, token] of tokens.entries())
      if (!askWords.has(token.word) && token.stems.some((stem) => lexicon.employerStems[only]?.has(stem))) used.add(at);
    if (used.size > 0)
      for (const [at, token] of tokens.entries())
        if (!askWords.has(token.word) && token.stems.some(isCommonEmployerStem)) used.add(at);
  }
  if (mention.documents.length < 2 || mention.how === 'code') return { mention, used: [...used] };
  const hitsOf = (index: number): number[] => {
    const stems = lexicon.employerStems[index] ?? new Set<string>();
    const shared = mention.documents.every(
      (other) => other === index || [...stems].every((stem) => lexicon.employerStems[other]?.has(stem)),
    );
    const names = (token: Token, at: number): boolean => isOwn(at) && token.stems.some((stem) => stems.has(stem));
    return shared ? [] : tokens.flatMap((token, at) => (names(token, at) ? [at] : []));
  };
  /** Words of employers' names in general count where one of the documents alone has them: "the city mechanic". */
  const commonHitsOf = (index: number): number[] =>
    tokens.flatMap((token, at) => {
      const own = token.stems.find(
        (stem) => isCommonEmployerStem(stem) && lexicon.allEmployerStems[index]?.has(stem) === true,
      );
      const others = mention.documents.filter((other) => other !== index);
      const alone =
        own !== undefined && isOwn(at) && others.every((other) => lexicon.allEmployerStems[other]?.has(own) !== true);
      return alone ? [at] : [];
    });
  const byName = new Map(mention.documents.map((index) => [index, hitsOf(index)]));
  const isNamed = [...byName.values()].some((own) => own.length > 0);
  const hits = isNamed ? byName : new Map(mention.documents.map((index) => [index, commonHitsOf(index)]));
  /** Said less fully than another: "St. Anne Health" also has a word of "Department of Health". */
  const outdone = (own: readonly number[]): boolean =>
    [...hits.values()].some((other) => other.length > own.length && own.every((at) => other.includes(at)));
  const named = mention.documents.filter((index) => {
    const own = hits.get(index) ?? [];
    if (own.length === 0 || outdone(own)) return false;
    for (const at of own) used.add(at);
    tokens.forEach((token, at) => {
      if (!askWords.has(token.word) && token.stems.some(isCommonEmployerStem)) used.add(at);
    });
    return true;
  });
  const leftOut = named.filter((index) => (hits.get(index) ?? []).every((at) => isLeftOut(tokens, at)));
  if (leftOut.length > 0 && leftOut.length < mention.documents.length)
    named.splice(
      0,
      named.length,
      ...(named.length > leftOut.length ? named : mention.documents).filter((index) => !leftOut.includes(index)),
    );
  const plain = mention.documents.filter((index) => (lexicon.employerStems[index]?.size ?? 0) === 0);
  if (patterns.withoutEmployer.test(text) && plain.length > 0 && plain.length < mention.documents.length)
    named.push(...plain);
  if (named.length > 0)
    for (const [at, token] of tokens.entries()) if (patterns.withoutEmployer.test(token.word)) used.add(at);
  const years = new Set(
    tokens.filter((token, at) => isOwn(at) && /^(?:19|20)\d\d$/.test(token.text)).map((token) => token.text),
  );
  const dated = mention.documents.filter((index) => years.has(yearOf(documents[index] as IndexedDocument)));
  const byDate = [...mention.documents].sort(
    (a, b) => dateOf(documents[b] as IndexedDocument) - dateOf(documents[a] as IndexedDocument),
  );
  const sameEmployer = new Set(mention.documents.map((index) => documents[index]?.spec.employer)).size === 1;
  const chosen =
    named.length > 0
      ? named
      : dated.length > 0
        ? dated
        : sameEmployer && patterns.newest.test(text) && !patterns.oldest.test(text)
          ? byDate.slice(0, 1)
          : sameEmployer && patterns.oldest.test(text) && !patterns.newest.test(text)
            ? byDate.slice(-1)
            : mention.documents;
  if (chosen.length < mention.documents.length && named.length === 0) {
    tokens.forEach((token, at) => {
      if (years.has(token.text) || patterns.newest.test(token.word) || patterns.oldest.test(token.word)) used.add(at);
    });
  }
  return { mention: { ...mention, documents: [...new Set(chosen)].sort((a, b) => a - b) }, used: [...used] };
}
