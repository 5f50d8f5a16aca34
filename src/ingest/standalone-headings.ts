/** Headings that fill their line: by vocabulary first, and by looks or place where the words are unknown. */
import { normaliseHeading, type Topic, topicsOfHeading } from '../vocabulary.ts';
import { isOrganisation } from './employer.ts';
import { isFurniture } from './furniture.ts';
import {
  bareHeading,
  DECORATION,
  type Heading,
  isConnector,
  isOtherHeading,
  isTitleCase,
  NUMBERING,
  type Place,
} from './heading-text.ts';
import { isBlankOf, isDocumentKind, topicOfLabel } from './labels.ts';
import { levelNamed } from './layout.ts';
import { isCapitals } from './lines.ts';
import { beginsWithShare, markerLength, outlineNumber, startsItem } from './markers.ts';
import { followsHeading, headsOutline, ordinalOf } from './outlines.ts';
import { remarkedHeading } from './run-in-headings.ts';

const MAX_HEADING_WORDS = 12;
/** A sentence: below "Schedule" it says when people work. */
const PROSE = /^\p{Lu}\p{Ll}+ [^$£€]{15,}?(?:[.,;]|\p{Ll}$)/u;
/** Most words of a heading that only a blank line above and the text below show. */
const MAX_APART_WORDS = 6;
/** Longest heading, in characters. */
const MAX_HEADING = 110;
/** A factor of an evaluation with its degree and points behind it: "3. Contacts     3     48". */
const RATED = /^(\S.{2,60}?)(?:\s{3,}\d{1,4})+$/;
/** The mark of a question that heads its answer: "Q: What does it pay?". */
const ASKED = /^Q(?:uestion)?\s*\d{0,2}[:.]\s+/;
/** What heads the part of a section that all levels share. */
const ALL_LEVELS = /^(?:all|both|each) (?:levels?|classes|grades)(?: (?:in|of) (?:the|this) series)?:?$/i;

/** True for a line that names a level of the series, alone or before what it adds: "B. Clerk II, in addition". */
function namesLevel(text: string, levels: ReadonlySet<string>): boolean {
  if (levels.size === 0) return false;
  const unnumbered = text.replace(NUMBERING, '');
  const name = /^([^,]*), (?:in addition|also|additionally)\b[^.;]*$/i.exec(unnumbered)?.[1] ?? unnumbered;
  if (ALL_LEVELS.test(unnumbered)) return true;
  // "CLERK II AND III:" is on either.
  const several = /^(.*\s)(?:[IVX]{1,4}|\d)(?:(?:\s*[,/&–-]\s*|\s+(?:and|or|to)\s+)(?:[IVX]{1,4}|\d))+:?$/i.exec(name);
  if (several?.[1] !== undefined && [...levels].some((level) => level.startsWith(normaliseHeading(several[1] ?? ''))))
    return true;
  return [text, name].some((said) => levels.has(normaliseHeading(said)) || levelNamed(said, levels) !== undefined);
}

/** The share of time that a group of duties takes, behind its name: "Compliance (about 25 percent)", "Research - 40%". */
const SHARE_BEHIND = /\s*(?:\(|[-–—:]\s)\s?(?:about |approx(?:\.|imately) )?\d{1,3}\s?(?:%|per ?cent)[^()]{0,30}\)?$/i;

/** A heading of no topic that its place in an outline, a share of time or a level's number shows. */
function structuralHeading(place: Place, text: string): boolean {
  const { lines, at, layout, inside } = place;
  const line = lines[at];
  const next = lines.slice(at + 1, at + 4).find((other) => other.text !== '');
  if (line === undefined || next === undefined || /[.;,:]$/.test(text) || text.split(' ').length > 9) return false;
  // A line break parts a level's name from the text that ends above it.
  const isApart = /^$|[.:;]$/.test(lines[at - 1]?.text ?? '');
  if (namesLevel(line.text, layout.levels) && isApart) return inside !== '';
  const above = lines[at - 1]?.text ?? '';
  if (SHARE_BEHIND.test(line.text))
    return (
      !/[.;]$/.test(line.text.replace(SHARE_BEHIND, '')) &&
      inside !== '' &&
      !SHARE_BEHIND.test(next.text) &&
      /^\p{Lu}/u.test(text) &&
      /^$|[.:;)]$/.test(above)
    );
  if (beginsWithShare(line.text))
    return isTitleCase(line.text.replace(/^\W*\d+\s?%\)?/, '')) && next.text.length > text.length;
  if (!isTitleCase(text.replace(/\(\d+\s?%[^)]*\)$/, '')) || inside === '') return false;
  return (
    headsOutline(place) === true && next.text.length > text.length && (layout.isOutline || lines[at + 1]?.text === '')
  );
}

