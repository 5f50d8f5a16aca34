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
      { gold: 'seeds-more', correct: { bound: 0.959, measured: 0.973 }, wrong: { bound: 0.012, measured: 0 } },
      { gold: 'wordings-seeds', correct: { bound: 0.982, measured: 1 }, wrong: { bound: 0.018, measured: 0 } },
      { gold: 'seeds-late', correct: { bound: 0.966, measured: 0.981 }, wrong: { bound: 0.015, measured: 0 } },
      { gold: 'seeds-fifth', correct: { bound: 0.975, measured: 0.99 }, wrong: { bound: 0.025, measured: 0.01 } },
      { gold: 'seeds-sixth', correct: { bound: 0.972, measured: 0.989 }, wrong: { bound: 0.028, measured: 0.011 } },
      { gold: 'usual-seeds', correct: { bound: 0.975, measured: 1 }, wrong: { bound: 0.025, measured: 0 } },
      {
        gold: 'usual-seeds-unseen',
        correct: { bound: 0.925, measured: 0.95 },
        wrong: { bound: 0.042, measured: 0.017 },
      },
      { gold: 'seeds-unseen', correct: { bound: 0.838, measured: 0.856 }, wrong: { bound: 0.084, measured: 0.067 } },
      { gold: 'seeds-tenth', correct: { bound: 0.883, measured: 0.9 }, wrong: { bound: 0.023, measured: 0.011 } },
      { gold: 'seeds-ninth', correct: { bound: 0.816, measured: 0.833 }, wrong: { bound: 0.117, measured: 0.1 } },
      { gold: 'seeds-eighth', correct: { bound: 0.961, measured: 0.978 }, wrong: { bound: 0.028, measured: 0.011 } },
      { gold: 'seeds-seventh', correct: { bound: 0.938, measured: 0.956 }, wrong: { bound: 0.039, measured: 0.022 } },
      { gold: 'seeds-fourth', correct: { bound: 0.955, measured: 0.97 }, wrong: { bound: 0.035, measured: 0.02 } },
    ],
  },
  {
    title: 'other employers',
    folders: ['employers'],
    floors: [
      { gold: 'employers', correct: { bound: 0.973, measured: 0.985 }, wrong: { bound: 0.027, measured: 0.015 } },
    ],
  },
  {
    title: 'other employers and more of them',
    folders: ['employers', 'employers-more'],
    floors: [
      { gold: 'employers-more', correct: { bound: 0.937, measured: 0.95 }, wrong: { bound: 0.038, measured: 0.025 } },
      {
        gold: 'wordings-employers',
        correct: { bound: 0.907, measured: 0.963 },
        wrong: { bound: 0.05, measured: 0 },
      },
    ],
  },
  {
    title: 'agencies with layouts of every kind',
    folders: ['agencies'],
    floors: [
      { gold: 'agencies', correct: { bound: 0.927, measured: 0.933 }, wrong: { bound: 0.045, measured: 0.039 } },
      {
        gold: 'wordings-agencies',
        correct: { bound: 0.973, measured: 1 },
        wrong: { bound: 0.027, measured: 0 },
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
      { gold: 'employers-third', correct: { bound: 0.917, measured: 0.929 }, wrong: { bound: 0.054, measured: 0.043 } },
    ],
  },
  {
    title: 'employers that were unseen then',
    folders: ['employers-fourth'],
    floors: [
      {
        gold: 'employers-fourth',
        correct: { bound: 0.919, measured: 0.931 },
        wrong: { bound: 0.027, measured: 0.015 },
      },
    ],
  },
  {
    title: 'employers with titles, tables and levels of every kind',
    folders: ['employers-fifth'],
    floors: [
      { gold: 'employers-fifth', correct: { bound: 0.934, measured: 0.946 }, wrong: { bound: 0.027, measured: 0.015 } },
    ],
  },
  {
    title: 'employers as many others write them',
    folders: ['employers-sixth'],
    floors: [
      { gold: 'employers-sixth', correct: { bound: 0.888, measured: 0.9 }, wrong: { bound: 0.089, measured: 0.077 } },
    ],
  },
  {
    title: 'employers that nobody had tuned on before',
    folders: ['employers-seventh'],
    floors: [
      {
        gold: 'employers-seventh',
        correct: { bound: 0.904, measured: 0.918 },
        wrong: { bound: 0.069, measured: 0.055 },
      },
    ],
  },
  {
    title: 'employers of trades that the others lack',
    folders: ['employers-eighth'],
    floors: [
      {
        gold: 'employers-eighth',
        correct: { bound: 0.941, measured: 0.955 },
        wrong: { bound: 0.05, measured: 0.036 },
      },
    ],
  },
  {
    title: 'employers with the layouts of many others',
    folders: ['employers-ninth'],
    floors: [
      { gold: 'one-employers', correct: { bound: 0.69, measured: 0.7 }, wrong: { bound: 0.17, measured: 0.14 } },
      { gold: 'employers-ninth', correct: { bound: 0.922, measured: 0.936 }, wrong: { bound: 0.06, measured: 0.045 } },
    ],
  },
  {
    title: 'employers of districts, states and universities',
    folders: ['employers-tenth'],
    floors: [
      {
        gold: 'employers-tenth',
        correct: { bound: 0.905, measured: 0.922 },
        wrong: { bound: 0.084, measured: 0.067 },
      },
    ],
  },
  {
    title: 'employers of towns, colleges and clinics',
    folders: ['employers-eleventh'],
    floors: [
      {
        gold: 'employers-eleventh',
        correct: { bound: 0.915, measured: 0.935 },
        wrong: { bound: 0.059, measured: 0.039 },
      },
    ],
  },
  {
    title: 'employers of labs, arenas and counties',
    folders: ['employers-twelfth'],
    floors: [
      {
        gold: 'employers-twelfth',
        correct: { bound: 0.805, measured: 0.822 },
        wrong: { bound: 0.128, measured: 0.111 },
      },
    ],
  },
  {
    title: 'employers of water, schools and hatcheries',
    folders: ['employers-thirteenth'],
    floors: [
      {
        gold: 'kinds-thirteenth',
        correct: { bound: 0.738, measured: 0.762 },
        wrong: { bound: 0.215, measured: 0.143 },
      },
      {
        gold: 'kinds-thirteenth-unseen',
        correct: { bound: 0.547, measured: 0.619 },
        wrong: { bound: 0.405, measured: 0.333 },
      },
      {
        gold: 'employers-thirteenth',
        correct: { bound: 0.883, measured: 0.889 },
        wrong: { bound: 0.106, measured: 0.089 },
      },
    ],
  },
  {
    title: 'employers that nobody has tuned on but by the usual questions',
    folders: ['employers-unseen'],
    floors: [
      { gold: 'employers-unseen', correct: { bound: 0.783, measured: 0.8 }, wrong: { bound: 0.173, measured: 0.156 } },
      { gold: 'usual-employers', correct: { bound: 0.975, measured: 1 }, wrong: { bound: 0.025, measured: 0 } },
      {
        gold: 'usual-employers-unseen',
        correct: { bound: 0.858, measured: 0.883 },
        wrong: { bound: 0.125, measured: 0.1 },
      },
    ],
  },
  {
    title: 'employers of two sets together',
    folders: ['employers-tenth', 'employers-eleventh'],
    floors: [
      { gold: 'duties-employers', correct: { bound: 0.7, measured: 0.733 }, wrong: { bound: 0.166, measured: 0.133 } },
      { gold: 'kinds-employers', correct: { bound: 0.738, measured: 0.81 }, wrong: { bound: 0.215, measured: 0.143 } },
      {
        gold: 'kinds-employers-unseen',
        correct: { bound: 0.595, measured: 0.667 },
        wrong: { bound: 0.31, measured: 0.238 },
      },
      {
        gold: 'lists-employers',
        correct: { bound: 0.66, measured: 0.72 },
        wrong: { bound: 0.3, measured: 0.24 },
      },
    ],
  },
  {
    title: 'employers and agencies together',
    folders: ['employers', 'employers-more', 'agencies'],
    floors: [{ gold: 'lists', correct: { bound: 0.984, measured: 1 }, wrong: { bound: 0.016, measured: 0 } }],
  },
];
