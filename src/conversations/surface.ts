/** A chat platform as `npm start` runs it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Citation } from '../domain.ts';
import type { Log } from '../log.ts';
import type { Conversations } from './conversations.ts';

/** Handles a request to a path of its own on the one HTTP port; whoever owns the port answers 404 for the others. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface Surface {
  /** For people: "Slack (Socket Mode)". */
  readonly name: string;
  /** Exact paths ("/api/messages") served on the shared HTTP port; empty for a platform that is dialled instead. */
  readonly routes: Readonly<Record<string, Route>>;
  /** Connects. Rejects with an `AppError` a person can act on (a bad token is said in one line). */
  start(): Promise<void>;
  /** For /healthz: true while questions can arrive. */
  isReady(): boolean;
  /** Takes no new event and resolves when every reply that was begun is out. Safe to call twice. */
  stop(): Promise<void>;
}

/** What a document set holds at this moment, for greetings and home pages. */
export interface CorpusSummary {
  documents: number;
  /** Distinct class titles. */
  classes: number;
  /** Employers, agencies or departments named by the documents; none may be. */
  employers: string[];
  /** When its index was built, ISO 8601. */
  builtAt: string;
  /** Questions that it answers, at most four, to be offered to somebody who has not asked yet. */
  examples: string[];
}

/** What a platform is given: `createSlackSurface(options: SurfaceOptions<SlackConfig>)`. */
export interface SurfaceOptions<C> {
  config: C;
  conversations: Conversations;
  /** Never throws. `documents` names a set as `Incoming.documents` does; the default one when absent. */
  corpusSummary(documents?: string): CorpusSummary;
  log: Log;
  /** The address of the page that shows a cited passage, where there is one. */
  linkTo?(citation: Citation): string | undefined;
}
