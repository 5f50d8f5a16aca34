import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameSources } from '../../src/ingest/name-sources.ts';

test.each([
  [[], []],
  [['/a/clerk.txt'], ['clerk.txt']],
  [
    ['/a/clerk.txt', '/b/clerk.txt', '/b/aide.txt'],
    ['a/clerk.txt', 'b/clerk.txt', 'aide.txt'],
  ],
  [
    ['/x/a/clerk.txt', '/y/a/clerk.txt', '/y/b/clerk.txt'],
    ['x/a/clerk.txt', 'y/a/clerk.txt', 'b/clerk.txt'],
  ],
  [
    ['/clerk.txt', '/a/clerk.txt'],
    ['/clerk.txt', 'a/clerk.txt'],
  ],
])('the names of %j are %j', (paths, names) => {
  expect(nameSources(paths)).toEqual(names);
});

test('names are distinct ends of their paths', () => {
  const part = fc.constantFrom('a', 'b', 'c');
  const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
      const names = nameSources(paths);
      expect(new Set(names).size).toBe(paths.length);
      names.forEach((name, i) => {
        expect(paths[i]?.endsWith(name)).toBe(true);
      });
    }),
  );
});
