/** The real app against the stand-in for Slack, in Socket Mode or over HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createSlackSurface } from '../../../src/adapters/slack/slack.ts';
import type { SlackConfig } from '../../../src/config/slack.ts';
import type { Conversations } from '../../../src/conversations/conversations.ts';
import type { CorpusSummary, Surface, SurfaceOptions } from '../../../src/conversations/surface.ts';
import type { Answer, Citation, Question } from '../../../src/domain.ts';
import { type Ask, createBench } from '../../conversations/bench.ts';
import type { Fields } from '../../standins/slack/blocks/check.ts';
import { createSlack, type SlackOptions, type SlackStandIn } from '../../standins/slack/slack.ts';
import type { Channel, Message, User } from '../../standins/slack/world/model.ts';
import { createTestLog } from '../../test-log.ts';
import { answerOf } from '../cli/fake-shell.ts';

/** Slack's times, shortened. */
const TIMES = { ack: 400, retries: [0, 20, 20] };
/** The app's, too. */
const PACE = { betweenMessages: 5, beforeRetry: 10 };

const SUMMARY: CorpusSummary = {
  documents: 5,
  classes: 4,
  employers: ['City of Harbor', 'Harbor Transit'],
  builtAt: '2026-11-22T10:00:00.000Z',
  examples: ['What does the Clerk do?', 'Which classes are exempt?'],
};

/** A cited passage of a made-up document. */
export function passage(quote: string, parts: Partial<Citation> = {}): Citation {
  return {
    marker: 1,
    source: 'clerk.txt',
    classTitle: 'Clerk',
    section: 'Duties',
    quote,
    start: 0,
    end: quote.length,
    line: 3,
    ...parts,
  };
}

/** An answer with one passage. */
export function clerkAnswer({ text }: Question, parts: Partial<Answer> = {}): Answer {
  return answerOf({
    question: text,
    answer: `The Clerk files: “Files records.” [1] (${text})`,
    citations: [passage('Files records.')],
    suggestions: ['What is the pay grade of the Clerk?', 'What are the minimum qualifications of the Clerk?'],
    ...parts,
  });
}

export interface SlackBenchOptions {
  ask?: Ask;
  conversations?: Partial<Conversations>;
  config?: Partial<SlackConfig>;
  over?: 'socket' | 'http';
  pace?: Partial<typeof PACE>;
  times?: SlackOptions['times'];
  linkTo?: SurfaceOptions<SlackConfig>['linkTo'];
  summary?: CorpusSummary;
  /** Before the app starts: who is there, what goes wrong. */
  prepare?(slack: SlackStandIn): void;
  isStarted?: boolean;
}

export interface SlackBench {
  slack: SlackStandIn;
  surface: Surface;
  /** Where Slack's requests go; empty in Socket Mode. */
  url: string;
  /** Questions that reached the core. */
  asked: ReturnType<typeof createBench>['asked'];
  conversations: Conversations;
  lines: string[];
  alice: User;
  ben: User;
  hr: Channel;
}

async function listenOnLoopback(surfaceOf: () => Surface | undefined): Promise<string> {
  const server = createServer((request, response) => {
    const route = surfaceOf()?.routes[request.url ?? ''];
    if (route === undefined) response.writeHead(404).end();
    else void route(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
}

/** Starts both; they stop when the test is over. Alice and Ben are in #hr with the bot. */
export async function startSlack(options: SlackBenchOptions = {}): Promise<SlackBench> {
  const { over = 'socket', isStarted = true } = options;
  let surface: Surface | undefined;
  const requestUrl = over === 'http' ? await listenOnLoopback(() => surface) : undefined;
  const times = { ...TIMES, ...options.times };
  const slack = await createSlack({ times, ...(requestUrl === undefined ? {} : { requestUrl }) });
  const { botToken, appToken, signingSecret } = slack.world.app;
  const bench = createBench({
    ask: options.ask ?? (async (question) => clerkAnswer(question)),
    limits: { questions: 100, maxLength: 20_000 },
  });
  const conversations = { ...bench.conversations, ...options.conversations };
  const log = createTestLog();
  surface = createSlackSurface(
    {
      config: {
        botToken,
        appToken: over === 'socket' ? appToken : undefined,
        signingSecret: over === 'http' ? signingSecret : undefined,
        apiUrl: slack.apiUrl,
        allowedChannels: undefined,
        channelDocuments: new Map(),
        askHrGroup: undefined,
        allowGuests: false,
        ...options.config,
      },
      conversations,
      corpusSummary: () => options.summary ?? SUMMARY,
      log,
      ...(options.linkTo === undefined ? {} : { linkTo: options.linkTo }),
    },
    { ...PACE, ...options.pace },
  );
  const alice = slack.world.addUser({ name: 'alice' });
  const ben = slack.world.addUser({ name: 'ben' });
  const hr = slack.world.addChannel({ name: 'hr', members: [alice, ben], withBot: true });
  options.prepare?.(slack);
  const started = surface;
  onTestFinished(async () => {
    await started.stop();
    await slack.close();
  });
  if (isStarted) await surface.start();
  return { slack, surface, url: requestUrl ?? '', asked: bench.asked, conversations, lines: log.lines, alice, ben, hr };
}

/** The app's messages, without edits of them: what Slack was told to post. */
export function posted({ slack }: SlackBench): Message[] {
  return slack.posts.flatMap(({ kind, message }) => (kind === 'message' && message ? [message] : []));
}

/** Calls of a method that Slack carried out. */
export function callsOf({ slack }: SlackBench, method: string): Fields[] {
  return slack.calls.filter((call) => call.method === method).map(({ args }) => args as Fields);
}
