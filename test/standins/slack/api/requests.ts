/** Request bodies: forms, JSON, multipart. */
import type { IncomingMessage } from 'node:http';
import { type Fields, isFields } from '../blocks/check.ts';

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A body's fields by its content type, or the code with which Slack refuses it. */
export function parseFields(
  body: Buffer,
  contentType: string,
): { fields: Fields; isJson: boolean } | { error: string } {
  const text = body.toString('utf8');
  if (contentType.startsWith('application/json')) {
    try {
      const fields: unknown = JSON.parse(text);
      return isFields(fields) ? { fields, isJson: true } : { error: 'json_not_object' };
    } catch {
      return { error: 'invalid_json' };
    }
  }
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { fields: Object.fromEntries(new URLSearchParams(text)), isJson: false };
  }
  if (text === '') return { fields: {}, isJson: false };
  return { error: contentType === '' ? 'missing_post_type' : 'invalid_post_type' };
}

/** The first file of a multipart body; any other body is the file itself. */
export async function uploadedBytes(body: Buffer, contentType: string): Promise<Buffer> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  for (const value of form.values()) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}
