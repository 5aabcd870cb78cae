import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { localClient, tokenCallback } from '../../infra/local/people.ts';
import { startSignIn } from '../../infra/local/sign-in.ts';
import { signInAs } from '../../infra/tools/token/sign-in.ts';

const said = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info'), vi.spyOn(console, 'error')];
const signIn = await startSignIn(0);
afterAll(() => signIn.close());
afterEach(() => {
  for (const one of said) expect(one.mock.calls).toEqual([]);
});

const sessionOf = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).origin_jti;

it('each sign-in is one of its own, in the same browser too, so that one after a sign-out can write', async () => {
  const browser = new Map<string, string>();
  const sessions = [];
  for (let count = 0; count < 3; count += 1) sessions.push(sessionOf(await signInAs('agent', signIn.issuer, browser)));
  sessions.push(sessionOf(await signInAs('agent', signIn.issuer)));
  expect(sessions.every((one) => typeof one === 'string')).toBe(true);
  expect(new Set(sessions).size).toBe(4);
});

it('says what is wrong in a line, and nothing to the terminal', async () => {
  const query = new URLSearchParams({ client_id: localClient, redirect_uri: tokenCallback, response_type: 'code' });
  for (const target of [
    `/auth?${query}`,
    '/auth?client_id=nobody',
    '/session/end',
    '/session/end?post_logout_redirect_uri=x',
  ])
    expect((await fetch(`${signIn.issuer}${target}`, { redirect: 'manual' })).status, target).toBeLessThan(500);
  const answer = await fetch(`${signIn.issuer}/auth?client_id=nobody`);
  expect([answer.status, await answer.text()]).toEqual([
    400,
    'This sign-in cannot continue (invalid_client). Start again.',
  ]);
});
