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
 * Narrows a mention to the documents whose employer, code or date the question names. Returns the mention unchanged
 * when nothing in the question tells them apart, and every document named when it names several.
 */
export function narrowMention(
  mention: ClassMention,
  tokens: readonly Token[],
  text: string,
  documents: readonly IndexedDocument[],
  lexicon: Lexicon,
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
    return shared ? [] : tokens.flatMap((token, at) => (token.stems.some((stem) => stems.has(stem)) ? [at] : []));
  };
  /** Words of employers' names in general count where one of the documents alone has them: "the city mechanic". */
  const commonHitsOf = (index: number): number[] =>
    tokens.flatMap((token, at) => {
      const own = token.stems.find(
        (stem) => isCommonEmployerStem(stem) && lexicon.allEmployerStems[index]?.has(stem) === true,
      );
      const others = mention.documents.filter((other) => other !== index);
      const alone = own !== undefined && others.every((other) => lexicon.allEmployerStems[other]?.has(own) !== true);
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
  const plain = mention.documents.filter((index) => (lexicon.employerStems[index]?.size ?? 0) === 0);
  if (patterns.withoutEmployer.test(text) && plain.length > 0 && plain.length < mention.documents.length)
    named.push(...plain);
  if (named.length > 0)
    for (const [at, token] of tokens.entries()) if (patterns.withoutEmployer.test(token.word)) used.add(at);
  const years = new Set(tokens.filter((token) => /^(?:19|20)\d\d$/.test(token.text)).map((token) => token.text));
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
        : sameEmployer && patterns.newest.test(text)
          ? byDate.slice(0, 1)
          : sameEmployer && patterns.oldest.test(text)
            ? byDate.slice(-1)
            : mention.documents;
  if (chosen.length < mention.documents.length && named.length === 0) {
    tokens.forEach((token, at) => {
      if (years.has(token.text) || patterns.newest.test(token.word) || patterns.oldest.test(token.word)) used.add(at);
    });
  }
  return { mention: { ...mention, documents: [...new Set(chosen)].sort((a, b) => a - b) }, used: [...used] };
}
