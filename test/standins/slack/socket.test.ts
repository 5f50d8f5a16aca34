import { afterEach, describe, expect, it } from 'vitest';
import { seenText } from './seen.ts';
import type { SlackStandIn } from './slack.ts';
import { startSocketApp } from './toy-app.ts';

let stop: (() => Promise<void>) | undefined;

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function start(...given: Parameters<typeof startSocketApp>): Promise<SlackStandIn> {
  const started = await startSocketApp(...given);
  stop = started.stop;
  return started.slack;
}

describe('Socket Mode with a real Bolt app', () => {
  it('brings a direct message and shows the threaded answer', async () => {
    const slack = await start((app) => {
      app.message(async ({ message, say }) => {
        await say({ text: `heard: ${'text' in message ? message.text : ''}`, thread_ts: message.ts });
      });
    });
    const alice = slack.world.addUser({ name: 'alice' });

    const asked = slack.tell(alice, 'tea & cake?');
    const reply = await slack.nextReply(asked);

    expect(reply.text).toBe('heard: tea &amp; cake?');
    expect(seenText(reply)).toBe('heard: tea & cake?');
    expect(slack.visible(slack.world.directChannel(alice), alice, asked)).toHaveLength(2);
  });

  it('sends both app_mention and message when the app is tagged in its channel', async () => {
    const heard: string[] = [];
    const slack = await start((app) => {
      app.event('app_mention', async () => {
        heard.push('app_mention');
      });
      app.message(async () => {
        heard.push('message');
      });
    });
    const alice = slack.world.addUser({ name: 'alice' });
    const channel = slack.world.addChannel({ name: 'hr', members: [alice], withBot: true });

    slack.say(alice, channel, `${slack.tag()} hello`);
    await slack.settled();

    expect(heard.toSorted()).toEqual(['app_mention', 'message']);
  });

  it('sends an event again, with its id and a count, when acknowledgements get lost', async () => {
    const heard: unknown[] = [];
    const slack = await start(
      (app) => {
        app.message(async ({ body, context }) => {
          heard.push([body.event_id, context.retryNum, context.retryReason]);
          if (heard.length === 2) slack.sockets.loseAcks(false);
        });
      },
      { times: { ack: 400, retries: [0, 10, 10] } },
    );
    const alice = slack.world.addUser({ name: 'alice' });
    slack.sockets.loseAcks(true);

    slack.tell(alice, 'hello');
    await slack.deliveries[0]?.done;

    const id = slack.deliveries[0]?.payload.event_id;
    expect(heard).toEqual([
      [id, 0, ''],
      [id, 1, 'timeout'],
    ]);
    expect(slack.deliveries[0]?.state).toBe('acknowledged');
  });

  it('opens a modal from a command, and hands its submission over', async () => {
    const slack = await start((app) => {
      app.command('/ask', async ({ ack, client, body }) => {
        await ack('one moment');
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'ask',
            title: { type: 'plain_text', text: 'Ask' },
            submit: { type: 'plain_text', text: 'Send' },
            blocks: [
              {
                type: 'input',
                block_id: 'question',
                label: { type: 'plain_text', text: 'Question' },
                element: { type: 'plain_text_input', action_id: 'text', max_length: 20 },
              },
            ],
          },
        });
      });
      app.view('ask', async ({ ack, view }) => {
        if (view.state.values.question?.text?.value === 'no')
          await ack({ response_action: 'errors', errors: { question: 'Really?' } });
        else await ack();
      });
    });
    const alice = slack.world.addUser({ name: 'alice' });
    const channel = slack.world.addChannel({ name: 'general', members: [alice] });

    const command = await slack.slash(alice, channel, '/ask', 'please');
    expect(command.isAcknowledged).toBe(true);
    const opened = await slack.nextPost(({ kind }) => kind === 'view');
    expect(slack.visible(channel, alice).map(seenText)).toEqual(['one moment']);

    await expect(slack.submitView(alice)).rejects.toThrow('"Question" must be filled in');
    await slack.submitView(alice, { Question: 'no' });
    expect(opened.view?.errors).toEqual({ question: 'Really?' });
    await slack.submitView(alice, { Question: 'yes' });
    expect(opened.view?.isOpen).toBe(false);
  });

  it('lets only those click who see the button, and gives the app a response URL that replaces the message', async () => {
    const slack = await start((app) => {
      app.message(async ({ message, client }) => {
        const blocks = [
          { type: 'section', text: { type: 'mrkdwn', text: 'Sure?' } },
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'yes', text: { type: 'plain_text', text: 'Yes' } }],
          },
        ];
        await client.chat.postEphemeral({
          channel: message.channel,
          user: (message as { user: string }).user,
          text: 'Sure?',
          blocks,
        });
      });
      app.action('yes', async ({ ack, respond }) => {
        await ack();
        await respond({ replace_original: true, text: 'Done.' });
      });
    });
    const alice = slack.world.addUser({ name: 'alice' });
    const ben = slack.world.addUser({ name: 'ben' });
    const channel = slack.world.addChannel({ name: 'hr', members: [alice, ben], withBot: true });

    slack.say(alice, channel, 'hello');
    const { message } = await slack.nextPost(({ kind }) => kind === 'ephemeral');
    if (message === undefined) throw new Error('no message');
    await expect(slack.click(ben, message, 'Yes')).rejects.toThrow('does not see');
    await slack.click(alice, message, 'Yes');
    await slack.nextPost(({ kind }) => kind === 'update');

    expect(slack.visible(channel, alice).map(seenText)).toEqual(['hello', 'Done.']);
    expect(slack.visible(channel, ben).map(seenText)).toEqual(['hello']);
  });

  it('is connected again after Slack asked for a refresh or the connection broke', async () => {
    const { slack, stop: end } = await startSocketApp(
      (app) => {
        app.message(async ({ message, say }) => {
          await say({ text: 'still here', thread_ts: message.ts });
        });
      },
      { times: { retries: [0, 2000, 100] } },
    );
    stop = end;
    const alice = slack.world.addUser({ name: 'alice' });
    slack.sockets.disconnect('refresh_requested');
    const asked = slack.tell(alice, 'are you there?');

    expect((await slack.nextReply(asked, { within: 15_000 })).text).toBe('still here');
  });
});
