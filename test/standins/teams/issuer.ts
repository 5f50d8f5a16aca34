/** Signs tokens as Microsoft's services do, with keys of its own: their OpenID metadata, key set and token endpoint. */
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Claims {
  iss?: string;
  aud?: string;
  exp?: number;
  nbf?: number;
  serviceurl?: string;
}

export interface Issuer {
  url: string;
  issuer: string;
  appId: string;
  password: string;
  /** A token as the Bot Connector sends it with an activity. */
  tokenFor(
    serviceUrl: string,
    changes?: { claims?: Claims; signWith?: 'own' | 'stranger' | 'none' | 'secret' },
  ): string;
  /** True for an access token that the token endpoint has given out. */
  hasGranted(token: string): boolean;
  /** Makes the metadata endpoints or the token endpoint answer with this status. */
  breakDown(part: 'keys' | 'tokens', status: number | undefined): void;
  close(): Promise<void>;
}

// Making keys takes a while: once is enough.
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const listen = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

export async function startIssuer(): Promise<Issuer> {
  const kid = randomUUID();
  const granted = new Set<string>();
  const broken = new Map<string, number>();
  const appId = randomUUID();
  const password = 'a secret of the app';
  const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements: ['msteams'] };

  const server = createServer(async (request, response) => {
    const part = request.url === '/token' ? 'tokens' : 'keys';
    const json = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const status = broken.get(part);
    if (status !== undefined) return json(status, { error: 'out of order' });
    if (request.url === '/openid') return json(200, { issuer: url, jwks_uri: `${url}/keys` });
    if (request.url === '/keys') return json(200, { keys: [jwk] });
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    if (form.get('client_id') !== appId || form.get('client_secret') !== password)
      return json(401, {
        error: 'invalid_client',
        error_description: 'AADSTS7000215: Invalid client secret provided.',
      });
    const token = randomUUID();
    granted.add(token);
    return json(200, { access_token: token, expires_in: 3600 });
  });
  const url = `http://127.0.0.1:${await listen(server)}`;

  function signed(header: object, payload: object, key: KeyObject): string {
    const content = `${encode(header)}.${encode(payload)}`;
    return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
  }

  return {
    url,
    issuer: url,
    appId,
    password,
    tokenFor(serviceUrl, { claims = {}, signWith = 'own' } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: url, aud: appId, nbf: now - 60, exp: now + 3600, serviceurl: serviceUrl, ...claims };
      if (signWith === 'none') return `${encode({ alg: 'none', kid, typ: 'JWT' })}.${encode(payload)}.`;
      if (signWith === 'secret') {
        // The public key taken for a shared secret: the classic confusion of algorithms.
        const content = `${encode({ alg: 'HS256', kid, typ: 'JWT' })}.${encode(payload)}`;
        const secret = own.publicKey.export({ format: 'pem', type: 'spki' });
        return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
      }
      const { privateKey } = signWith === 'own' ? own : stranger;
      return signed({ alg: 'RS256', kid, typ: 'JWT' }, payload, privateKey);
    },
    hasGranted: (token) => granted.has(token),
    breakDown(part, status) {
      if (status === undefined) broken.delete(part);
      else broken.set(part, status);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
