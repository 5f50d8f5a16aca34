/** chat.startStream, appendStream, stopStream. */
import { type Fields, isFields } from '../blocks/check.ts';
import { refuseBlocks } from '../blocks/validate.ts';
import type { Message, Post } from '../world/model.ts';
import { wireMessage } from '../world/wire.ts';
import { withIds } from '../world/world.ts';
import { type Args, type Method, type MethodCall, refuse, type Slack, SlackFailure } from './call.ts';
import { announce, ownMessage, threadOf, writableChannel } from './chat.ts';

const MOST_MARKDOWN_TEXT = 12_000;
const STATUSES = ['pending', 'in_progress', 'complete', 'error'];

/** How a stream was opened holds to its end: with `markdown_text` or with `chunks`. */
const modes = new WeakMap<Message, 'text' | 'chunks'>();

function invalidChunks(message: string): SlackFailure {
  return new SlackFailure('invalid_chunks', { response_metadata: { messages: [`[ERROR] ${message}`] } });
}

function checkChunk(chunk: unknown, index: number): void {
  if (!isFields(chunk)) throw invalidChunks(`must provide an object [json-pointer:/chunks/${index}]`);
  const at = `[json-pointer:/chunks/${index}]`;
  const needs = (name: string) => {
    if (typeof chunk[name] !== 'string' || chunk[name] === '')
      throw invalidChunks(`missing required field: ${name} ${at}`);
  };
  if (chunk.type === 'markdown_text') {
    needs('text');
    return;
  }
  if (chunk.type === 'plan_update') {
    needs('title');
    return;
  }
  if (chunk.type === 'blocks') {
    refuse(refuseBlocks(chunk.blocks, { at: `/chunks/${index}/blocks` }));
    // Slack faults on a file block in a stream.
    if ((chunk.blocks as Fields[]).some(({ type }) => type === 'file')) throw new SlackFailure('internal_error');
    return;
  }
  if (chunk.type !== 'task_update') throw invalidChunks(`unsupported type: ${String(chunk.type)} ${at}`);
  needs('id');
  needs('title');
  if (!STATUSES.includes(String(chunk.status))) throw invalidChunks(`must be a valid enum value ${at}`);
}

/** What a call adds to the stream, checked; undefined when it adds nothing. */
function addition(args: Args): { mode: 'text' | 'chunks'; chunks: Fields[] } | undefined {
  const text = args.text('markdown_text');
  const chunks = args.json('chunks', 'invalid_chunks') as Fields[] | undefined;
  if (text !== undefined && text.length > MOST_MARKDOWN_TEXT) throw new SlackFailure('msg_too_long');
  if (chunks !== undefined) {
    if (!Array.isArray(chunks)) throw invalidChunks('must provide an array [json-pointer:/chunks]');
    chunks.forEach(checkChunk);
    const blocks = chunks.flatMap((chunk) => (chunk.type === 'blocks' ? (chunk.blocks as Fields[]) : []));
    if (blocks.length > 50) refuse(refuseBlocks(blocks));
  }
  if (text !== undefined && chunks !== undefined) throw new SlackFailure('invalid_arguments');
  if (text !== undefined) return { mode: 'text', chunks: [{ type: 'markdown_text', text }] };
  return chunks === undefined ? undefined : { mode: 'chunks', chunks };
}

/** The message as it stands: its markdown, then blocks from chunks. */
function show(message: Message, last: readonly Fields[] = []): void {
  message.text = message.chunks.map((chunk) => (chunk.type === 'markdown_text' ? String(chunk.text) : '')).join('');
  const blocks: Fields[] = message.text.trim() === '' ? [] : [{ type: 'markdown', text: message.text }];
  blocks.push(
    ...message.chunks.flatMap((chunk) => (chunk.type === 'blocks' ? (chunk.blocks as Fields[]) : [])),
    ...last,
  );
  message.blocks = blocks.length === 0 ? undefined : withIds(blocks);
}

