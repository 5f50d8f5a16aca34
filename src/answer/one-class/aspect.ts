/** Answers what a class's specification states on a topic: a field, a section, or passages on the question's own words. */
import type { Corpus } from '../../ports.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions, namedDocuments } from '../draft/context.ts';
import { type Draft, quotedText } from '../draft/draft.ts';
import { joined, nameOf, titleOf } from '../draft/names.ts';
import { type Evidence, evidenceOn } from '../evidence/evidence.ts';
import { overseenLines } from '../evidence/overseen.ts';
import { isWished } from '../reading/minimum.ts';
import { labelOf } from '../reading/spec-view.ts';
import { type Finding, findingsOf } from './findings.ts';
import { notStated, unknownClassLines } from './not-found.ts';

/** Most documents answered one by one. */
const MAX_DOCUMENTS = 8;
/** Evidence as lines: one line alone, a list with its introductory lines otherwise. */
function evidenceLines(context: AnswerContext, head: string, { document, topic, items }: Finding): string[] {
  const { citer, corpus } = context;
  const { spec } = documentAt(corpus, document);
  /** What stands in a table's column, or among what is only wished for, says too little without the head above it. */
  const quoted = (item: Evidence): string => {
    const section = spec.sections[item.block.section];
    const isWish = item.how !== 'field' && topic !== 'preferred' && isWished(spec, item.block.section);
    const quote = citer.quote(document, item, item.heading);
    const isHeaded =
      section !== undefined && section.headingSpan.start >= item.start && section.headingSpan.end <= item.end;
    if (section === undefined || isHeaded || !(section.isColumn === true || isWish)) return quote;
    return `${quote} (${citer.quote(document, section.headingSpan, section.heading)})`;
  };
  const [only] = items;
  if (only !== undefined && items.length === 1) return [`${head}: ${quoted(only)}`];
  return [`${head}:`, ...items.map((item) => `${item.block.kind === 'lead-in' ? '' : '- '}${quoted(item)}`)];
}

function headOf(corpus: Corpus, finding: Finding): string {
  const name = `**${nameOf(corpus, finding.document)}**`;
  return finding.topic === undefined ? `${name} says` : `${name}, ${labelOf(finding.topic)}`;
}

/** One sentence first where several specifications of a title state the same value. */
function agreement(context: AnswerContext, found: readonly Finding[]): string[] {
  const { corpus, citer } = context;
  const titles = new Set(found.map((finding) => titleOf(documentAt(corpus, finding.document).spec.title)));
  const [title] = titles;
  const topic = found[0]?.topic;
  if (found.length < 2 || titles.size > 1 || title === undefined) return [];
  const values = found.map(({ document, items, topic: own }) => {
    const [item] = items;
    const field = documentAt(corpus, document).spec.fields.find((other) => other.start === item?.start);
    return items.length === 1 && own === topic && item?.how === 'field' && field !== undefined
      ? { document, item, value: field.value }
      : undefined;
  });
  const [first] = values;
  if (first === undefined || values.some((other) => other?.value.toLowerCase() !== first.value.toLowerCase()))
    return [];
  const markers = values.map((other) =>
    other === undefined ? '' : citer.cite(other.document, other.item, other.item.heading),
  );
  return [
    `${found.length === 2 ? 'Both' : `All ${found.length}`} ${title} specifications say ${quotedText(first.value)}. ${markers.join('')}`,
  ];
}

/** The particular thing that all of some findings lack. */
function lackedBy(findings: readonly Finding[]): string | undefined {
  const [first] = findings;
  return findings.every(({ lacks }) => lacks === first?.lacks) ? first?.lacks : undefined;
}

/** The answer on one or more topics of the classes named. */
export function answerAspect(context: AnswerContext): Draft {
  const { corpus, understanding } = context;
  const documents = namedDocuments(context).slice(0, MAX_DOCUMENTS);
  const findings = documents.flatMap((document) => findingsOf(context, document));
  const found = findings.filter((finding) => finding.items.length > 0);
  if (found.length === 0) {
    const overseen = overseenLines(context, new Set());
    return overseen.length > 0
      ? draftOf(context, 'answered', overseen)
      : notStated(context, documents, understanding.topics, lackedBy(findings));
  }
  const lines = agreement(context, found);
  for (const finding of found) lines.push(...evidenceLines(context, headOf(corpus, finding), finding));
  const overseen = overseenLines(context, new Set(found.map((finding) => finding.document)));
  if (overseen.length > 0) lines.push('', ...overseen);
  const missing = findings.filter((finding) => finding.items.length === 0);
  // A word that only may have meant a topic asks for no more than is there.
  const lacking = ({ topic, lacks }: Finding): string =>
    lacks ??
    (topic === undefined || (understanding.weakTopics && understanding.topics.length > 1) ? '' : labelOf(topic));
  for (const what of new Set(missing.map(lacking))) {
    const names = missing
      .filter((finding) => lacking(finding) === what)
      .map(({ document }) => nameOf(corpus, document));
    if (what !== '') lines.push('', `Not stated for ${joined([...new Set(names)])}: ${what}.`);
  }
  // A grade is no salary, but what a salary is looked up by.
  for (const { document } of missing.filter(({ topic }) => topic === 'salary')) {
    const items = evidenceOn(documentAt(corpus, document), 'pay-grade', context.asked).filter(
      ({ how }) => how === 'field',
    );
    const grade: Finding = { document, topic: 'pay-grade', items };
    if (items.length > 0) lines.push(...evidenceLines(context, headOf(corpus, grade), grade));
  }
  const unknown = understanding.mentions.filter((mention) => mention.how === 'unknown');
  if (unknown.length > 0 && knownMentions(context).length > 0)
    lines.push('', ...unknown.flatMap((mention) => unknownClassLines(context, mention)));
  return draftOf(context, 'answered', lines);
}
