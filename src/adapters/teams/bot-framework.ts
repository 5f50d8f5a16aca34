/**
 * The one file that knows botbuilder. It is out of support since the end of 2025, so everything else is written against
 * `Connector`: the Microsoft 365 Agents SDK, which has the same adapter, can take its place here.
 */
import { readFileSync } from 'node:fs';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';
import { AuthenticationConstants, type ServiceClientCredentialsFactory } from 'botframework-connector';
import { ConnectorMappers } from 'botframework-connector/lib/connectorApi/connectorClient.js';
import type { TeamsConfig, TeamsCredentials } from '../../config/teams.ts';
import { AppError } from '../../errors.ts';
import type { Address, IncomingActivity, OutgoingActivity } from './activities.ts';
import { type Delay, sendWithRetries } from './retries.ts';

/** What the rest asks of an SDK. */
export interface Connector {
  /** Resolves when the activity's token is good; rejects with a `Refusal`. Without credentials everything is good. */
  authenticate(activity: IncomingActivity, authorization: string): Promise<void>;
  /** Sends, resolving to the new activity's id (empty where Teams gives none). Retries what is safe to send again. */
  send(address: Address, activity: OutgoingActivity): Promise<string>;
  /** Replaces a message sent before. */
  update(address: Address, id: string, activity: OutgoingActivity): Promise<void>;
  remove(address: Address, id: string): Promise<void>;
  /** Proves the credentials. Rejects with `TEAMS_REFUSED` when Microsoft does not accept them, with anything else otherwise. */
  checkCredentials(): Promise<void>;
}

/** Why a request is not served: the HTTP status says it. */
export class Refusal extends Error {
  readonly status: 401 | 403 | 503;

  constructor(status: 401 | 403 | 503, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.status = status;
  }
}

/** Where tokens come from and go to. The default is Microsoft's public cloud. */
export interface Cloud {
  endpoints?: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];
  credentials?: ServiceClientCredentialsFactory;
  /** Waits between attempts, in milliseconds. */
  delay?: Delay;
}

/**
 * 4.23.3 leaves all of an entity but `type`, `text` and `mentioned` off the wire, so that citations vanish. Upstream
 * mended it like this (botbuilder-js pull request 4903) and never released it.
 */
function mendEntitySerializer(): void {
  Object.assign(ConnectorMappers.Entity.type, { additionalProperties: { type: { name: 'Object' } } });
}

