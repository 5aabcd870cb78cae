import { NoAnswerError } from '../../client/problem-error.ts';
import type { Person } from '../ports.ts';
import type { SignInSettings } from './settings.ts';

/** Tokens of one sign-in. Kept in memory only. */
export interface TokenSet {
  readonly access: string;
  /** The refresh token. Null if the provider issued none; the sign-in then ends when the access token expires. */
  readonly refresh: string | null;
  /** When the access token expires, in milliseconds since 1970 by this computer's clock. */
  readonly expiresAt: number;
}

/** The provider refused to issue tokens: the code was already used, or the sign-in has ended. */
export class SignInRefusedError extends Error {
  override readonly name = 'SignInRefusedError';
}

const TIMEOUT_MS = 10_000;

/** Exchanges a code or a refresh token for tokens. @throws SignInRefusedError, NoAnswerError */
export async function fetchTokens(
  settings: SignInSettings,
  grant: Readonly<Record<string, string>>,
  fetch: typeof globalThis.fetch,
): Promise<TokenSet> {
  const asked = Date.now();
  const response = await fetch(settings.token, {
    method: 'POST',
    body: new URLSearchParams({ client_id: settings.client, ...grant }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new NoAnswerError('The sign-in service did not answer.', { cause });
  });
  if (response.status === 429 || response.status >= 500)
    throw new NoAnswerError(`The sign-in service answered ${response.status}.`);
  if (!response.ok) throw new SignInRefusedError(`the token endpoint answered ${response.status}`);
  const body = (await response.json().catch(() => null)) as Readonly<Record<string, unknown>> | null;
  const { access_token: access, refresh_token: refresh = null, expires_in: seconds } = body ?? {};
  if (typeof access !== 'string' || typeof seconds !== 'number' || !(seconds > 0))
    throw new SignInRefusedError('the answer has no access token');
  if (refresh !== null && typeof refresh !== 'string') throw new SignInRefusedError('the refresh token is not text');
  return { access, refresh: refresh ?? grant.refresh_token ?? null, expiresAt: asked + seconds * 1_000 };
}

const groups = ['agent', 'lead', 'editor'] as const;

/**
 * Reads who a token belongs to, for display only. The API verifies tokens; the page cannot.
 * @throws SignInRefusedError
 */
export function personOf(access: string): Person & { readonly subject: string } {
  const claims = claimsOf(access);
  const { sub, username = sub, 'cognito:groups': given = [] } = claims;
  if (typeof sub !== 'string' || typeof username !== 'string' || !Array.isArray(given))
    throw new SignInRefusedError('the access token names nobody');
  return { subject: sub, name: username, groups: groups.filter((group) => given.includes(group)) };
}

function claimsOf(access: string): Readonly<Record<string, unknown>> {
  const [, payload = ''] = access.split('.');
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (one) => one.charCodeAt(0))));
  } catch (cause) {
    throw new SignInRefusedError('the access token cannot be read', { cause });
  }
}
