import { generateKeyPairSync } from 'node:crypto';
import type { Issuer } from '../issuer.ts';

export interface WrongToken {
  readonly name: string;
  readonly token: () => string | null;
  readonly status: 401 | 403;
  /** The error in the `WWW-Authenticate` header. */
  readonly error: string | null;
}

const HOUR_S = 3600;
const nowS = () => Math.floor(Date.now() / 1000);
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Each invalid sign-in with its expected status.
 * @param other Another issuer.
 */
export function wrongTokens(issuer: Issuer, other: Issuer): readonly WrongToken[] {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const payloadOf = () => issuer.token().split('.')[1] ?? '';
  const tampered = () => {
    const [header, payload, signature] = issuer.token().split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    return `${header}.${base64({ ...claims, 'cognito:groups': ['editor'] })}.${signature}`;
  };
  const invalid = (name: string, token: () => string): WrongToken => ({
    ...{ name, token },
    ...{ status: 401, error: 'invalid_token' },
  });
  const ungrouped = (name: string, groups: readonly string[]): WrongToken => ({
    ...{ name, token: () => issuer.token({ 'cognito:groups': groups }) },
    ...{ status: 403, error: 'insufficient_scope' },
  });
  return [
    { name: 'none', token: () => null, status: 401, error: null },
    invalid('expired', () => issuer.token({ exp: nowS() - HOUR_S, iat: nowS() - 2 * HOUR_S })),
    invalid('not valid yet', () => issuer.token({ nbf: nowS() + HOUR_S })),
    invalid('tampered with', tampered),
    invalid('alg none', () => `${base64({ alg: 'none', typ: 'JWT' })}.${payloadOf()}.`),
    invalid(
      'a secret in place of the key',
      () => `${base64({ alg: 'HS256', typ: 'JWT' })}.${payloadOf()}.${base64('x')}`,
    ),
    invalid('signed by a stranger', () => issuer.token({}, {}, stranger)),
    invalid('a key that the issuer has not', () => issuer.token({}, { kid: 'nobody' })),
    invalid('another issuer', () => other.token()),
    invalid('another issuer’s key, this issuer’s name', () => other.token({ iss: issuer.url })),
    invalid('another app', () => issuer.token({ client_id: 'another' })),
    invalid('another audience', () => issuer.token({ aud: 'another' })),
    invalid('an id token', () => issuer.token({ token_use: 'id' })),
    invalid('no JWT', () => 'abc'),
    invalid('a name of two lines', () => issuer.token({ username: 'kim\nana' })),
    ungrouped('no group', []),
    ungrouped('groups of something else', ['admin', 'editors']),
  ];
}
