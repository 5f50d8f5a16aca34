/** Finds levels of a known class that no document is about: "Storekeeper II" where there is a Storekeeper, or its I and III. */
import { type FoundMentions, numeralLike, unknown } from './found-mentions.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { levelAfter, matchAt } from './whole-titles.ts';

/** Adds an unknown class for each whole title with a level behind it that no class with all of the title's words has. */
export function addOtherLevels(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  if (tokens.every(({ level }) => level === undefined)) return;
  tokens.forEach((token, at) => {
    if (found.used.has(at)) return;
    const entries = [...new Set(token.names.flatMap((stem) => lexicon.byStem.get(stem) ?? []))];
    for (const entry of entries.sort((a, b) => b.stems.length - a.stems.length)) {
      const positions = matchAt(tokens, at, entry);
      const last = positions?.at(-1);
      if (last === undefined || positions?.some((position) => found.used.has(position)) === true) continue;
      const levelAt = levelAfter(tokens, last);
      const level = tokens[levelAt]?.level;
      if (level === undefined || found.used.has(levelAt)) continue;
      const isKnown = entries.some(
        (other) => other.level === level && entry.stems.every((stem) => other.stems.includes(stem)),
      );
      if (isKnown) continue;
      for (let i = at; i <= levelAt; i++) found.used.add(i);
      const base = entry.level === undefined ? entry.title : entry.title.replace(/\s+\S+$/, '');
      found.mentions.push(unknown(`${base} ${numeralLike(entry.title, level)}`, entry.stems, level, at, lexicon));
      return;
    }
  });
}
