import type { ClassSpec, Passage } from '../../src/domain.ts';

/** A parser for tests that are not about parsing: the first line is the title, every other one a passage. */
export function parseLines(text: string, fileName: string): ClassSpec {
  const passages: Passage[] = [];
  for (const match of text.matchAll(/\S[^\r\n]*/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const at = passages.length;
    passages.push({ ...span, kind: at === 0 ? 'title' : 'sentence', section: 0, block: at, sentence: at });
  }
  const [title] = passages;
  return {
    title: title === undefined ? fileName : text.slice(title.start, title.end),
    titleSpan: title,
    classCode: undefined,
    employer: undefined,
    fields: [],
    sections: [],
    passages,
  };
}
