import { Problem } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';

/** Groups of the admissions team, from the least rights to the most. */
export const groups = ['agent', 'lead', 'editor'] as const;
export type Group = (typeof groups)[number];

/** Lifetime of an access token, and the time during which a sign-in can renew it. */
export const ACCESS_TOKEN_MINUTES = 15;
export const SIGN_IN_HOURS = 12;

/** The signed-in person, from the access token. */
export interface Person {
  /** The sign-in name, for the history. */
  readonly name: string;
  readonly groups: readonly Group[];
  /** Id of the sign-in: all tokens of one sign-in end together. */
  readonly session: string;
  /** When the token expires, in seconds since 1970. */
  readonly expiresAt: number;
}

/** Reads an access token. @throws InvalidTokenError, TokensUnreadableError */
export type ReadToken = (token: string) => Promise<Person>;

/** The token is expired, altered, from another issuer, for another app, or not a token. */
export class InvalidTokenError extends Error {
  override readonly name = 'InvalidTokenError';
}

/** The issuer's keys could not be read, so the token could not be checked. */
export class TokensUnreadableError extends Error {
  override readonly name = 'TokensUnreadableError';
}

const realm = 'Bearer realm="agents"';

/**
 * The signed-in person.
 * @throws Problem 401, or 403 if the person is in none of the groups.
 */
export async function signedIn(
  { headers }: Pick<Request, 'headers'>,
  readToken: ReadToken,
  allowed: readonly Group[] = groups,
): Promise<Person> {
  const given = headers.get('authorization');
  if (given === undefined) throw signInNeeded('There is no access token.', realm);
  // The header as in RFC 6750: "Bearer" and one token of these characters.
  const [, token] = /^bearer +([\w.~+/-]+=*)$/i.exec(given.trim()) ?? [];
  if (token === undefined) throw invalid('The header Authorization must be "Bearer" and one access token.');
  const person = await readToken(token).catch((error: unknown) => {
    if (error instanceof InvalidTokenError) throw invalid('The access token is not valid here, or no longer.');
    if (error instanceof TokensUnreadableError) throw unreadable(error);
    throw error;
  });
  if (!person.groups.some((group) => allowed.includes(group))) throw groupNeeded(allowed);
  return person;
}

export const signedOut = (): Problem => invalid('You signed out, so this access token has ended.');

const invalid = (detail: string): Problem => signInNeeded(detail, `${realm}, error="invalid_token"`);

function signInNeeded(detail: string, challenge: string): Problem {
  const headers = { 'www-authenticate': challenge };
  return new Problem(401, 'sign-in-needed', 'Sign-in needed', `${detail} Sign in again.`, { headers });
}

function groupNeeded(allowed: readonly Group[]): Problem {
  const detail = `This needs one of these groups: ${allowed.join(', ')}.`;
  const headers = { 'www-authenticate': `${realm}, error="insufficient_scope"` };
  return new Problem(403, 'group-needed', 'Your group may not do this', detail, { headers });
}

function unreadable(cause: unknown): Problem {
  const detail = 'Sign-ins cannot be checked for a moment. Please try again.';
  return new Problem(503, 'unavailable', 'Unavailable for a moment', detail, {
    headers: { 'retry-after': '2' },
    cause,
  });
}
