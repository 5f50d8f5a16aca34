/** Clicks on buttons. */
import type { RespondFn } from '@slack/bolt';
import { canAskHr, documentsOf, idOf, type SlackContext } from './context.ts';
import { ACTIONS, readFeedback, readSuggestion } from './controls.ts';
import { describeSlackFailure } from './failures.ts';
import type { Modals } from './modals.ts';
import { type Click, isDirect } from './payloads.ts';
import { replyOf } from './place.ts';
import { answerUrl, createEphemeralPlace, forResponse } from './private-places.ts';
import { renderNotice } from './render.ts';
import { linesOf, richText, textLeaf } from './rich-text.ts';
import { escapeText, shorten } from './text.ts';
import { createThreadPlace } from './thread-place.ts';
import { FORGOTTEN, HR_ASKED, HR_NOT_REACHED, NOT_SHARED, SHARED_ALREADY } from './wording.ts';

interface Clicked {
  click: Click;
  value: string | undefined;
  respond: RespondFn | undefined;
}

/** Handles a click that has been acknowledged. */
export function createClicks(context: SlackContext, modals: Modals): (clicked: Clicked) => Promise<void> {
  const { access, asking, conversations, log, pace, poster, sessions } = context;

  function placeOf({ channel, container, message }: Click) {
    const id = channel?.id ?? container?.channel_id;
    const ts = message?.ts ?? container?.message_ts;
    if (id === undefined || ts === undefined) return undefined;
    return { channel: id, ts, threadTs: message?.thread_ts ?? container?.thread_ts ?? ts };
  }

  /** The thread that was clicked in, where it was one. */
  function threadIn({ container, message }: Click): string | undefined {
    return message?.thread_ts ?? container?.thread_ts;
  }

  /** Tells whoever clicked, and nobody else. */
  async function tell({ click, respond }: Clicked, text: string): Promise<void> {
    const place = placeOf(click);
    if (respond) await answerUrl(pace, respond, renderNotice(text), { thread: threadIn(click) });
    else if (place) await poster.whisper(place, click.user.id, renderNotice(text));
  }

  /** A suggestion: asked below the answer, where everybody sees by whom; or for one person where the answer was. */
  async function onAsk(clicked: Clicked): Promise<void> {
    const { click, value, respond } = clicked;
    const suggestion = readSuggestion(value);
    if (suggestion === undefined) return;
    const { question: text, reference } = suggestion;
    const { user, trigger_id: trigger } = click;
    const place = placeOf(click);
    if (place === undefined) return modals.ask(trigger, user.id, text);
    const { channel, ts, threadTs } = place;
    const turn = reference === undefined ? undefined : await conversations.recall(reference);
    const id = `${ts}:${click.actions[0]?.action_id}`;
    const isPrivate = click.container?.is_ephemeral === true;
    const thread = isPrivate
      ? (turn?.thread ?? sessions.begin(`${channel}:${user.id}`, trigger, Date.now() / 1000))
      : sessions.inThread(channel, threadTs, isDirect(channel) ? Date.now() / 1000 : undefined);
    const by = { user: user.id, verb: 'asked' as const, question: text };
    const incoming = {
      event: idOf(trigger),
      // A second click on the same button asks nothing.
      message: idOf(channel, id),
      thread,
      user: idOf(user.id),
      text,
      ...documentsOf(context, channel),
    };
    if (isPrivate && respond) {
      return asking.ask(
        incoming,
        createEphemeralPlace(context, respond, { by, canShare: true, thread: threadIn(click) }),
      );
    }
    return asking.ask(
      incoming,
      createThreadPlace(context, {
        channel,
        threadTs,
        user: user.id,
        question: id,
        by,
        isAddressed: true,
        canAskHr: canAskHr(context, channel),
        // Shared answers stand in channels that the bot isn't in.
        ...(respond ? { rescue: (message) => answerUrl(pace, respond, message, { thread: threadTs }) } : {}),
      }),
    );
  }

  /** Puts an answer that one person saw before the whole channel, once, with the name of who did. */
  async function onShare(clicked: Clicked): Promise<void> {
    const { click, value: reference = '', respond } = clicked;
    const turn = await conversations.recall(reference);
    if (turn === undefined) return tell(clicked, FORGOTTEN);
    if (respond === undefined || !(await conversations.claim(idOf('share', reference)))) {
      return tell(clicked, SHARED_ALREADY);
    }
    const by = { user: click.user.id, verb: 'shared' as const, question: turn.question };
    try {
      for (const message of forResponse(replyOf(turn.answer, context), { reference, by })) {
        await answerUrl(pace, respond, message, { type: 'in_channel', thread: threadIn(click) });
      }
    } catch (error) {
      log.line(`An answer could not be shared in a Slack channel: ${describeSlackFailure(error)}.`);
      await tell(clicked, NOT_SHARED);
    }
  }

  /** Mentions HR's user group in the thread, once. */
  async function onAskHr(clicked: Clicked): Promise<void> {
    const { click, value: reference = '' } = clicked;
    const group = context.config.askHrGroup;
    const place = placeOf(click);
    if (group === undefined || place === undefined) return;
    if (!(await conversations.claim(idOf('ask-hr', place.channel, place.threadTs)))) return tell(clicked, HR_ASKED);
    const turn = await conversations.recall(reference);
    const about = turn === undefined ? '' : `: ${shorten(turn.question, 300)}`;
    const asks = ' would like HR’s help with this';
    const text = `<!subteam^${group}> <@${click.user.id}>${asks}${escapeText(about)}`;
    const leaves = [
      { type: 'usergroup' as const, usergroup_id: group },
      textLeaf(' '),
      { type: 'user' as const, user_id: click.user.id },
      textLeaf(`${asks}${about}`),
    ];
    try {
      const blocks = [richText(linesOf(leaves))];
      await poster.post(place, [{ text, blocks }], { question: `ask-hr ${place.threadTs}`, reference });
    } catch (error) {
      log.line(`HR could not be asked in a Slack thread: ${describeSlackFailure(error)}.`);
      await tell(clicked, HR_NOT_REACHED);
    }
  }

  async function onFeedback({ click, value }: Clicked): Promise<void> {
    const given = readFeedback(value);
    if (given === undefined) return;
    // The modal first: it can be opened for three seconds after the click.
    if (given.reaction === 'down') await modals.askReason(click.trigger_id, given.reference);
    await conversations.feedback({ ...given, user: idOf(click.user.id) });
  }

  return async (clicked) => {
    const { click } = clicked;
    const action = click.actions[0]?.action_id ?? '';
    if (action === ACTIONS.feedback) return onFeedback(clicked);
    const { user, channel } = click;
    const refusal = await access.refusal({ user: user.id, team: user.team_id, channel: channel?.id });
    if (refusal !== undefined) return tell(clicked, refusal);
    if (action.startsWith(ACTIONS.ask)) return onAsk(clicked);
    if (action === ACTIONS.sources) return modals.showSources(click.trigger_id, clicked.value ?? '');
    if (action === ACTIONS.share) return onShare(clicked);
    if (action === ACTIONS.askHr) return onAskHr(clicked);
  };
}
