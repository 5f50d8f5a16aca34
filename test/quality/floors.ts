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
  { gold: 'seeds', correct: { bound: 0.975, measured: 0.982 }, wrong: { bound: 0.015, measured: 0.013 } },
  { gold: 'seeds-more', correct: { bound: 0.87, measured: 0.891 }, wrong: { bound: 0.05, measured: 0.036 } },
  { gold: 'wordings-seeds', correct: { bound: 0.96, measured: 0.988 }, wrong: { bound: 0.025, measured: 0.012 } },
  { gold: 'seeds-late', correct: { bound: 0.85, measured: 0.874 }, wrong: { bound: 0.05, measured: 0.039 } },
  { gold: 'seeds-unseen', correct: { bound: 0.88, measured: 0.9 }, wrong: { bound: 0.1, measured: 0.09 } },
];

export const EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers', correct: { bound: 0.92, measured: 0.938 }, wrong: { bound: 0.055, measured: 0.046 } },
];

/** On the first employers' folder and the one with more of them together. */
export const MORE_EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers-more', correct: { bound: 0.74, measured: 0.767 }, wrong: { bound: 0.13, measured: 0.117 } },
  { gold: 'wordings-employers', correct: { bound: 0.88, measured: 0.926 }, wrong: { bound: 0.05, measured: 0.037 } },
];

export const AGENCY_FLOORS: readonly Floor[] = [
  { gold: 'agencies', correct: { bound: 0.75, measured: 0.774 }, wrong: { bound: 0.135, measured: 0.12 } },
  { gold: 'wordings-agencies', correct: { bound: 0.93, measured: 0.965 }, wrong: { bound: 0.04, measured: 0.018 } },
];

export const LATE_EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers-late', correct: { bound: 0.71, measured: 0.746 }, wrong: { bound: 0.14, measured: 0.123 } },
];

export const THIRD_EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers-third', correct: { bound: 0.53, measured: 0.557 }, wrong: { bound: 0.27, measured: 0.25 } },
];

/** Lists, and what else is asked of several classes, on all made-up employers and agencies together. */
export const TOGETHER_FLOORS: readonly Floor[] = [
  { gold: 'lists', correct: { bound: 0.96, measured: 0.989 }, wrong: { bound: 0.03, measured: 0.011 } },
];

export const UNSEEN_EMPLOYER_FLOORS: readonly Floor[] = [
  { gold: 'employers-unseen', correct: { bound: 0.66, measured: 0.685 }, wrong: { bound: 0.23, measured: 0.215 } },
];

export const BULLETIN_FLOORS: readonly Floor[] = [
  { gold: 'bulletins', correct: { bound: 0.915, measured: 0.931 }, wrong: { bound: 0.055, measured: 0.049 } },
  { gold: 'bulletins-more', correct: { bound: 0.84, measured: 0.864 }, wrong: { bound: 0.09, measured: 0.073 } },
  { gold: 'wordings-bulletins', correct: { bound: 0.93, measured: 1 }, wrong: { bound: 0.02, measured: 0 } },
  { gold: 'bulletins-late', correct: { bound: 0.77, measured: 0.798 }, wrong: { bound: 0.14, measured: 0.117 } },
  { gold: 'bulletins-unseen', correct: { bound: 0.83, measured: 0.85 }, wrong: { bound: 0.12, measured: 0.11 } },
];
