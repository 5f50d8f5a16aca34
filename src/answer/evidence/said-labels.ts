/** Sections and fields that a question calls by their own heading or label, whatever their topic: "IMMUNIZATIONS", "Rank code". */
import { isStopWord } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { stemsOf } from '../words/relevance.ts';
import { type Evidence, evidenceUnder, fieldEvidence } from './evidence.ts';

/** Words of a label of a known topic from which the question means just this field, not the topic. */
const MIN_LABEL_WORDS = 2;

/** What a heading adds to its name: a share of time, a remark in brackets. */
const ASIDE = /\([^()]*\)|\b\d{1,3}\s?(?:%|per ?cent)/gi;

function headedSo(context: AnswerContext, document: number): Evidence[] {
  const { focus, content } = context.understanding;
  const source = documentAt(context.corpus, document);
  const named = source.spec.sections.flatMap((section, index) => {
    const stems = stemsOf(section.heading.replace(ASIDE, ' '));
    const said =
      section.topic === 'other' &&
      focus.some((term) => stems.has(term.stem)) &&
      [...stems].every((stem) => content.some((term) => term.stem === stem));
    return said ? [index] : [];
  });
  return evidenceUnder(source, named);
}

function labelledSo(context: AnswerContext, document: number): Evidence[] {
  const { focus, text } = context.understanding;
  const source = documentAt(context.corpus, document);
  const asked = wordsOf(text).map(stemOf);
  const sayings = source.spec.fields.flatMap((field) => {
    const label = wordsOf(field.label).filter((word) => !isStopWord(word));
    const stems = label.map(stemOf);
    const least = field.topic === 'other' ? 1 : MIN_LABEL_WORDS;
    const said =
      stems.length >= least &&
      stems.every((stem) => asked.includes(stem)) &&
      focus.some((term) => stems.some((stem) => term.stem.split(' ').includes(stem)));
    return said ? [{ field, length: stems.length }] : [];
  });
  const longest = Math.max(0, ...sayings.map(({ length }) => length));
  return sayings.filter(({ length }) => length === longest).flatMap(({ field }) => fieldEvidence(source, field) ?? []);
}

/** What stands under the headings and labels that the question says; empty when it says none. */
export function saidLabels(context: AnswerContext, document: number): Evidence[] {
  const headed = headedSo(context, document);
  return headed.length > 0 ? headed : labelledSo(context, document);
}
