/** How good the answers are at least, by gold file. Only ever raised. */

/** A share of the questions, and what it was when the bound was last set. */
interface Bound {
  bound: number;
  measured: number;
}

export interface Floor {
  /** File name in test/gold, without its ending. */
  gold: string;
  /** Share answered correctly, at least. */
  correct: Bound;
  /** Share answered, but not correctly, at most: the outcome to drive to zero. */
  wrong: Bound;
}

export const SEED_FLOORS: readonly Floor[] = [
  { gold: 'seeds', correct: { bound: 0.97, measured: 0.991 }, wrong: { bound: 0.015, measured: 0.004 } },
  { gold: 'seeds-unseen', correct: { bound: 0.83, measured: 0.854 }, wrong: { bound: 0.08, measured: 0.058 } },
];

export const EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers', correct: { bound: 0.91, measured: 0.931 }, wrong: { bound: 0.06, measured: 0.046 } },
];

/** On both employers' folders together. */
export const ALL_EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers-unseen', correct: { bound: 0.57, measured: 0.592 }, wrong: { bound: 0.19, measured: 0.167 } },
];

export const BULLETIN_FLOORS: readonly Floor[] = [
  { gold: 'bulletins', correct: { bound: 0.91, measured: 0.931 }, wrong: { bound: 0.06, measured: 0.049 } },
  { gold: 'bulletins-unseen', correct: { bound: 0.73, measured: 0.755 }, wrong: { bound: 0.18, measured: 0.16 } },
];
