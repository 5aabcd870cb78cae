import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Group } from '../../../functions/faces/agent/person.ts';
import { examplePeople, localClient, tokenCallback } from '../../local/people.ts';

const endpointsSchema = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokensSchema = z.object({ access_token: z.string().min(1) });
const MOST_STEPS = 12;

/**
 * Signs in at a local issuer as one of the example people, as a browser would: authorization code with PKCE.
 * @param issuer URL of the issuer, such as `http://127.0.0.1:3002`.
 * @param cookies Cookie jar that keeps the session. @default a new one
 * @returns the access token
 */
export async function signInAs(group: Group, issuer: string, cookies = new Map<string, string>()): Promise<string> {
  const person = examplePeople.find((one) => one.group === group);
  if (person === undefined) throw new RangeError(`there is no example person in "${group}"`);
  const found = await fetch(`${issuer}/.well-known/openid-configuration`);
  const endpoints = endpointsSchema.parse(await found.json());
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const query = new URLSearchParams({
    client_id: localClient,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: tokenCallback,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const end = await follow(
    new URL(`${endpoints.authorization_endpoint}?${query}`),
    tokenCallback,
    person.name,
    cookies,
  );
  const code = end.searchParams.get('code');
  if (code === null || end.searchParams.get('state') !== state)
    throw new Error(`the sign-in ended without a code: ${end.searchParams.get('error') ?? 'no reason given'}`);
  const answer = await fetch(endpoints.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: localClient,
      code,
      code_verifier: verifier,
      redirect_uri: tokenCallback,
    }),
  });
  if (!answer.ok) throw new Error(`the issuer gave no token: ${answer.status}`);
  return tokensSchema.parse(await answer.json()).access_token;
}

/**
 * Follows redirects with their cookies until they lead to the app. Chooses the person when the sign-in page asks for
 * it.
 */
async function follow(start: URL, callback: string, person: string, cookies: Map<string, string>): Promise<URL> {
  let next: { readonly url: URL; readonly form?: URLSearchParams } = { url: start };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { url, form } = next;
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    await answer.body?.cancel();
    const location = answer.headers.get('location');
    if (location === null) {
      if (answer.status !== 200 || form !== undefined) throw new Error(`the sign-in ended with ${answer.status}`);
      next = { url, form: new URLSearchParams({ person }) };
      continue;
    }
    const target = new URL(location, url);
    if (target.href.startsWith(callback)) return target;
    next = { url: target };
  }
  throw new Error('the sign-in redirects in a circle');
}
