/** How good the answers to the questions of a usual week are at least, on documents of employers never seen before. Only ever raised. */
import type { FloorGroup } from './floors.ts';

export const USUAL_FLOORS: readonly FloorGroup[] = [
  {
    title: 'the seeds in a usual week',
    folders: ['seeds'],
    floors: [
      { gold: 'usual-seeds-more', correct: { bound: 0.981, measured: 1 }, wrong: { bound: 0.019, measured: 0 } },
      {
        gold: 'usual-seeds-more-unseen',
        correct: { bound: 0.918, measured: 0.938 },
        wrong: { bound: 0.057, measured: 0.037 },
      },
    ],
  },
  {
    title: 'ten employers of ten layouts',
    folders: ['employers-fifteenth'],
    floors: [
      { gold: 'usual-fifteenth', correct: { bound: 0.95, measured: 0.98 }, wrong: { bound: 0.05, measured: 0.02 } },
      {
        gold: 'usual-fifteenth-unseen',
        correct: { bound: 0.95, measured: 0.98 },
        wrong: { bound: 0.05, measured: 0.02 },
      },
    ],
  },
  {
    title: 'documents as they are exported',
    folders: ['employers-sixteenth'],
    floors: [
      { gold: 'usual-sixteenth', correct: { bound: 0.97, measured: 1 }, wrong: { bound: 0.03, measured: 0 } },
      {
        gold: 'usual-sixteenth-unseen',
        correct: { bound: 0.909, measured: 0.94 },
        wrong: { bound: 0.07, measured: 0.04 },
      },
    ],
  },
  {
    title: 'twelve employers of four countries',
    folders: ['employers-seventeenth'],
    floors: [
      { gold: 'usual-seventeenth', correct: { bound: 0.89, measured: 0.92 }, wrong: { bound: 0.11, measured: 0.08 } },
      {
        gold: 'usual-seventeenth-unseen',
        correct: { bound: 0.85, measured: 0.88 },
        wrong: { bound: 0.13, measured: 0.1 },
      },
    ],
  },
  {
    title: 'another sampling of the web',
    folders: ['employers-eighteenth'],
    floors: [
      { gold: 'usual-eighteenth', correct: { bound: 0.89, measured: 0.92 }, wrong: { bound: 0.07, measured: 0.04 } },
      {
        gold: 'usual-eighteenth-unseen',
        correct: { bound: 0.909, measured: 0.94 },
        wrong: { bound: 0.09, measured: 0.06 },
      },
    ],
  },
];