/** True for a topic that is a part of the open main section's. */
function isPartOf(topic: Topic, { mainHeading }: Place): boolean {
  const main = mainHeading === '' ? undefined : topicsOfHeading(bareHeading(mainHeading)).part?.name;
  return main !== undefined && topic.parent === main;
}

/** True inside a section on what tells the levels apart whose heading is not in capitals: names in capitals there head its parts. */
function isOnLevels({ mainHeading }: Place): boolean {
  return !isCapitals(mainHeading) && topicsOfHeading(bareHeading(mainHeading)).part?.name === 'distinguishing';
}

/** A label with words of a form in parentheses and no value: "Report to: (Position Number)". */
const UNFILLED = /:\s*(\([^()]{3,40}\))$/;
/** Two labels of a form without values: "Approval: Date:". */
const TWO_BLANKS = /^[^:]{2,40}:\s*\p{L}+\s*:$/u;

/** How many signs mark a markdown heading: more of them head a part of the section above. */
const signsOf = (text: string): number => /^#{1,6}(?=\s)/.exec(text)?.[0].length ?? 0;

/** A heading that fills its line. */
export function standaloneHeading(place: Place): Heading | undefined {
  const { lines, at, layout, inside } = place;
  const line = lines[at];
  if (line === undefined || line.text.startsWith('|')) return undefined;
  if (remarkedHeading(line) !== undefined) return undefined;
  if (TWO_BLANKS.test(line.text) || line.text.length > MAX_HEADING || isBlankOf(UNFILLED.exec(line.text)?.[1] ?? ''))
    return undefined;
  const rated = RATED.exec(line.text)?.[1];
  const factor = bareHeading(rated ?? '');
  if (ordinalOf(line.text) !== undefined && isTitleCase(factor) && headsOutline(place) === true) {
    const topic = topicsOfHeading(factor).part?.name ?? 'other';
    return { topic, text: factor, runInEnd: undefined, rank: 2, known: true, isStatement: true };
  }
  const text = bareHeading(line.text.replace(ASKED, ''));
  const words = text
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(' ').length;
  // "NECESSARY KNOWLEDGE: Good knowledge of the": text runs on behind the heading.
  if (/^[^:]{3,}:\s+[^\s(]/.test(text) && topicOfLabel(text.slice(0, text.indexOf(':'))) !== undefined)
    return undefined;
  if (text === '' || words > MAX_HEADING_WORDS || !/\p{L}{2}/u.test(text)) return undefined;
  if (isConnector(text) || isFurniture(text) || /\s=\s/.test(text)) return undefined;
  // A schedule of grades has amounts below where it is one of pay.
  const hasAmounts = () => lines.slice(at + 1, at + 5).some((other) => /[$£€]\s?\d/.test(other.text));
  const ofGrades = () =>
    /^schedule$/i.test(text) && PROSE.test(lines[at + 1]?.text ?? '') ? 'hours' : hasAmounts() ? 'salary' : 'pay-grade';
  const heading = (topic: Topic | undefined, rank: number): Heading => ({
    topic: topic?.name === 'pay-grade' ? ofGrades() : (topic?.name ?? 'other'),
    text,
    runInEnd: undefined,
    rank: topic?.sub === true ? 2 : rank,
    known: topic !== undefined,
  });
  const { part } = topicsOfHeading(text);
  const whole = topicOfLabel(text);
  if (whole === undefined && ((inside === '' && isDocumentKind(text)) || isOrganisation(text))) return undefined;
  const signs = signsOf(line.text);
  if (signs > 0) {
    const topic = part ?? whole;
    const above = signsOf(place.mainHeading);
    const main = above > 0 ? topicsOfHeading(bareHeading(place.mainHeading)).part?.name : undefined;
    const isPart = topic === undefined || (main !== undefined && [topic.name, topic.parent].includes(main));
    const isBelow = above > 0 && signs > above && isPart;
    return heading(topic, isBelow ? 2 : signs < 3 ? 0 : 1);
  }
  if (/[.,;]$/.test(text) && !/\)$/.test(text))
    return /[^.]\.$/.test(text) && whole !== undefined && isCapitals(text) && !layout.shouting
      ? { ...heading(whole, 0), text: text.slice(0, -1) }
      : undefined;
  const blankBefore = at === 0 || lines[at - 1]?.text === '';
  const next = lines.slice(at + 1, at + 4).find((other) => other.text !== '');
  const blankAfter = lines[at + 1]?.text === '';
  const asked = /\?$/.test(line.text) && (ASKED.test(line.text) || blankBefore || ordinalOf(line.text) !== undefined);
  const closed = asked || /:\s*\**$|\s--+$/.test(line.text);
  const bold = /^(?:\*\*|__).*(?:\*\*|__):?$/.test(line.text);
  const decorated = DECORATION.test(line.text) && /[-=*~_\]]$|^>/.test(line.text);
  if (next === undefined)
    return whole === undefined || !blankBefore
      ? undefined
      : heading(whole, isCapitals(text) && !layout.shouting ? 0 : 1);
  const outlined = headsOutline(place);
  // In a list of duties a word such as "records" or "training" names a duty, not another section.
  const heads = outlined === true && isCapitals(text) && blankBefore && outlineNumber(line.text) !== undefined;
  const goesOn = closed && whole !== undefined && followsHeading(place);
  const isList = (inside === 'duties' || inside === 'knowledge') && !layout.isOutline;
  const listed = outlined !== undefined && isList && !heads && !goesOn;
  const isShare = /\d\s?%/.test(line.text) || SHARE_BEHIND.test(line.text);
  if (listed || isShare)
    return structuralHeading(place, text) ? { ...heading(undefined, 2), isStatement: isShare } : undefined;
  if (markerLength(line.text) > 0 && !NUMBERING.test(line.text) && !decorated) return undefined;
  if (words <= 8 && (closed || bold || blankBefore || isCapitals(text)) && isOtherHeading(text))
    return { ...heading(undefined, isCapitals(text) && !layout.shouting ? 0 : 1), known: true };
  if (isCapitals(text) && !layout.shouting) {
    if (whole !== undefined) return heading(whole, 0);
    const isPart = layout.repeatsLevels || isOnLevels(place);
    if (isPart && inside !== '' && namesLevel(text, layout.levels)) return heading(undefined, 2);
    const stands =
      (blankBefore || closed) &&
      (blankAfter || closed || !isCapitals(next.text)) &&
      (!/\d{3}|[$"“]/.test(text.replace(/\([^)]*\)$/, '')) || decorated);
    return stands && (!isCapitals(next.text) || isConnector(next.text)) && (words <= 9 || part !== undefined)
      ? heading(part, 0)
      : undefined;
  }
  if (
    goesOn ||
    (outlined === true && layout.isOutline && whole !== undefined && whole.weak !== true) ||
    (asked && (whole !== undefined || ASKED.test(line.text)))
  )
    return heading(whole ?? part, 1);
  // "Education" below "Minimum Requirements", no blank line between, or in bold type: a part of them.
  const isBelow = !blankBefore || (bold && signsOf(place.mainHeading) > 0);
  const isPart = isBelow && whole !== undefined && isPartOf(whole, place);
  const isBare = markerLength(line.text) === 0 && !blankAfter && words <= 4;
  if (whole !== undefined && whole.weak !== true && isBare && startsItem(next.text)) {
    const isKind = inside === 'qualifications' && (whole.name === 'preferred' || whole.name === 'qualifications');
    return heading(whole, isKind || isPart ? 2 : 1);
  }
  const looks = isTitleCase(text.split(' / ', 1)[0] ?? text) || layout.shouting;
  const isAlone = layout.headsApart && blankBefore && blankAfter && /^\p{Lu}[^\d|]*\p{L}$/u.test(line.text);
  if (whole !== undefined && (looks || closed || (blankBefore && (words <= 4 || whole.weak !== true)))) {
    const isFirst = place.mainHeading !== '' && lines[at - 1]?.text === place.mainHeading;
    const follows = isFirst || /[.;:)]$/.test(lines[at - 1]?.text ?? '') || (place.afterField && next.text.length > 30);
    return blankBefore || blankAfter || closed || bold || decorated || follows || words > 1
      ? heading(whole, isPart ? 2 : 1)
      : undefined;
  }
  if (part !== undefined && looks && (closed || bold || (blankBefore && words <= 8))) return heading(part, 1);
  if ((closed || bold) && isTitleCase(text) && words <= 8 && !layout.shouting) return heading(undefined, 2);
  if (structuralHeading(place, text)) return heading(undefined, layout.isOutline && outlined === true ? 1 : 2);
  const previous = lines.slice(Math.max(0, at - 4), at).findLast((other) => other.text !== '')?.text ?? '';
  const introduces = /[.:;]$/.test(next.text) && next.text.length > text.length * 2 && (!blankAfter || blankBefore);
  // Among bullets of duties it names a group of them, and the duties go on.
  const groups = inside === 'duties' && !blankBefore && markerLength(next.text) > 0;
  return (looks || isAlone) &&
    words <= (blankBefore ? MAX_APART_WORDS : 2) &&
    introduces &&
    (/[.!?)]$/.test(previous) || (blankBefore && words <= 3 && /^1[.)]\s/.test(next.text))) &&
    !/[\d$]/.test(text)
    ? heading(undefined, groups ? 2 : 1)
    : undefined;
}
