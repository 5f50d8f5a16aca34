import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CALLBACKS } from '../../../src/adapters/slack/controls.ts';

interface Manifest {
  display_information: { name: string; description: string };
  features: {
    agent_view?: { agent_description: string };
    assistant_view?: unknown;
    app_home: Record<string, boolean>;
    slash_commands: { command: string }[];
    shortcuts: { type: string; name: string; callback_id: string; description: string }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { bot_events: string[] };
    interactivity: { is_enabled: boolean };
    socket_mode_enabled: boolean;
  };
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}/slack/manifest.json`, 'utf8')) as Manifest;
const folder = `${root}/src/adapters/slack`;
const source = readdirSync(folder)
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n')
  // The formatter breaks chains of calls.
  .replace(/\s+\./g, '.');

/** What each method needs (docs.slack.dev, methods). Some read whatever conversation they are given. */
const METHODS: Record<string, string[]> = {
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.uploadV2': ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};
/** What each event needs (docs.slack.dev, events). */
const EVENTS: Record<string, { listener: string; scopes: string[] }> = {
  app_home_opened: { listener: 'app_home_opened', scopes: [] },
  app_mention: { listener: 'app_mention', scopes: ['app_mentions:read'] },
  'message.channels': { listener: 'message', scopes: ['channels:history'] },
  'message.groups': { listener: 'message', scopes: ['groups:history'] },
  'message.im': { listener: 'message', scopes: ['im:history'] },
};
const unique = (values: readonly string[]) => [...new Set(values)].sort();
const found = (pattern: RegExp) => unique([...source.matchAll(pattern)].map(([, name = '']) => name));

describe('slack/manifest.json', () => {
  test('subscribes to the events that are listened to', () => {
    const events = manifest.settings.event_subscriptions.bot_events;
    expect(unique(events.map((event) => EVENTS[event]?.listener ?? `unknown: ${event}`))).toEqual(
      found(/app\.event\('(\w+)'/g),
    );
  });

  test('asks for the scopes of the methods called, the events subscribed to, and the command, and for no other', () => {
    const methods = found(
      /client\.((?:assistant\.threads|auth|chat|conversations|files|users|views|reactions|team|usergroups|bots)\.\w+)\(/g,
    );
    expect(methods).toEqual(Object.keys(METHODS).sort());
    const scopes = [
      ...methods.flatMap((method) => METHODS[method] ?? []),
      ...manifest.settings.event_subscriptions.bot_events.flatMap((event) => EVENTS[event]?.scopes ?? []),
      'commands',
    ];
    expect(manifest.oauth_config.scopes.bot).toEqual(unique(scopes));
  });

  test('names the command and the shortcut that are answered, and sends clicks', () => {
    const { slash_commands: commands, shortcuts } = manifest.features;
    expect(commands.map(({ command }) => command)).toEqual([CALLBACKS.command]);
    expect(shortcuts.map(({ type, callback_id: id }) => [type, id])).toEqual([['message', CALLBACKS.match]]);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  test('is of the agent experience, on Socket Mode, with Home and Messages', () => {
    expect(manifest.features.agent_view?.agent_description.length).toBeLessThanOrEqual(300);
    expect(manifest.features.assistant_view).toBeUndefined();
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  test('is within the lengths that Slack takes', () => {
    const {
      display_information: { name, description },
      features: { shortcuts },
    } = manifest;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    for (const shortcut of shortcuts) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
    }
  });
});
