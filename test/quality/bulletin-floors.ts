/** How good the answers on the bulletins are at least, by gold file. Only ever raised. */
import type { Floor } from './floors.ts';

/** On the bulletins, which do not stand beside the project everywhere. */
export const BULLETIN_FLOORS: readonly Floor[] = [
  {
    gold: 'usual-bulletins-more',
    correct: { bound: 0.943, measured: 0.963 },
    wrong: { bound: 0.057, measured: 0.037 },
  },
  {
    gold: 'usual-bulletins-more-unseen',
    correct: { bound: 0.906, measured: 0.925 },
    wrong: { bound: 0.082, measured: 0.062 },
  },
  { gold: 'usual-bulletins', correct: { bound: 0.967, measured: 0.987 }, wrong: { bound: 0.033, measured: 0.013 } },
  {
    gold: 'usual-bulletins-unseen',
    correct: { bound: 0.953, measured: 0.974 },
    wrong: { bound: 0.047, measured: 0.026 },
  },
  { gold: 'bulletins-unseen', correct: { bound: 0.813, measured: 0.827 }, wrong: { bound: 0.16, measured: 0.145 } },
  { gold: 'kinds-bulletins', correct: { bound: 0.846, measured: 0.852 }, wrong: { bound: 0.12, measured: 0.102 } },
  {
    gold: 'kinds-bulletins-unseen',
    correct: { bound: 0.698, measured: 0.716 },
    wrong: { bound: 0.165, measured: 0.148 },
  },
  { gold: 'bulletins', correct: { bound: 0.977, measured: 0.985 }, wrong: { bound: 0.023, measured: 0.015 } },
  { gold: 'bulletins-more', correct: { bound: 0.968, measured: 0.982 }, wrong: { bound: 0.032, measured: 0.018 } },
  { gold: 'duties-bulletins', correct: { bound: 0.76, measured: 0.78 }, wrong: { bound: 0.16, measured: 0.14 } },
  { gold: 'wordings-bulletins', correct: { bound: 0.93, measured: 1 }, wrong: { bound: 0.02, measured: 0 } },
  { gold: 'bulletins-late', correct: { bound: 0.952, measured: 0.968 }, wrong: { bound: 0.038, measured: 0.021 } },
  { gold: 'bulletins-fifth', correct: { bound: 0.922, measured: 0.936 }, wrong: { bound: 0.05, measured: 0.036 } },
  { gold: 'bulletins-sixth', correct: { bound: 0.904, measured: 0.918 }, wrong: { bound: 0.078, measured: 0.064 } },
  { gold: 'one-bulletins', correct: { bound: 0.807, measured: 0.829 }, wrong: { bound: 0.15, measured: 0.129 } },
  { gold: 'bulletins-tenth', correct: { bound: 0.886, measured: 0.9 }, wrong: { bound: 0.105, measured: 0.091 } },
  { gold: 'bulletins-ninth', correct: { bound: 0.868, measured: 0.882 }, wrong: { bound: 0.114, measured: 0.1 } },
  { gold: 'lists-bulletins', correct: { bound: 0.744, measured: 0.778 }, wrong: { bound: 0.234, measured: 0.2 } },
  { gold: 'bulletins-eighth', correct: { bound: 0.959, measured: 0.973 }, wrong: { bound: 0.032, measured: 0.018 } },
  { gold: 'bulletins-seventh', correct: { bound: 0.977, measured: 0.991 }, wrong: { bound: 0.023, measured: 0.009 } },
  { gold: 'bulletins-fourth', correct: { bound: 0.955, measured: 0.97 }, wrong: { bound: 0.035, measured: 0.02 } },
];