function keep(slack: Slack, kind: Post['kind'], via: string, message: Message): void {
  const { channel, threadTs, text, blocks } = message;
  slack.world.record({ kind, via, channel, threadTs, text, blocks, message });
}

function start({ slack, args }: MethodCall): Fields {
  const { world } = slack;
  const channel = writableChannel(world, args.need('channel'));
  const threadTs = threadOf(world, channel, args.text('thread_ts'));
  // Documented as optional, but refused in every kind of conversation.
  if (threadTs === undefined) throw new SlackFailure('invalid_thread_ts');
  if (channel.kind !== 'im') {
    // Everyone in a channel sees the stream, but Slack wants to know for whom it is.
    for (const name of ['recipient_user_id', 'recipient_team_id']) {
      if (args.text(name) === undefined) throw new SlackFailure(`missing_${name}`);
    }
    const user = world.users.get(args.need('recipient_user_id'));
    if (user === undefined) throw new SlackFailure('user_not_found');
    if (user.teamId !== args.text('recipient_team_id')) throw new SlackFailure('team_not_found');
  }
  const mode = args.text('task_display_mode');
  if (mode !== undefined && !['timeline', 'plan', 'dense'].includes(mode)) throw new SlackFailure('invalid_arguments');
  const added = addition(args);
  const message = world.addMessage({
    channel: channel.id,
    user: world.app.botUserId,
    threadTs,
    isStreaming: true,
    chunks: added?.chunks ?? [],
  });
  if (added !== undefined) modes.set(message, added.mode);
  show(message);
  keep(slack, 'stream-start', 'chat.startStream', message);
  return { channel: channel.id, ts: message.ts };
}

function streaming(slack: Slack, args: Args): Message {
  const message = ownMessage(slack, args, 'message_not_owned_by_app');
  if (message.isInterrupted) throw new SlackFailure('stopped_by_user');
  if (!message.isStreaming) throw new SlackFailure('message_not_in_streaming_state');
  return message;
}

function add(message: Message, added: ReturnType<typeof addition>): void {
  if (added === undefined) return;
  const mode = modes.get(message) ?? added.mode;
  if (mode === 'text' && added.mode === 'chunks') throw new SlackFailure('streaming_mode_mismatch');
  if (mode === 'chunks' && added.mode === 'text') throw new SlackFailure('streaming_mode_mismatch');
  modes.set(message, mode);
  message.chunks.push(...added.chunks);
}

function append({ slack, args }: MethodCall): Fields {
  const message = streaming(slack, args);
  const added = addition(args);
  if (added === undefined) throw new SlackFailure('no_text');
  add(message, added);
  show(message);
  keep(slack, 'stream-append', 'chat.appendStream', message);
  return { channel: message.channel, ts: message.ts };
}

function stop({ slack, args }: MethodCall): Fields {
  const message = streaming(slack, args);
  const added = addition(args);
  const blocks = (args.json('blocks', 'invalid_blocks_format') ?? []) as Fields[];
  refuse(refuseBlocks(blocks));
  if (blocks.some(({ type }) => type === 'file')) throw new SlackFailure('internal_error');
  add(message, added);
  show(message, blocks);
  if (message.blocks === undefined) throw new SlackFailure('no_text');
  message.isStreaming = false;
  message.metadata = args.json('metadata', 'invalid_metadata_format');
  keep(slack, 'stream-stop', 'chat.stopStream', message);
  announce(slack, message);
  return { channel: message.channel, ts: message.ts, message: wireMessage(slack.world, message, slack.url()) };
}

export const STREAMS: Record<string, Method> = {
  'chat.startStream': { scopes: ['chat:write'], takesJson: true, run: start },
  'chat.appendStream': { scopes: ['chat:write'], takesJson: true, run: append },
  'chat.stopStream': { scopes: ['chat:write'], takesJson: true, run: stop },
};
