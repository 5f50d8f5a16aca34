/**
 * What chat platforms share: who asked what in which thread, answered once. A platform's adapter turns its events into
 * these calls and the outcomes into messages, and knows nothing of classes.
 */
import type { Answer, Turn } from '../domain.ts';

export type { Turn };

/** A question as a platform delivers it. Every id is the platform's own, prefixed so that no two platforms share one. */
export interface Incoming {
  /** The event's id: the same when the platform delivers it again, or by another route. */
  event: string;
  /** The message that holds the question: an edit of it keeps this id. */
  message: string;
  /** The conversation whose earlier questions count. */
  thread: string;
  user: string;
  text: string;
  /** The document set to answer from; the default one when absent. */
  documents?: string;
}

export type Outcome =
  | { kind: 'answer'; answer: Answer; reference: string }
  /** Delivered before: somebody has answered or is answering. Nothing is to be said. */
  | { kind: 'duplicate' }
  /** Not asked: too many questions at once, or nothing in it to answer. `text` says so politely. */
  | { kind: 'declined'; text: string }
  /** One plain sentence for the user. The reference is in the log beside the cause. */
  | { kind: 'failed'; text: string; reference: string };

export interface Feedback {
  reference: string;
  user: string;
  reaction: 'up' | 'down';
  reason?: string;
}

export interface Conversations {
  /** Answers a question in its thread. Resolves in every case; never rejects. */
  ask(incoming: Incoming): Promise<Outcome>;
  /**
   * Answers a message again that was edited, in its old place in the thread; one that was declined or failed is asked
   * anew. `duplicate` when the text is the same, when it is too late, and for a message that never was a question.
   */
  edit(incoming: Incoming): Promise<Outcome>;
  /** True when this thread has been answered in, and is still remembered. */
  remembers(thread: string): Promise<boolean>;
  /** The answer behind a button; undefined when it is forgotten. */
  recall(reference: string): Promise<Turn | undefined>;
  /** True the first time it is called with an id, by any replica: for what may happen once (a duplicate click). */
  claim(id: string): Promise<boolean>;
  /** Keeps what a user thinks of an answer, where that is switched on. */
  feedback(feedback: Feedback): Promise<void>;
  /** Declines what comes from now on and waits until what was begun is answered. */
  drain(): Promise<void>;
}
