/** How a class's requirements belong together: all of them, or one of several ways; and what falls short by that. */
import type { IndexedDocument } from '../../domain.ts';
import { joined } from '../draft/names.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { blocksOf } from '../reading/spec-view.ts';
import { wording } from '../words/wordings.ts';
import { type Note, STANDS_IN } from './beside.ts';

/** A requirement with what is said of it. */
export interface Noted {
  item: Evidence;
  notes: Note[];
}

type Joint = 'and' | 'or' | 'none';

const textOf = ({ text }: IndexedDocument, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

/** How a requirement is joined to the one before it, by the words between the two. */
function jointOf(document: IndexedDocument, before: Evidence, item: Evidence): Joint {
  const said = textOf(document, item);
  const between = textOf(document, { start: before.end, end: Math.max(before.end, item.start) });
  const behind = `${textOf(document, before)} ${between}`;
  // "And either" leaves no doubt: what stands before it is asked of everybody.
  if (wording('andEither').test(behind)) return 'none';
  if (wording('orBehind').test(behind) || wording('orBefore').test(said) || wording('orBefore').test(item.heading))
    return 'or';
  if (before.block.section !== item.block.section) return 'none';
  const lead = blocksOf(document.spec).findLast((block) => block.kind === 'lead-in' && block.end <= item.start);
  const inList = lead !== undefined && lead.section === item.block.section && lead.end <= before.start;
  if (inList && wording('oneOf').test(textOf(document, lead))) return 'or';
  return wording('andBehind').test(behind) ? 'and' : 'none';
}

/** The requirements in chains whose links are written out; what is joined to nothing stands alone. */
function chainsOf(document: IndexedDocument, noted: readonly Noted[]): { parts: Noted[]; joints: Joint[] }[] {
  const chains: { parts: Noted[]; joints: Joint[] }[] = [];
  noted.forEach((part, index) => {
    const before = noted[index - 1];
    const joint = before === undefined ? 'none' : jointOf(document, before.item, part.item);
    const last = chains.at(-1);
    if (last === undefined || joint === 'none') chains.push({ parts: [part], joints: [] });
    else {
      last.parts.push(part);
      last.joints.push(joint);
    }
  });
  return chains;
}

/** A chain's parts between the joints of one kind. */
function splitAt<T>(parts: readonly T[], joints: readonly Joint[], at: Joint): T[][] {
  const groups: T[][] = [];
  parts.forEach((part, index) => {
    if (index === 0 || joints[index - 1] === at) groups.push([part]);
    else groups.at(-1)?.push(part);
  });
  return groups;
}

const isShort = ({ notes }: Noted): boolean => notes.some((note) => note.met === false);
const isMet = ({ notes }: Noted): boolean => !isShort({ notes } as Noted) && notes.some((note) => note.met === true);

/**
 * What it comes to, in a sentence; nothing where they say nothing that can be told. Something falls short only where it
 * does whichever way "and" and "or" are read.
 */
export function summaryOf(document: IndexedDocument, noted: readonly Noted[]): string {
  const shortOf = (parts: readonly Noted[]): string[] => [
    ...new Set(parts.flatMap(({ notes }) => notes.flatMap((note) => note.short ?? []))),
  ];
  const chains = chainsOf(document, noted);
  const failing = chains.filter(
    ({ parts, joints }) =>
      splitAt(parts, joints, 'or').every((group) => group.some(isShort)) &&
      splitAt(parts, joints, 'and').some((group) => group.every(isShort)),
  );
  const short = shortOf(failing.flatMap(({ parts }) => parts));
  if (short.length > 0) {
    const options = noted.some(
      ({ item, notes }) =>
        wording('optionLine').test(textOf(document, item)) || notes.some((note) => note.text === STANDS_IN),
    );
    return `By what you say, this falls short: ${joined(short)}${options ? '; see what may stand in for it' : ''}. `;
  }
  // What falls short of one way matters where no other way of the same chain is met.
  const doubtful = chains.flatMap(({ parts, joints }) =>
    splitAt(parts, joints, 'and').filter(
      (group) => group.some(isShort) && !group.some((part) => metAsSpoken(part, group)),
    ),
  );
  const some = shortOf(doubtful.flat());
  if (some.length > 0)
    return `By what you say, nothing falls short for certain: of the ways it names, not this one: ${joined(some)}; the others are open. `;
  const apart = [...new Set(noted.flatMap(({ notes }) => notes.flatMap((note) => note.apart ?? [])))];
  if (apart.length > 0)
    return `By what you say, this is not met by itself: ${joined(apart)}; another way is named beside it. `;
  return noted.some(isMet)
    ? 'By what you say, nothing falls short in number or level; what you leave out is open. '
    : '';
}

/** True for a way that is met and that they speak of as much as of any other of its group. */
function metAsSpoken(part: Noted, group: readonly Noted[]): boolean {
  const sharedBy = ({ notes }: Noted): number => Math.max(0, ...notes.map((note) => note.shared ?? 0));
  return isMet(part) && group.every((other) => sharedBy(other) <= sharedBy(part));
}
