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

/** Gold files that are asked of one index. */
export interface FloorGroup {
  title: string;
  /** Folders indexed together: "seeds", or of test/fixtures. */
  folders: readonly string[];
  floors: readonly Floor[];
}

export const FLOORS: readonly FloorGroup[] = [
  {
    title: 'the seeds',
    folders: ['seeds'],
    floors: [
      { gold: 'seeds', correct: { bound: 0.979, measured: 0.991 }, wrong: { bound: 0.015, measured: 0.004 } },
      { gold: 'seeds-more', correct: { bound: 0.933, measured: 0.945 }, wrong: { bound: 0.012, measured: 0 } },
      { gold: 'wordings-seeds', correct: { bound: 0.96, measured: 0.988 }, wrong: { bound: 0.025, measured: 0.012 } },
      { gold: 'seeds-late', correct: { bound: 0.891, measured: 0.903 }, wrong: { bound: 0.041, measured: 0.029 } },
      { gold: 'seeds-fourth', correct: { bound: 0.888, measured: 0.9 }, wrong: { bound: 0.082, measured: 0.07 } },
    ],
  },
  {
    title: 'other employers',
    folders: ['employers'],
    floors: [
      { gold: 'employers', correct: { bound: 0.942, measured: 0.954 }, wrong: { bound: 0.043, measured: 0.031 } },
    ],
  },
  {
    title: 'other employers and more of them',
    folders: ['employers', 'employers-more'],
    floors: [
      { gold: 'employers-more', correct: { bound: 0.83, measured: 0.842 }, wrong: { bound: 0.07, measured: 0.058 } },
      {
        gold: 'wordings-employers',
        correct: { bound: 0.88, measured: 0.926 },
        wrong: { bound: 0.05, measured: 0.037 },
      },
    ],
  },
  {
    title: 'agencies with layouts of every kind',
    folders: ['agencies'],
    floors: [
      { gold: 'agencies', correct: { bound: 0.843, measured: 0.855 }, wrong: { bound: 0.079, measured: 0.067 } },
      { gold: 'wordings-agencies', correct: { bound: 0.93, measured: 0.947 }, wrong: { bound: 0.04, measured: 0.018 } },
    ],
  },
  {
    title: 'employers that were unseen once',
    folders: ['employers-late'],
    floors: [
      { gold: 'employers-late', correct: { bound: 0.834, measured: 0.846 }, wrong: { bound: 0.081, measured: 0.069 } },
    ],
  },
  {
    title: 'employers that were unseen later',
    folders: ['employers-third'],
    floors: [
      { gold: 'employers-third', correct: { bound: 0.731, measured: 0.743 }, wrong: { bound: 0.162, measured: 0.15 } },
    ],
  },
  {
    title: 'employers that were unseen last',
    folders: ['employers-fourth'],
    floors: [
      {
        gold: 'employers-fourth',
        correct: { bound: 0.765, measured: 0.777 },
        wrong: { bound: 0.143, measured: 0.131 },
      },
    ],
  },
  {
    title: 'employers with titles, tables and levels of every kind',
    folders: ['employers-fifth'],
    floors: [
      { gold: 'employers-fifth', correct: { bound: 0.519, measured: 0.531 }, wrong: { bound: 0.181, measured: 0.169 } },
    ],
  },
  {
    title: 'employers as many others write them',
    folders: ['employers-sixth'],
    floors: [
      { gold: 'employers-sixth', correct: { bound: 0.638, measured: 0.646 }, wrong: { bound: 0.224, measured: 0.215 } },
    ],
  },
  {
    title: 'employers and agencies together',
    folders: ['employers', 'employers-more', 'agencies'],
    floors: [{ gold: 'lists', correct: { bound: 0.977, measured: 0.989 }, wrong: { bound: 0.023, measured: 0.011 } }],
  },
];

/** On the bulletins, which do not stand beside the project everywhere. */
export const BULLETIN_FLOORS: readonly Floor[] = [
  { gold: 'bulletins', correct: { bound: 0.939, measured: 0.951 }, wrong: { bound: 0.046, measured: 0.034 } },
  { gold: 'bulletins-more', correct: { bound: 0.906, measured: 0.918 }, wrong: { bound: 0.067, measured: 0.055 } },
  { gold: 'wordings-bulletins', correct: { bound: 0.93, measured: 1 }, wrong: { bound: 0.02, measured: 0 } },
  { gold: 'bulletins-late', correct: { bound: 0.839, measured: 0.851 }, wrong: { bound: 0.086, measured: 0.074 } },
  { gold: 'bulletins-fourth', correct: { bound: 0.83, measured: 0.83 }, wrong: { bound: 0.12, measured: 0.12 } },
];
