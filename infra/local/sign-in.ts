import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { SignInSettings } from '../../web/console/sign-in/settings.ts';
import { isThisMachine } from './local-only.ts';
import { examplePeople, localClient, tokenCallback } from './people.ts';
import { PortTakenError } from './server.ts';
import { inMemory } from './sign-in-memory.ts';
import { signOut } from './sign-out.ts';

export interface LocalSignIn {
  /** The issuer's URL as it appears in access tokens. */
  readonly issuer: string;
  close(): Promise<void>;
}

/** Returns the console's settings for signing in locally. */
export const signInSettings = (issuer: string): SignInSettings => ({
  client: localClient,
  authorize: `${issuer}/auth`,
  token: `${issuer}/token`,
  logout: `${issuer}/logout`,
  scope: 'openid',
});

/** Audience of access tokens. It is needed because the provider only issues JWTs for a resource. */
const RESOURCE = 'urn:program-locator:agents';
const MINUTE_S = 60;
const ACCESS_TOKEN_S = 15 * MINUTE_S;
const SESSION_S = 12 * 60 * MINUTE_S;

/**
 * An OpenID provider for this machine, used instead of the user pool: authorization code with PKCE, and access tokens
 * with Cognito's claims, so that the functions check them with the same code. Anybody who opens it can choose one of
 * the example people.
 * @param callbacks Redirect URLs that are allowed after signing in.
 * @throws {PortTakenError}
 */
export async function startSignIn(port: number, callbacks: readonly string[] = []): Promise<LocalSignIn> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, 'AUTH_PORT') : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration([tokenCallback, ...callbacks]));
  const callback = provider.callback();
  server.on('request', (request, response) => {
    // Refuses a foreign host name that resolves to this machine: a page in a local browser could use it (DNS
    // rebinding).
    if (!isThisMachine(request.headers.host)) return void response.writeHead(403).end();
    if (request.url?.startsWith('/logout?')) {
      signOut(provider, callbacks, request, response).catch(() => response.writeHead(400).end());
      return;
    }
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    interact(provider, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
      response.end('This sign-in has ended. Start again.');
    });
  });
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function configuration(callbacks: readonly string[]): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
  return {
    adapter: inMemory(),
    clients: [
      {
        client_id: localClient,
        token_endpoint_auth_method: 'none',
        redirect_uris: [...callbacks],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    jwks: { keys: [key as never] },
    // The path at which Cognito publishes its keys.
    routes: { jwks: '/.well-known/jwks.json' },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    pkce: { required: () => true },
    // Pages of this machine may read answers, because the console's page has another port.
    clientBasedCORS: (_, origin) => isThisMachine(origin.replace(/^http:\/\//, '')),
    scopes: ['openid', 'offline_access'],
    // Every sign-in gets a refresh token, whatever its scope, as with Cognito.
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: ACCESS_TOKEN_S,
      AuthorizationCode: MINUTE_S,
      Grant: SESSION_S,
      IdToken: ACCESS_TOKEN_S,
      Interaction: 10 * MINUTE_S,
      RefreshToken: SESSION_S,
      Session: SESSION_S,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: localClient,
          accessTokenTTL: ACCESS_TOKEN_S,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: grantOf,
    // A sign-in in another tab of the browser does not make this tab's refresh token invalid. A user pool behaves like
    // this too.
    expiresWithSession: () => false,
    renderError(context, { error }) {
      context.type = 'text';
      context.body = `This sign-in cannot continue (${error}). Start again.`;
    },
    extraTokenClaims: (_, token) => {
      const name = 'accountId' in token ? token.accountId : undefined;
      const person = examplePeople.find((one) => one.name === name);
      return {
        token_use: 'access',
        username: person?.name,
        'cognito:groups': person === undefined ? [] : [person.group],
        // One value for each sign-in. It stays the same when a token is refreshed.
        origin_jti: 'grantId' in token ? token.grantId : undefined,
      };
    },
  };
}

/**
 * Makes a separate grant for each sign-in, so that signing out ends only that one, even if the browser's session is the
 * same. There is no consent screen, because the app is our own.
 */
async function grantOf({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  const accountId = session?.accountId;
  if (client === undefined || accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope('openid offline_access');
  grant.addResourceScope(RESOURCE, '');
  await grant.save();
  return grant;
}

/** Shows the example people, and signs in as the one that is chosen. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method === 'POST') {
    const name = new URLSearchParams(await bodyOf(request)).get('person');
    const person = examplePeople.find((one) => one.name === name);
    if (person === undefined) throw new RangeError('no user has this name');
    return provider.interactionFinished(request, response, { login: { accountId: person.name } });
  }
  const people = examplePeople
    .map(({ name, group }) => `<p><button name="person" value="${name}">${name}, ${group}</button>`)
    .join('');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  response.end(
    `<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in on this machine</h1>` +
      `<form method="post" action="/interaction/${uid}">${people}</form>`,
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 1_000) throw new RangeError('the form is too long');
  }
  return text;
}
