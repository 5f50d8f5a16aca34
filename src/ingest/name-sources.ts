import { sep } from 'node:path';

/**
 * A name for each path: the file name, or where several share it the shortest end of the path that tells them apart
 * ("city/coordinator.txt"). Names have forward slashes, and are distinct because the paths are.
 */
export function nameSources(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(sep));
  const names: string[] = [];
  let unnamed = [...parts.keys()];
  for (let depth = 1; unnamed.length > 0; depth++) {
    const ends = parts.map((part) => part.slice(-depth).join('/'));
    const counts = new Map<string, number>();
    for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
    unnamed = unnamed.filter((i) => {
      const end = ends[i] as string;
      const isDistinct = counts.get(end) === 1 || depth >= (parts[i]?.length ?? 0);
      if (isDistinct) names[i] = end;
      return !isDistinct;
    });
  }
  return names;
}
