/** Series in one document: each level answers with its own code, pay, status and sections. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const series = readFileSync(new URL('../ingest/specs/series-with-pay-and-status/source.txt', import.meta.url), 'utf8');

test('a level has its own row of the table of classes, and nothing of the other rows', async () => {
  const { ask } = await indexOf({ 'vault keepers.txt': series });
  const exempt = await ask('What is the FLSA status of Vault Keeper 3?');
  expect(exempt.answer).toContain('$58,400 Exempt');
  expect(exempt.answer).not.toContain('Nonexempt');
  expect((await ask('VK311 pay band?')).answer).toContain('$35,900');
});

test('a level that heads several sections is one specification', async () => {
  const { ask } = await indexOf({ 'vault keepers.txt': series });
  const answer = await ask('What are the minimum qualifications of Vault Keeper 3?');
  expect(answer.status).toBe('answered');
  expect(answer.answer).toContain('Three years of work with cash');
  expect(answer.answer).not.toContain('One year of work with cash');
  expect((await ask('What does a Vault Keeper 1 do?')).answer).not.toContain('Set the rota');
});

test('a value that names other levels only is not stated for a level', async () => {
  const { ask } = await indexOf({ 'vault keepers.txt': series });
  expect((await ask('How long is the probationary period of Vault Keeper 3?')).answer).toContain('nine months');
  expect((await ask('How long is the probationary period of Vault Keeper 2?')).answer).not.toContain('nine months');
});
