/** Titles that take several lines, or one column of a line. */
import { vocabularyPart } from '../vocabulary.ts';
import { isOrganisation } from './employer.ts';
import { isDocumentKind } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';

const joining = new Set(vocabularyPart<{ joining: string[] }>('titles').joining);
const ranks = new Set(vocabularyPart<string[]>('rankOrder'));

/** Most lines of one title. */
const MAX_TITLE_LINES = 3;

/** The columns behind an employer or the kind of document: "City of Alder      Tree Climber". */
export function columnsBeside(line: Line): Line[] {
  const [first = '', ...others] = line.text.split(/\t+|[ \u00A0]{3,}/);
  if (others.length === 0 || !(isOrganisation(first) || isDocumentKind(first))) return [];
  let from = first.length;
  return others.map((text) => {
    const start = line.start + line.text.indexOf(text, from);
    from = start - line.start + text.length;
    return { ...line, start, end: start + text.length, text };
  });
}

/** Lines read as one, and a place of that text in the document: the gaps between the lines may be any. */
export function joinedLines(lines: readonly [Line, ...Line[]]): { joined: Line; placeOf: (at: number) => number } {
  const [first] = lines;
  const last = lines.at(-1) ?? first;
  const joined = { ...first, end: last.end, text: lines.map(({ text }) => text).join(' ') };
  const placeOf = (at: number): number => {
    let from = first.start;
    for (const line of lines) {
      if (at < from + line.text.length + 1) return at - from + line.start;
      from += line.text.length + 1;
    }
    return last.end;
  };
  return { joined, placeOf };
}

/** True for two lines that a word joins which stands at the end of the first or begins the second. */
function areJoined(line: Line, next: Line | undefined): boolean {
  const ends = /\S+$/.exec(line.text)?.[0].toLowerCase() ?? '';
  const begins = /^\S+/.exec(next?.text ?? '')?.[0].toLowerCase() ?? '';
  return next !== undefined && (joining.has(ends) || joining.has(begins) || /^[&/,-]$/.test(ends));
}

/** The lines in capitals that go on with the title on a line: "ASSISTANT TO THE / DIRECTOR OF / PARKS"; empty where none does. */
export function linesOfTitle(header: readonly Line[], order: number): Line[] {
  const run = header.slice(order, order + MAX_TITLE_LINES);
  const end = run.findIndex((line, at) => {
    const above = run[at - 1];
    const isNext = above === undefined || line.start - above.end <= 2;
    const isEmployer = isOrganisation(line.text) && !ranks.has(line.text.split(' ', 1)[0]?.toLowerCase() ?? '');
    return !isNext || !isCapitals(line.text) || isEmployer || isDocumentKind(line.text);
  });
  const lines = end < 0 ? run : run.slice(0, end);
  return lines.some((line, at) => areJoined(line, lines[at + 1])) ? lines.slice(1) : [];
}
