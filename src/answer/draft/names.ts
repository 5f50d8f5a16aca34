/** How classes are called in answers. */
import type { IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { documentAt } from './context.ts';
import { quotedText } from './draft.ts';

const SMALL = /^(?:of|and|the|for|to|in|at|a|an|or)$/i;

/** A title as people write it: capitals become title case, numerals and codes stay. */
export function titleOf(title: string): string {
  if (/\p{Ll}/u.test(title)) return title;
  return title
    .split(' ')
    .map((word, index) => {
      if (/^\(?(?:[IVX]+|\S*\d.*)[),]?$/.test(word) || (index > 0 && SMALL.test(word)))
        return index > 0 && SMALL.test(word) ? word.toLowerCase() : word;
      return word.replace(/\p{L}[\p{L}'’]*/gu, (part) => part.charAt(0) + part.slice(1).toLowerCase());
    })
    .join(' ');
}

const titled = new WeakMap<Corpus, Map<string, IndexedDocument[]>>();

/** The documents of a title, whatever its case; found once for all, as a list names hundreds. */
function documentsTitled(corpus: Corpus, title: string): readonly IndexedDocument[] {
  let byTitle = titled.get(corpus);
  if (byTitle === undefined) {
    byTitle = new Map();
    for (const document of corpus.documents) {
      const key = document.spec.title.toLowerCase();
      const group = byTitle.get(key);
      if (group === undefined) byTitle.set(key, [document]);
      else group.push(document);
    }
    titled.set(corpus, byTitle);
  }
  return byTitle.get(title.toLowerCase()) ?? [];
}

function dateLabel(document: IndexedDocument): string | undefined {
  const field = document.spec.fields.find((other) =>
    ['open-date', 'effective', 'revised', 'established'].includes(other.topic),
  );
  return field === undefined ? undefined : `${field.label} ${field.value}`;
}

/** What tells a document from others of the same title: its employer, class code or date. Empty for a title of its own. */
function qualifierOf(corpus: Corpus, index: number): string {
  const document = documentAt(corpus, index);
  const others = documentsTitled(corpus, document.spec.title).filter((other) => other !== document);
  if (others.length === 0) return '';
  const telling = (of: (other: IndexedDocument) => string | undefined): string | undefined => {
    const own = of(document);
    return own !== undefined && others.every((other) => of(other) !== own) ? own : undefined;
  };
  return (
    telling((other) => (other.spec.employer === undefined ? undefined : titleOf(other.spec.employer))) ??
    telling((other) => (other.spec.classCode === undefined ? undefined : `class code ${other.spec.classCode}`)) ??
    telling(dateLabel) ??
    document.source
  );
}

/** A class's name as a person would write it in a question: nothing in it is escaped. */
export function plainNameOf(corpus: Corpus, index: number): string {
  const qualifier = qualifierOf(corpus, index);
  const title = titleOf(documentAt(corpus, index).spec.title);
  return qualifier === '' ? title : `${title} (${qualifier})`;
}

const known = new WeakMap<Corpus, Map<number, string>>();

/** A class's title, with what tells it from others of the same title: "Clerk II (class code 4711)". */
export function nameOf(corpus: Corpus, index: number): string {
  const names = known.get(corpus) ?? new Map<number, string>();
  known.set(corpus, names);
  const remembered = names.get(index);
  if (remembered !== undefined) return remembered;
  const name = quotedText(plainNameOf(corpus, index));
  names.set(index, name);
  return name;
}

/** Names joined for a sentence: "A, B and C". */
export function joined(names: readonly string[], conjunction = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1)}`;
}
