/** Where a specification speaks of given words, whatever they belong to. */
import type { FocusTerm, IndexedDocument, Span } from '../../domain.ts';
import { normaliseHeading } from '../../vocabulary.ts';
import type { AnswerContext } from '../draft/context.ts';
import { type Block, blocksOf, headingOf } from '../reading/spec-view.ts';
import { coverage } from '../words/relevance.ts';
import { sharesRun } from '../words/word-runs.ts';
import { type Evidence, evidence } from './evidence.ts';

const textOf = (document: IndexedDocument, span: Span): string => document.text.slice(span.start, span.end);

/** A block as evidence for a question's own words. */
export function evidenceOfBlock(document: IndexedDocument, block: Block): Evidence {
  return evidence(document, block, 'focus');
}

/** The blocks whose text states something by a test of one's own. */
export function evidenceWhere(document: IndexedDocument, states: (text: string) => boolean): Evidence[] {
  return blocksOf(document.spec)
    .filter((block) => states(textOf(document, block)))
    .map((block) => evidenceOfBlock(document, block));
}

/** A block with how much of the focus it covers. */
export interface FocusedEvidence extends Evidence {
  coverage: number;
}

/** What a passage gains that repeats three words of the question in a row: more than words here and there say. */
const RUN = 0.2;

/** Longest label of a class's title with what parts them, in characters: "TITLE ........ ". */
const LABEL = 40;

/** True for a line of a letterhead: what it names is whose document it is, and answers nothing of the class. */
function isLetterhead({ spec, text }: IndexedDocument, block: Block): boolean {
  if (block.section >= 0 || block.kind !== 'sentence') return false;
  return block.end <= (spec.titleSpan?.start ?? 0) || text.slice(block.start, block.end) === spec.employer;
}

/** True for a line that names the class and says nothing else: "Job title: Clerk II". */
export function isTitleAlone({ spec, text }: IndexedDocument, block: Block): boolean {
  if (block.end - block.start > spec.title.length + LABEL) return false;
  const said = normaliseHeading(text.slice(block.start, block.end));
  const title = normaliseHeading(spec.title);
  return title !== '' && said.endsWith(title) && !/\d/.test(said.slice(0, -title.length));
}

/** Blocks that speak of the terms, those covering most first. A heading's words count for what stands below it. */
export function evidenceOnFocus(
  document: IndexedDocument,
  terms: readonly FocusTerm[],
  { corpus, runs }: Pick<AnswerContext, 'corpus' | 'runs'>,
  minimum: number,
): FocusedEvidence[] {
  if (terms.length === 0) return [];
  return blocksOf(document.spec)
    .filter((block) => !isLetterhead(document, block) && !isTitleAlone(document, block))
    .map((block) => {
      const heading = headingOf(document.spec, block.section);
      const text = textOf(document, block);
      const own = coverage(terms, text, corpus) + (sharesRun(runs, text) ? RUN : 0);
      const total = own > 0 || block.kind !== 'lead-in' ? coverage(terms, `${heading} ${text}`, corpus) : 0;
      return { ...evidence(document, block, 'focus'), coverage: Math.max(own, own > 0 ? total : total * 0.9) };
    })
    .filter((item) => item.coverage >= minimum)
    .sort((a, b) => b.coverage - a.coverage || a.start - b.start);
}
