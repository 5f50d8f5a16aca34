/**
 * What each sign that a class is the one asked for is worth.
 *
 * Fitted to 370 questions with a known class, on 17 indexes of 5 to 683 documents, each against the other classes that a
 * search brings up. By eightfold cross-validation over the files of questions the right class comes first of 335 and is
 * among the first three of 358; by the confidence of its best passage alone, of 317 and 351.
 */
import type { Signs } from './rate.ts';

/** By softmax regression: the sum says how likely a class is beside the others. */
export const RANK: Readonly<Record<keyof Signs, number>> = {
  words: 1.95,
  clause: 5.13,
  all: 2.46,
  title: 1.45,
  meaning: 3.55,
  clauseMeaning: 4.08,
  definition: 3.44,
  titleMeaning: 1.31,
  anywhere: 3.49,
  anywhereWords: 2.58,
  oversees: 3.28,
  overseesUnasked: -0.6,
};

/**
 * By logistic regression, with 330 questions on work that no document of the index asked speaks of: the log odds that
 * the likeliest class is one at all. `share` is its probability among the classes, `asked` the words of the question,
 * as a part of eight: to have half of two words is less than to have half of eight.
 */
export const FOUND: Readonly<Partial<Record<keyof Signs, number>> & Record<'share' | 'asked' | 'bias', number>> = {
  words: 1.87,
  all: 1.5,
  title: 1.34,
  meaning: 1.82,
  clauseMeaning: 2.31,
  definition: 2.47,
  anywhere: 2.8,
  anywhereWords: 0.99,
  share: 1.12,
  asked: 2.92,
  bias: -7.97,
};
