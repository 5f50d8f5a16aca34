/** Conversations that answer what a test tells them to: a small stand-in for the port, with its promises kept. */
import type { Conversations, Feedback, Incoming, Outcome } from '../../../src/conversations/conversations.ts';
import type { Answer } from '../../../src/domain.ts';

export interface FakeConversations extends Conversations {
  asked: Incoming[];
  edited: Incoming[];
  kept: Feedback[];
  drained: boolean;
}

export function createFakeConversations(
  answerTo: (incoming: Incoming) => Answer | Outcome | Promise<Answer | Outcome>,
): FakeConversations {
  const asked: Incoming[] = [];
  const edited: Incoming[] = [];
  const kept: Feedback[] = [];
  const events = new Set<string>();
  const messages = new Set<string>();
  let references = 0;

  async function outcomeOf(incoming: Incoming): Promise<Outcome> {
    if (events.has(incoming.event)) return { kind: 'duplicate' };
    events.add(incoming.event);
    const result = await answerTo(incoming);
    return 'kind' in result ? result : { kind: 'answer', answer: result, reference: `reference-${++references}` };
  }

  return {
    asked,
    edited,
    kept,
    drained: false,
    ask(incoming) {
      asked.push(incoming);
      messages.add(incoming.message);
      return outcomeOf(incoming);
    },
    async edit(incoming) {
      edited.push(incoming);
      return messages.has(incoming.message) ? outcomeOf(incoming) : { kind: 'duplicate' };
    },
    remembers: async () => false,
    recall: async () => undefined,
    async claim(id) {
      if (events.has(id)) return false;
      events.add(id);
      return true;
    },
    async feedback(feedback) {
      kept.push(feedback);
    },
    async drain() {
      this.drained = true;
    },
  };
}
