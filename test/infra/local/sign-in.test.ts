import { afterAll, describe, expect, it } from 'vitest';
import { tokenReader } from '../../../functions/agents/read-token.ts';
import { groups } from '../../../functions/faces/agent/person.ts';
import { examplePeople, localClient, tokenCallback } from '../../../infra/local/people.ts';
import { PortTakenError } from '../../../infra/local/server.ts';
import { startSignIn } from '../../../infra/local/sign-in.ts';
import { signInAs } from '../../../infra/tools/token/sign-in.ts';

const signIn = await startSignIn(0);
afterAll(() => signIn.close());
const { issuer } = signIn;
const readToken = tokenReader({ issuer, client: localClient });

const authorize = (change: Record<string, string | null>) => {
  const asked = {
    ...{ client_id: localClient, response_type: 'code', scope: 'openid', redirect_uri: tokenCallback, state: 's' },
    ...{ code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' },
    ...change,
  };
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== null);
  return fetch(`${issuer}/auth?${new URLSearchParams(given)}`, { redirect: 'manual' });
};

describe('the local OpenID provider', () => {
  it.each(groups)('signs an example person in as %s, and the functions read the token', async (group) => {
    const person = await readToken(await signInAs(group, issuer));
    expect([person.name, person.groups]).toEqual([examplePeople.find((one) => one.group === group)?.name, [group]]);
    const minutes = (person.expiresAt - Date.now() / 1000) / 60;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('gives every sign-in a session of its own', async () => {
    const sessions = await Promise.all(
      [1, 2].map(async () => (await readToken(await signInAs('agent', issuer))).session),
    );
    expect(new Set(sessions).size).toBe(2);
  });

  it.each([
    ['without PKCE', { code_challenge: null, code_challenge_method: null }],
    ['with the plain method', { code_challenge_method: 'plain' }],
    ['for a token at once', { response_type: 'token' }],
  ])('refuses a sign-in %s', async (_, change) => {
    const answer = await authorize(change);
    const { search, hash } = new URL(answer.headers.get('location') ?? 'http://none');
    expect(`${search}${hash}`).toMatch(/[?#&]error=/);
  });

  it.each([
    ['another app', { client_id: 'another' }],
    ['another address', { redirect_uri: 'https://evil.example/console' }],
  ])('sends nobody back for %s', async (_, change) => {
    const answer = await authorize(change);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('says that a port is taken', async () => {
    await expect(startSignIn(Number(new URL(issuer).port))).rejects.toThrow(PortTakenError);
  });
});
