/** A chat platform as `npm start` runs it. */
import type { IncomingMessage, ServerResponse } from 'node:http';

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
