/** What users are told when there is no answer. No platform's markup: it is text. */
import { countOf } from '../words.ts';

export const HOW_TO_ASK =
  'What would you like to know? Ask about a job class, for example “What are the minimum qualifications of …?”, or paste duties and ask which class fits them.';

export const RESTARTING = 'I am being restarted. Please ask again in a minute.';

export const QUEUE_FULL =
  'Many people are asking at this moment, and I can’t take another question yet. Please ask again in a minute.';

/** The question is longer than can be asked at once. Both in characters. */
export function tooLong(length: number, most: number): string {
  return `That is ${length.toLocaleString('en')} characters, and I can read ${most.toLocaleString('en')} at once. Please ask with the part that matters.`;
}

/** A duration as people say it: "1 minute", "45 seconds". */
function durationOf(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return seconds >= 60 && seconds % 60 === 0 ? countOf(seconds / 60, 'minute') : countOf(seconds, 'second');
}

/** The user has asked as much as one user may for now. */
export function tooMany(limit: { questions: number; windowMs: number }, waitMs: number): string {
  return `You have asked ${countOf(limit.questions, 'question')} within ${durationOf(limit.windowMs)}, which is as many as I can take from one person. Please ask again in ${durationOf(waitMs)}.`;
}

/** Something went wrong; the reference stands in the log beside the cause. */
export function failedWith(reference: string): string {
  return `Something went wrong here and I couldn’t answer that; please ask again, and if it happens again, give the reference ${reference} to whoever runs this bot.`;
}
