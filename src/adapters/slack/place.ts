/** Where an answer is shown: in a thread, to one person only, or in a modal. */
import type { webApi } from '@slack/bolt';
import type { Answer, Citation } from '../../domain.ts';
import type { Log } from '../../log.ts';
import { createReply, type Reply } from '../reply.ts';
import type { Pace } from './calls.ts';
import type { Poster } from './poster.ts';

/** Shows what came of one question. What rejects is reported by the caller. */
export interface Place {
  /** Says that an answer is under way; best effort, never rejects. */
  begin(): Promise<void>;
  /** Takes that back: nothing will be shown. Never rejects. */
  withdraw(): Promise<void>;
  answer(answer: Answer, reference: string): Promise<void>;
  /** A sentence instead of an answer. `isFailure`: something broke; else the question was not taken. */
  notice(text: string, isFailure: boolean): Promise<void>;
}

/** What places are made of. */
export interface PlaceParts {
  client: webApi.WebClient;
  poster: Poster;
  log: Log;
  pace: Pace;
  linkTo: ((citation: Citation) => string | undefined) | undefined;
}

/** An answer as people see it, with links where there are pages for its passages. */
export function replyOf(answer: Answer, { linkTo }: Pick<PlaceParts, 'linkTo'>): Reply {
  return createReply(answer, linkTo === undefined ? {} : { linkTo });
}
