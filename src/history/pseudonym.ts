import { createHmac, randomBytes } from 'node:crypto';

/** A new secret for `pseudonymOf`. */
export function createSecret(): string {
  return randomBytes(32).toString('hex');
}

/**
 * A short name for an id that can't be turned back without the secret: platforms' user ids are few and guessable, so a
 * plain hash could be reversed by trying them all.
 */
export function pseudonymOf(secret: string, id: string): string {
  return createHmac('sha256', secret).update(id).digest('base64url').slice(0, 22);
}