function credentialFactory(credentials: TeamsCredentials | undefined): ServiceClientCredentialsFactory {
  if (credentials === undefined) return new ConfigurationServiceClientCredentialFactory({});
  const { appId, tenantId } = credentials;
  const identity = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId };
  if (credentials.kind === 'managed-identity')
    return new ConfigurationServiceClientCredentialFactory({ ...identity, MicrosoftAppType: 'UserAssignedMsi' });
  // "SingleTenant" with "botframework.com" as the tenant asks for the same token as "MultiTenant" does.
  const app = { ...identity, MicrosoftAppType: 'SingleTenant' };
  if (credentials.kind === 'password')
    return new ConfigurationServiceClientCredentialFactory({ ...app, MicrosoftAppPassword: credentials.password });
  const { thumbprint, keyPath } = credentials;
  try {
    return new ConfigurationServiceClientCredentialFactory({
      ...app,
      [AuthenticationConstants.CertificateThumbprint]: thumbprint,
      [AuthenticationConstants.CertificatePrivateKey]: readFileSync(keyPath, 'utf8'),
    });
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', `The private key for Teams can't be read from ${JSON.stringify(keyPath)}.`, {
      hint: 'Name a PEM file that this user may read.',
      cause,
    });
  }
}

/** True when the keys that tokens are checked with could not be had: not the caller's fault, so worth another try. */
function isUnavailable(error: unknown): boolean {
  const { name, statusCode } = error as { name?: string; statusCode?: number };
  return name === 'FetchError' || (statusCode ?? 0) >= 500;
}

/** Creates the connector on botbuilder. Throws `CONFIG_INVALID` when the credentials' own files can't be read. */
export function createBotConnector({ credentials }: Pick<TeamsConfig, 'credentials'>, cloud: Cloud = {}): Connector {
  mendEntitySerializer();
  const factory = cloud.credentials ?? credentialFactory(credentials);
  const authentication = new ConfigurationBotFrameworkAuthentication(cloud.endpoints ?? {}, factory);
  const adapter = new CloudAdapter(authentication);
  const appId = credentials?.appId ?? '';

  /** Opens the conversation, as for a message that nobody asked for: the request it answers has long been closed. */
  async function inConversation<T>(address: Address, act: (context: TurnContext) => Promise<T>): Promise<T> {
    let result: T | undefined;
    await adapter.continueConversationAsync(appId, address as ConversationReference, async (context) => {
      dropRetryPolicy(context.turnState.get(adapter.ConnectorClientKey));
      result = await act(context);
    });
    return result as T;
  }

  const addressed = (address: Address, activity: OutgoingActivity): Partial<Activity> =>
    TurnContext.applyConversationReference(
      structuredClone(activity) as Partial<Activity>,
      address as ConversationReference,
    );

  return {
    async authenticate({ raw }, authorization) {
      try {
        // A copy: the SDK's activity is the SDK's to change.
        await authentication.authenticateRequest(structuredClone(raw) as unknown as Activity, authorization);
      } catch (cause) {
        if (isUnavailable(cause)) throw new Refusal(503, 'The keys to check tokens with are not available.', { cause });
        // A bad signature or algorithm is a plain error of the JWT library, which the SDK would answer with a 500.
        throw new Refusal(401, cause instanceof Error ? cause.message : 'The token is not valid.', { cause });
      }
    },
    send: (address, activity) =>
      sendWithRetries(
        () =>
          inConversation(address, async (context) => {
            const [sent] = await adapter.sendActivities(context, [addressed(address, activity)]);
            return sent?.id ?? '';
          }),
        cloud.delay,
      ),
    update: (address, id, activity) =>
      sendWithRetries(
        () =>
          inConversation(address, async (context) => {
            await adapter.updateActivity(context, { ...addressed(address, activity), id } as Activity);
          }),
        cloud.delay,
      ),
    remove: (address, id) =>
      sendWithRetries(
        () =>
          inConversation(address, (context) =>
            adapter.deleteActivity(context, { ...(address as ConversationReference), activityId: id }),
          ),
        cloud.delay,
      ),
    async checkCredentials() {
      if (appId === '') return;
      const scope = cloud.endpoints?.ToChannelFromBotOAuthScope ?? AuthenticationConstants.ToChannelFromBotOAuthScope;
      const login = cloud.endpoints?.ToChannelFromBotLoginUrl ?? AuthenticationConstants.ToChannelFromBotLoginUrl;
      const proof = await factory.createCredentials(appId, scope, login, true);
      try {
        await (proof as unknown as { getToken(): Promise<string> }).getToken();
      } catch (cause) {
        // Microsoft Entra ID numbers its refusals AADSTS…; whatever has no such number never got there.
        const refusal = /AADSTS\d+[^\r\n]*/.exec(String((cause as Error).message))?.[0];
        if (refusal === undefined) throw cause;
        throw new AppError('TEAMS_REFUSED', `Microsoft refuses the credentials of app ${appId}: ${refusal}`, {
          hint: 'Compare TEAMS_APP_ID, TEAMS_TENANT_ID and the password or certificate with the Azure Bot.',
          cause,
        });
      }
    },
  };
}

/**
 * The SDK's client repeats a failed POST by itself up to three times, also after a 500 or a lost connection, when the
 * message may have arrived: then people read it twice. What is repeated is decided in `retries.ts` alone.
 */
function dropRetryPolicy(connectorClient: unknown): void {
  const { client } = connectorClient as { client: { pipeline: { removePolicy(policy: { name: string }): unknown } } };
  client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
}
