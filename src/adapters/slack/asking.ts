/** The one way from a question to a reply, wherever it is asked. */
import type { Conversations, Incoming } from '../../conversations/conversations.ts';
import type { Log } from '../../log.ts';
import { describeSlackFailure } from './failures.ts';
import type { Place } from './place.ts';

export interface Asking {
  /** Asks and shows what comes of it. Never rejects. */
  ask(incoming: Incoming, place: Place): Promise<void>;
  /** Asks an edited message again. Never rejects. */
  edit(incoming: Incoming, place: Place): Promise<void>;
}

/** Messages remembered so that one that is delivered twice isn't said to be under way again. */
const MAX_KEPT = 1_000;

export function createAsking(conversations: Conversations, log: Log): Asking {
  /** The replies under way, by message: an edit waits until the first one stands. */
  const underWay = new Map<string, Promise<void>>();
  const seen = new Set<string>();

  async function show(incoming: Incoming, place: Place, how: 'ask' | 'edit'): Promise<void> {
    const isNew = !seen.has(incoming.message);
    if (seen.size >= MAX_KEPT) seen.clear();
    seen.add(incoming.message);
    const [outcome] = await Promise.all([
      conversations[how](incoming),
      how === 'ask' && isNew ? place.begin() : undefined,
    ]);
    if (outcome.kind === 'duplicate') return isNew && how === 'ask' ? place.withdraw() : undefined;
    if (outcome.kind === 'answer') await place.answer(outcome.answer, outcome.reference);
    else await place.notice(outcome.text, outcome.kind === 'failed');
  }

  function inOrder(incoming: Incoming, place: Place, how: 'ask' | 'edit'): Promise<void> {
    const { message } = incoming;
    const before = underWay.get(message) ?? Promise.resolve();
    const result = before
      .then(() => show(incoming, place, how))
      .catch((error) => log.line(`A reply could not be shown in Slack: ${describeSlackFailure(error)}.`));
    underWay.set(message, result);
    return result.finally(() => {
      if (underWay.get(message) === result) underWay.delete(message);
    });
  }

  return {
    ask: (incoming, place) => inOrder(incoming, place, 'ask'),
    edit: (incoming, place) => inOrder(incoming, place, 'edit'),
  };
}
