import type { SignInSettings } from './settings.ts';

/** What must be kept while the person is at the provider's sign-in page. */
export interface Pending {
  readonly verifier: string;
  readonly state: string;
  /** The page's URL fragment before the redirect, such as `#center=<id>`. */
  readonly fragment: string;
}

export function newPending(fragment: string): Pending {
  return { verifier: random(48), state: random(16), fragment };
}

/**
 * Builds the provider's sign-in URL (RFC 6749 with RFC 7636).
 * @param silent True if the provider must not show anything. If nobody is signed in there, it comes back with an error.
 */
export async function authorizeUrl(
  { authorize, client, scope }: SignInSettings,
  { verifier, state }: Pending,
  redirectUri: string,
  silent: boolean,
): Promise<string> {
  const url = new URL(authorize);
  const query = {
    response_type: 'code',
    client_id: client,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: base64url(
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    ),
    code_challenge_method: 'S256',
    ...(silent ? { prompt: 'none' } : {}),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** What the provider's redirect says: a code, or an error. */
export type Returned =
  | { readonly kind: 'code'; readonly code: string; readonly state: string }
  | { readonly kind: 'error'; readonly error: string; readonly state: string };

/** Reads the provider's redirect from the page's query string. Null if the page was not opened by one. */
export function readReturned(search: string): Returned | null {
  const query = new URLSearchParams(search);
  const [state, code, error] = ['state', 'code', 'error'].map((name) => query.get(name));
  if (state == null) return null;
  if (code != null) return { kind: 'code', code, state };
  return error == null ? null : { kind: 'error', error, state };
}

function random(bytes: number): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
