import { expect, test } from 'vitest';
import type { Environment } from '../src/config/reader.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';

const read = (environment: Environment, cwd = '/pkg') => readConfig(environment, { cwd, packageRoot: '/pkg' });

test('an empty environment is fine', () => {
  expect(read({})).toEqual({ indexDirectory: undefined, debug: false, noColor: false, baseDirectory: '/pkg' });
  expect(read({ CLASSWISE_INDEX: '', DEBUG: '', NO_COLOR: '' })).toEqual(read({}));
});

test.each([
  ['1', true],
  ['true', true],
  ['app:*', true],
  ['0', false],
  ['False', false],
  ['off', false],
])('DEBUG=%s means %s', (value, debug) => expect(read({ DEBUG: value }).debug).toBe(debug));

test('any NO_COLOR that is not empty counts', () => {
  expect(read({ NO_COLOR: '0' }).noColor).toBe(true);
});

test('every bad variable is reported at once', () => {
  const failure = () => read({ CLASSWISE_INDEX: '  ', INIT_CWD: 'here' });
  expect(failure).toThrow(AppError);
  expect(failure).toThrow(
    'The environment is not usable: CLASSWISE_INDEX is "  "; expected the path of a directory. ' +
      'INIT_CWD is "here"; expected an absolute path (npm sets it).',
  );
});

const npm = { npm_lifecycle_event: 'ask', INIT_CWD: '/home/me' };

test.each<[string, Environment, string, string]>([
  ['run by npm from elsewhere, they start where the user is', npm, '/pkg', '/home/me'],
  ['run by npm from the package root, they start there', { ...npm, INIT_CWD: '/pkg' }, '/pkg', '/pkg'],
  ['a child of an npm script in another directory keeps that one', npm, '/tmp/x', '/tmp/x'],
  ['without npm, INIT_CWD means nothing', { INIT_CWD: '/home/me' }, '/pkg', '/pkg'],
])('relative paths: %s', (_, environment, cwd, base) => {
  expect(read(environment, cwd).baseDirectory).toBe(base);
  expect(read({ ...environment, CLASSWISE_INDEX: 'idx' }, cwd).indexDirectory).toBe(`${base}/idx`);
  expect(read({ ...environment, CLASSWISE_INDEX: '/idx' }, cwd).indexDirectory).toBe('/idx');
});
