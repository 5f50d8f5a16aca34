/** assistant.threads.setStatus, setSuggestedPrompts, setTitle. */
import { type Fields, isFields } from '../blocks/check.ts';
import type { Post } from '../world/model.ts';
import { type Method, type MethodCall, SlackFailure } from './call.ts';

/** Slack shows four prompts and no more. */
const MOST_PROMPTS = 4;
const MOST_LOADING_MESSAGES = 10;

/** The conversation and thread of a call; `thread_ts` may be left out where `isThreadOptional`. */
function place(
  { slack, args }: MethodCall,
  isThreadOptional: boolean,
): { channel: string; threadTs: string | undefined } {
  const { world } = slack;
  const channel = world.channels.get(args.need('channel_id'));
  if (channel === undefined || !channel.members.has(world.app.botUserId)) throw new SlackFailure('channel_not_found');
  const threadTs = isThreadOptional ? args.text('thread_ts') : args.need('thread_ts');
  if (threadTs !== undefined) {
    // A reply's own time is refused: only a thread's first message will do.
    const root = world.findMessage(channel.id, threadTs);
    if (root === undefined || root.threadTs !== undefined) throw new SlackFailure('invalid_thread_ts');
  }
  return { channel: channel.id, threadTs };
}

function keep(call: MethodCall, kind: Post['kind'], fields: Fields, isThreadOptional = false): Fields {
  const { channel, threadTs } = place(call, isThreadOptional);
  call.slack.world.record({ kind, via: call.method, channel, threadTs, text: String(fields.text ?? ''), args: fields });
  return {};
}

function setStatus(call: MethodCall): Fields {
  const { args } = call;
  // An empty status clears it.
  const status = args.text('status');
  if (status === undefined) throw new SlackFailure('invalid_arguments');
  const messages = args.json('loading_messages');
  if (messages !== undefined && (!Array.isArray(messages) || messages.length > MOST_LOADING_MESSAGES)) {
    throw new SlackFailure('invalid_arguments');
  }
  return keep(call, 'status', { text: status, status, loading_messages: messages });
}

function setSuggestedPrompts(call: MethodCall): Fields {
  const prompts = call.args.json('prompts');
  const isGood =
    Array.isArray(prompts) &&
    prompts.length > 0 &&
    prompts.length <= MOST_PROMPTS &&
    prompts.every(
      (prompt) =>
        isFields(prompt) &&
        [prompt.title, prompt.message].every((part) => typeof part === 'string' && part.trim() !== ''),
    );
  if (!isGood) throw new SlackFailure('invalid_arguments');
  return keep(call, 'prompts', { prompts, title: call.args.text('title') }, true);
}

const SCOPES = ['assistant:write', 'chat:write'];

export const ASSISTANT: Record<string, Method> = {
  'assistant.threads.setStatus': { scopes: SCOPES, takesJson: true, run: setStatus },
  'assistant.threads.setSuggestedPrompts': { scopes: ['assistant:write'], takesJson: true, run: setSuggestedPrompts },
  'assistant.threads.setTitle': {
    scopes: ['assistant:write'],
    takesJson: true,
    run: (call) => keep(call, 'title', { text: call.args.need('title'), title: call.args.need('title') }),
  },
};
