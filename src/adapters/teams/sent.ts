/**
 * Which messages were sent for which question: Teams names nothing but its own message ids when somebody edits a
 * question or rates an answer. Kept in memory, of this process only: after a restart an edited question is answered in
 * a new message, and a rating of an older answer is not attributed.
 */

export interface Sent {
  /** The question's message, as `Incoming.message` names it. */
  message: string;
  conversation: string;
  /** The activities of the answer, in order. */
  ids: readonly string[];
  reference: string | undefined;
  /** Questions that were offered with it, as buttons. */
  offered: readonly string[];
}

/** Answers remembered: some weeks of a busy department, in about a megabyte. */
const CAPACITY = 5000;

export interface SentMessages {
  add(sent: Sent): void;
  /** What was sent for a question. */
  ofQuestion(message: string): Sent | undefined;
  /** True for a question that was offered in this conversation: what comes back from a button names nobody. */
  wasOffered(conversation: string, question: string): boolean;
  /** The reference of the answer that an activity of a conversation is part of; without an id, of the latest answer. */
  referenceOf(conversation: string, id: string | undefined): string | undefined;
}

/** A memory of the last answers, the oldest forgotten first. */
export function createSentMessages(capacity = CAPACITY): SentMessages {
  const byQuestion = new Map<string, Sent>();
  return {
    add(sent) {
      byQuestion.delete(sent.message);
      byQuestion.set(sent.message, sent);
      const [oldest] = byQuestion.keys();
      if (byQuestion.size > capacity && oldest !== undefined) byQuestion.delete(oldest);
    },
    ofQuestion: (message) => byQuestion.get(message),
    wasOffered: (conversation, question) =>
      [...byQuestion.values()].some((sent) => sent.conversation === conversation && sent.offered.includes(question)),
    referenceOf: (conversation, id) =>
      [...byQuestion.values()].findLast(
        (sent) =>
          sent.reference !== undefined &&
          sent.conversation === conversation &&
          (id === undefined || sent.ids.includes(id)),
      )?.reference,
  };
}
