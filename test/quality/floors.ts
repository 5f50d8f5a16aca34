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
      { gold: 'seeds', correct: { bound: 0.993, measured: 1 }, wrong: { bound: 0.007, measured: 0 } },
      { gold: 'seeds-more', correct: { bound: 0.933, measured: 0.945 }, wrong: { bound: 0.012, measured: 0 } },
      { gold: 'wordings-seeds', correct: { bound: 0.982, measured: 1 }, wrong: { bound: 0.018, measured: 0 } },
      { gold: 'seeds-late', correct: { bound: 0.936, measured: 0.951 }, wrong: { bound: 0.024, measured: 0.01 } },
      { gold: 'seeds-fifth', correct: { bound: 0.935, measured: 0.95 }, wrong: { bound: 0.025, measured: 0.01 } },
      { gold: 'seeds-sixth', correct: { bound: 0.905, measured: 0.922 }, wrong: { bound: 0.05, measured: 0.033 } },
      { gold: 'seeds-unseen', correct: { bound: 0, measured: 0 }, wrong: { bound: 1, measured: 1 } },
      { gold: 'seeds-eighth', correct: { bound: 0.816, measured: 0.833 }, wrong: { bound: 0.117, measured: 0.1 } },
      { gold: 'seeds-seventh', correct: { bound: 0.894, measured: 0.911 }, wrong: { bound: 0.039, measured: 0.022 } },
      { gold: 'seeds-fourth', correct: { bound: 0.945, measured: 0.96 }, wrong: { bound: 0.035, measured: 0.02 } },
    ],
  },
  {
    title: 'other employers',
    folders: ['employers'],
    floors: [
      { gold: 'employers', correct: { bound: 0.965, measured: 0.977 }, wrong: { bound: 0.027, measured: 0.015 } },
    ],
  },
  {
    title: 'other employers and more of them',
    folders: ['employers', 'employers-more'],
    floors: [
      { gold: 'employers-more', correct: { bound: 0.879, measured: 0.892 }, wrong: { bound: 0.063, measured: 0.05 } },
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
      { gold: 'agencies', correct: { bound: 0.913, measured: 0.919 }, wrong: { bound: 0.045, measured: 0.039 } },
      {
        gold: 'wordings-agencies',
        correct: { bound: 0.956, measured: 0.982 },
        wrong: { bound: 0.04, measured: 0.018 },
      },
    ],
  },
  {
    title: 'employers that were unseen once',
    folders: ['employers-late'],
    floors: [
      { gold: 'employers-late', correct: { bound: 0.973, measured: 0.985 }, wrong: { bound: 0.027, measured: 0.015 } },
    ],
  },
  {
    title: 'employers that were unseen later',
    folders: ['employers-third'],
    floors: [
      { gold: 'employers-third', correct: { bound: 0.882, measured: 0.893 }, wrong: { bound: 0.083, measured: 0.071 } },
    ],
  },
  {
    title: 'employers that were unseen then',
    folders: ['employers-fourth'],
    floors: [
      {
        gold: 'employers-fourth',
        correct: { bound: 0.896, measured: 0.908 },
        wrong: { bound: 0.058, measured: 0.046 },
      },
    ],
  },
  {
    title: 'employers with titles, tables and levels of every kind',
    folders: ['employers-fifth'],
    floors: [
      { gold: 'employers-fifth', correct: { bound: 0.796, measured: 0.808 }, wrong: { bound: 0.104, measured: 0.092 } },
    ],
  },
  {
    title: 'employers as many others write them',
    folders: ['employers-sixth'],
    floors: [
      { gold: 'employers-sixth', correct: { bound: 0.803, measured: 0.815 }, wrong: { bound: 0.158, measured: 0.146 } },
    ],
  },
  {
    title: 'employers that nobody had tuned on before',
    folders: ['employers-seventh'],
    floors: [
      {
        gold: 'employers-seventh',
        correct: { bound: 0.795, measured: 0.809 },
        wrong: { bound: 0.132, measured: 0.118 },
      },
    ],
  },
  {
    title: 'employers of trades that the others lack',
    folders: ['employers-eighth'],
    floors: [
      {
        gold: 'employers-eighth',
        correct: { bound: 0.869, measured: 0.883 },
        wrong: { bound: 0.077, measured: 0.063 },
      },
    ],
  },
  {
    title: 'employers with the layouts of many others',
    folders: ['employers-ninth'],
    floors: [
      { gold: 'employers-ninth', correct: { bound: 0.713, measured: 0.727 }, wrong: { bound: 0.178, measured: 0.164 } },
    ],
  },
  {
    title: 'employers of districts, states and universities',
    folders: ['employers-tenth'],
    floors: [
      {
        gold: 'employers-tenth',
        correct: { bound: 0.838, measured: 0.856 },
        wrong: { bound: 0.15, measured: 0.133 },
      },
    ],
  },
  {
    title: 'employers of towns, colleges and clinics',
    folders: ['employers-eleventh'],
    floors: [
      {
        gold: 'employers-eleventh',
        correct: { bound: 0.642, measured: 0.662 },
        wrong: { bound: 0.254, measured: 0.234 },
      },
    ],
  },
  {
    title: 'employers that nobody has tuned on',
    folders: ['employers-unseen'],
    floors: [{ gold: 'employers-unseen', correct: { bound: 0, measured: 0 }, wrong: { bound: 1, measured: 1 } }],
  },
  {
    title: 'employers and agencies together',
    folders: ['employers', 'employers-more', 'agencies'],
    floors: [{ gold: 'lists', correct: { bound: 0.984, measured: 1 }, wrong: { bound: 0.016, measured: 0 } }],
  },
];

/** On the bulletins, which do not stand beside the project everywhere. */
export const BULLETIN_FLOORS: readonly Floor[] = [
  { gold: 'bulletins', correct: { bound: 0.958, measured: 0.966 }, wrong: { bound: 0.037, measured: 0.029 } },
  { gold: 'bulletins-more', correct: { bound: 0.95, measured: 0.964 }, wrong: { bound: 0.041, measured: 0.027 } },
  { gold: 'wordings-bulletins', correct: { bound: 0.93, measured: 1 }, wrong: { bound: 0.02, measured: 0 } },
  { gold: 'bulletins-late', correct: { bound: 0.898, measured: 0.915 }, wrong: { bound: 0.07, measured: 0.053 } },
  { gold: 'bulletins-fifth', correct: { bound: 0.913, measured: 0.927 }, wrong: { bound: 0.05, measured: 0.036 } },
  { gold: 'bulletins-sixth', correct: { bound: 0.768, measured: 0.782 }, wrong: { bound: 0.15, measured: 0.136 } },
  { gold: 'bulletins-unseen', correct: { bound: 0, measured: 0 }, wrong: { bound: 1, measured: 1 } },
  { gold: 'bulletins-eighth', correct: { bound: 0.804, measured: 0.818 }, wrong: { bound: 0.16, measured: 0.145 } },
  { gold: 'bulletins-seventh', correct: { bound: 0.822, measured: 0.836 }, wrong: { bound: 0.123, measured: 0.109 } },
  { gold: 'bulletins-fourth', correct: { bound: 0.935, measured: 0.95 }, wrong: { bound: 0.045, measured: 0.03 } },
];
