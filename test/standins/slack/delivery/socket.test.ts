import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { createClient } from '../toy-app.ts';

interface Frame {
  type: string;
  envelope_id: string;
  reason?: string;
  num_connections?: number;
  retry_attempt?: number;
  payload: { event_id: string };
}

let slack: SlackStandIn;

beforeEach(async () => {
  slack = await createSlack({ times: { ack: 1500, retries: [0, 5, 5] } });
});

afterEach(async () => {
  await slack.close();
});

async function address(): Promise<string> {
  const client = createClient(slack, slack.world.app.appToken);
  return (await client.apps.connections.open({})).url ?? '';
}

/** A connection that keeps what it gets, and acknowledges events when told to. */
async function connect({ isAcknowledging = true } = {}) {
  const socket = new WebSocket(await address());
  const frames: Frame[] = [];
  const hello = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Frame;
      frames.push(frame);
      if (frame.type === 'hello') resolve();
      else if (isAcknowledging && frame.envelope_id !== undefined)
        socket.send(JSON.stringify({ envelope_id: frame.envelope_id }));
    });
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await hello;
  return { socket, frames, closed };
}

describe('Socket Mode at the wire', () => {
  it('greets each connection with the number of all', async () => {
    const first = await connect();
    const second = await connect();
    expect([first, second].map(({ frames }) => frames[0]?.num_connections)).toEqual([1, 2]);
  });

  it('opens one connection for each address', async () => {
    const url = await address();
    const first = new WebSocket(url);
    await new Promise((resolve) => first.on('open', resolve));
    const second = new WebSocket(url);
    const refused = await new Promise<Error>((resolve) => second.on('error', resolve));
    expect(refused.message).toContain('404');
  });

  it('needs an app token that is good', async () => {
    const open = (token: string) => createClient(slack, token).apps.connections.open({});
    await expect(open(slack.world.app.botToken)).rejects.toMatchObject({ data: { error: 'not_allowed_token_type' } });
    slack.world.app.appTokenState = 'invalid';
    await expect(open(slack.world.app.appToken)).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });

  it('shares events out among connections, each to one', async () => {
    const [first, second] = [await connect(), await connect()];
    const alice = slack.world.addUser({ name: 'alice' });
    for (const text of ['one', 'two', 'three', 'four']) slack.tell(alice, text);
    await Promise.all(slack.deliveries.map(({ done }) => done));
    expect([first, second].map(({ frames }) => frames.length - 1)).toEqual([2, 2]);
  });

  it('sends an event again over another connection when the first breaks, in a new envelope', async () => {
    const deaf = await connect({ isAcknowledging: false });
    const alice = slack.world.addUser({ name: 'alice' });
    slack.tell(alice, 'hello');
    const good = await connect();
    deaf.socket.terminate();
    const delivery = await slack.deliveries[0]?.done;
    expect(delivery?.state).toBe('acknowledged');
    const [before, after] = [deaf.frames[1], good.frames[1]];
    expect([before?.retry_attempt, after?.retry_attempt]).toEqual([0, 1]);
    expect(after?.payload.event_id).toBe(before?.payload.event_id);
    expect(after?.envelope_id).not.toBe(before?.envelope_id);
  });

  it('waits for a connection with events, and not with what people click', async () => {
    const alice = slack.world.addUser({ name: 'alice' });
    slack.tell(alice, 'hello');
    const { frames } = await connect();
    await slack.deliveries[0]?.done;
    expect(frames.map(({ type }) => type)).toEqual(['hello', 'events_api']);
    slack.sockets.drop();
    await slack.world.changes.until('end', () => (slack.sockets.count() === 0 ? true : undefined), 1000);
    const command = await slack.slash(alice, slack.world.directChannel(alice), '/x');
    expect(command.isAcknowledged).toBe(false);
  });

  it('warns first, and closes after any other reason', async () => {
    const { frames, closed } = await connect();
    slack.sockets.disconnect('warning');
    slack.sockets.disconnect('refresh_requested');
    expect(await closed).toBe(1000);
    expect(frames.slice(1).map(({ type, reason }) => [type, reason])).toEqual([
      ['disconnect', 'warning'],
      ['disconnect', 'refresh_requested'],
    ]);
  });
});
