/** What Slack delivers, and who handles it. The manifest subscribes to just this. */
import type { App, RespondFn } from '@slack/bolt';
import { createClicks } from './clicks.ts';
import { documentsOf, idOf, type SlackContext } from './context.ts';
import { CALLBACKS, suggestionButtons } from './controls.ts';
import { describeSlackFailure } from './failures.ts';
import { createMessages } from './messages.ts';
import { createModals } from './modals.ts';
import type { Click, Envelope, MessageEvent } from './payloads.ts';
import { answerUrl, createEphemeralPlace } from './private-places.ts';
import { renderNotice } from './render.ts';
import { readText, shorten } from './text.ts';
import { closedHomeView, homeView } from './views.ts';
import { HELP, MATCH_QUESTION, NO_TEXT } from './wording.ts';

/** Characters of a message that "Find class for text" reads: several pages of duties. */
const MAX_MATCHED = 8_000;

/** Has everything handled that the bot listens to. */
export function listen(app: App, context: SlackContext): void {
  const { access, asking, client, conversations, corpusSummary, log, pace, sessions } = context;
  const messages = createMessages(context);
  const modals = createModals(context);
  const onClick = createClicks(context, modals);

  /** An acknowledgement that fails is no reason not to answer. */
  async function acknowledge(ack: () => Promise<unknown>): Promise<void> {
    await ack().catch((error) => log.line(`Slack did not take an acknowledgement: ${describeSlackFailure(error)}.`));
  }

  app.event('app_mention', ({ event, body }) =>
    messages.onMention(event as unknown as MessageEvent, body as unknown as Envelope),
  );
  app.event('message', ({ event, body }) =>
    messages.onMessage(event as unknown as MessageEvent, body as unknown as Envelope),
  );

  app.event('app_home_opened', async ({ event }) => {
    const { user, channel, tab } = event;
    const refusal = await access.refusal({ user });
    if (tab === 'messages') {
      if (refusal === undefined) await offerPrompts(channel);
      return;
    }
    await client.views.publish({ user_id: user, view: refusal ? closedHomeView(refusal) : homeView(corpusSummary()) });
  });

  /** Prompts above the input of an empty direct message. Slack shows four. */
  async function offerPrompts(channel: string): Promise<void> {
    const prompts = corpusSummary()
      .examples.slice(0, 4)
      .map((message) => ({ title: shorten(message, 75), message }));
    if (prompts.length === 0) return;
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: 'For example', prompts });
  }

  app.command(CALLBACKS.command, async ({ command, ack, respond }) => {
    await acknowledge(ack);
    const { user_id: user, channel_id: channel, trigger_id: trigger } = command;
    const text = readText(command.text);
    const refusal = await access.refusal({ user, channel });
    if (refusal !== undefined) return answerUrl(pace, respond, renderNotice(refusal));
    const { documents } = documentsOf(context, channel);
    if (text === '' || /^(help|\?)$/i.test(text)) {
      const examples = suggestionButtons(corpusSummary(documents).examples.slice(0, 4));
      const buttons = examples.length > 0 ? [{ type: 'actions' as const, elements: examples }] : [];
      return answerUrl(pace, respond, renderNotice(HELP, buttons));
    }
    const thread = sessions.begin(`${channel}:${user}`, trigger, Date.now() / 1000);
    const incoming = { event: idOf(trigger), message: idOf(trigger), thread, user: idOf(user), text };
    const by = { user, verb: 'asked' as const, question: text };
    const place = createEphemeralPlace(context, respond, { canShare: true, by });
    await asking.ask({ ...incoming, ...documentsOf(context, channel) }, place);
  });

  app.shortcut({ type: 'message_action', callback_id: CALLBACKS.match }, async ({ shortcut, ack, respond }) => {
    await acknowledge(ack);
    const { trigger_id: trigger, user, channel, message } = shortcut;
    const text = readText(message.text ?? '');
    const refusal = await access.refusal({ user: user.id, channel: channel.id });
    const refused = refusal ?? (text === '' ? NO_TEXT : undefined);
    if (refused !== undefined) return answerUrl(pace, respond, renderNotice(refused));
    await modals.ask(trigger, user.id, `${MATCH_QUESTION}\n${shorten(text, MAX_MATCHED)}`, {
      title: 'Class for this text',
      shown: shorten(text, 300),
      respond,
      ...documentsOf(context, channel.id),
    });
  });

  app.action(/.*/, async (args) => {
    await acknowledge(args.ack);
    const click = args.body as unknown as Click;
    const respond = args.respond as RespondFn | undefined;
    await onClick({ click, value: click.actions[0]?.value, respond });
  });

  app.view(CALLBACKS.reason, async ({ ack, body, view }) => {
    await acknowledge(ack);
    const reason = view.state.values.reason?.reason?.value?.trim();
    if (!reason) return;
    const user = idOf(body.user.id);
    await conversations.feedback({ reference: view.private_metadata, user, reaction: 'down', reason });
  });

  app.error(async (error) => {
    log.line(`Slack: something that was delivered could not be handled: ${describeSlackFailure(error)}.`);
  });
}
