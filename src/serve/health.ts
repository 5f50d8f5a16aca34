/** What `GET /healthz` says. */
import type { Route } from '../conversations/surface.ts';
import { sendJson } from './http.ts';

export interface Health {
  /** True when questions can arrive on some platform and be answered. */
  ok: boolean;
  surfaces: { name: string; ready: boolean; problem?: string }[];
  /** Absent until the index is open. */
  index?: { documents: number; builtAt: string };
  /** Document sets of single channels that can't be answered from. */
  unusableDocuments?: string[];
  /** Absent when conversations are kept in memory. */
  database?: 'up' | 'down';
}

/** Where it is served. */
export const HEALTH_PATH = '/healthz';

/** Serves what `read` says at each request: 200 when all is well, 503 otherwise. */
export function createHealthRoute(read: () => Health): Route {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendJson(response, 405, { error: 'Read this with GET.' }, { allow: 'GET, HEAD' });
      return;
    }
    const health = read();
    sendJson(response, health.ok ? 200 : 503, health);
  };
}
