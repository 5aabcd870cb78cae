import { JwtVerifier } from 'aws-jwt-verify';
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwksValidationError,
  JwtBaseError,
  WaitPeriodNotYetEndedJwkError,
} from 'aws-jwt-verify/error';
import type { Fetcher } from 'aws-jwt-verify/https';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { type DecomposedJwt, decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import * as z from 'zod';
import {
  type Group,
  groups,
  InvalidTokenError,
  type Person,
  type ReadToken,
  TokensUnreadableError,
} from '../faces/agent/person.ts';
import { staffSchema } from '../store/stored-facts.ts';

/** Claims of a Cognito access token, under Cognito's names. */
const claimsSchema = z.object({
  token_use: z.literal('access'),
  client_id: z.string(),
  sub: staffSchema,
  exp: z.number(),
  /** Must be one line, because the history stores it. */
  username: staffSchema.optional(),
  'cognito:groups': z.array(z.string()).default([]),
  /** Id of the sign-in that issued the token. A refreshed token has the same one. */
  origin_jti: z.string().min(1).max(200).optional(),
  jti: z.string().min(1).max(200),
});

const KEYS_TIMEOUT_MS = 1_500;
const MOST_KEYS_BYTES = 64 * 1024;

/** Reads the issuer's keys. Plain HTTP only from this machine, where a local issuer has no certificate. */
const keysFetcher: Fetcher = {
  async fetch(uri) {
    const { protocol, hostname } = new URL(uri);
    if (protocol !== 'https:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
      throw new FetchError(uri, 'keys are read over HTTPS only');
    const answer = await fetch(uri, { redirect: 'error', signal: AbortSignal.timeout(KEYS_TIMEOUT_MS) });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok || bytes.byteLength > MOST_KEYS_BYTES) throw new FetchError(uri, `answered ${answer.status}`);
    return bytes;
  },
};

export interface TokenOptions {
  readonly issuer: string;
  /** Id of the app whose tokens are accepted. */
  readonly client: string;
}

/**
 * Reads access tokens. Accepts a token only if it has an RSA or elliptic-curve signature by one of the issuer's
 * published keys (never `none`), is from this issuer and for this app, and has not expired.
 */
export function tokenReader({ issuer, client }: TokenOptions): ReadToken {
  const jwksUri = `${issuer}/.well-known/jwks.json`;
  const jwksCache = new SimpleJwksCache({ fetcher: keysFetcher });
  // Cognito's access tokens name the app as `client_id`, which is checked with the other claims.
  const verifier = JwtVerifier.create({ issuer, audience: null, jwksUri }, { jwksCache });
  /**
   * True if the issuer's keys are cached. After a token that names an unknown key, keys are not fetched again for a
   * while; such tokens are then refused.
   */
  const hasKeys = (token: DecomposedJwt): boolean => {
    try {
      jwksCache.getCachedJwk(jwksUri, token);
      return true;
    } catch (error) {
      return !(error instanceof JwksNotAvailableInCacheError);
    }
  };
  return async (token) => {
    const decomposed = decompose(token);
    // Checked before the keys are fetched, so that a token from another issuer causes no request.
    if (decomposed.payload.iss !== issuer) throw new InvalidTokenError('another issuer');
    const payload = await verifier.verify(token).catch((cause: unknown) => {
      if (isUnreadable(cause) && !(cause instanceof WaitPeriodNotYetEndedJwkError && hasKeys(decomposed)))
        throw new TokensUnreadableError('the keys could not be read', { cause });
      throw new InvalidTokenError('not valid', { cause });
    });
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success || claims.data.client_id !== client) throw new InvalidTokenError('for another app');
    if (payload.aud !== undefined && payload.aud !== client) throw new InvalidTokenError('for another audience');
    return personOf(claims.data);
  };
}

function decompose(token: string): DecomposedJwt {
  try {
    return decomposeUnverifiedJwt(token);
  } catch (cause) {
    throw new InvalidTokenError('no token', { cause });
  }
}

/** True if the token could not be checked for a reason outside of the token, such as keys that could not be fetched. */
const isUnreadable = (cause: unknown): boolean =>
  !(cause instanceof JwtBaseError) ||
  [FetchError, JwksValidationError, WaitPeriodNotYetEndedJwkError].some((kind) => cause instanceof kind);

function personOf(claims: z.infer<typeof claimsSchema>): Person {
  return {
    name: claims.username ?? claims.sub,
    groups: groups.filter((group): group is Group => claims['cognito:groups'].includes(group)),
    session: claims.origin_jti ?? claims.jti,
    expiresAt: claims.exp,
  };
}
