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
  { gold: 'seeds', correct: { bound: 0.97, measured: 0.982 }, wrong: { bound: 0.015, measured: 0.013 } },
  { gold: 'seeds-unseen', correct: { bound: 0.86, measured: 0.874 }, wrong: { bound: 0.05, measured: 0.039 } },
];

export const EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers', correct: { bound: 0.92, measured: 0.938 }, wrong: { bound: 0.055, measured: 0.046 } },
];

/** On both employers' folders together. */
export const ALL_EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers-unseen', correct: { bound: 0.75, measured: 0.767 }, wrong: { bound: 0.12, measured: 0.108 } },
];

export const BULLETIN_FLOORS: readonly Floor[] = [
  { gold: 'bulletins', correct: { bound: 0.92, measured: 0.931 }, wrong: { bound: 0.055, measured: 0.049 } },
  { gold: 'bulletins-unseen', correct: { bound: 0.77, measured: 0.787 }, wrong: { bound: 0.14, measured: 0.128 } },
];
