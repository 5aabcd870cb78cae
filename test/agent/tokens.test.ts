import { afterAll, describe, expect, it } from 'vitest';
import { tokenReader } from '../../functions/agents/read-token.ts';
import { TokensUnreadableError } from '../../functions/faces/agent/person.ts';
import { CLIENT, startIssuer } from './issuer.ts';
import { wrongTokens } from './run/wrong-tokens.ts';
import { serveAgents } from './serve.ts';

const issuer = await startIssuer();
const other = await startIssuer();
afterAll(() => Promise.all([issuer.close(), other.close()]));
const { ask, put, lines } = await serveAgents(issuer);

const center = '/v1/agent/centers/lantern-bridge-phoenix-example';
const facts = `${center}/offerings/lantern-bridge-phoenix-example-op/facts`;
const good = { facts: { housing: 'yes' } };
const table = wrongTokens(issuer, other);

describe.each(table)('a token that is wrong: $name', ({ token, status, error }) => {
  it.each([
    ['reads', () => ask(center, token())],
    ['searches', () => ask('/v1/agent/centers?near=85004', token())],
    ['writes', () => put(facts, token(), good)],
  ])(`${status} where it %s`, async (_what, send) => {
    const answer = await send();
    expect(answer.status, answer.body).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers['cache-control']).toBe('no-store');
    const challenge = answer.headers['www-authenticate'] ?? '';
    expect(challenge).toMatch(/^Bearer realm="agents"/);
    expect(/error="(\w+)"/.exec(challenge)?.[1] ?? null).toBe(error);
    expect(JSON.parse(answer.body)).toMatchObject({ status, type: expect.stringMatching(/-needed$/) });
    // Nothing of the token is answered or logged.
    expect(answer.body + JSON.stringify(lines)).not.toContain('eyJ');
  });
});

it('in another form than Bearer is refused', async () => {
  for (const authorization of ['Basic a2ltOmtpbQ==', 'Bearer', `Bearer ${issuer.token()} x`, issuer.token()]) {
    const { status } = await ask(center, null, { headers: { authorization } });
    expect(status).toBe(401);
  }
});

it('a good one reads and writes, and its groups are what the token says', async () => {
  for (const group of ['agent', 'lead', 'editor']) {
    const token = issuer.token({ 'cognito:groups': [group] });
    expect((await ask(center, token)).status).toBe(200);
    expect((await put(facts, token, good)).status).toBe(200);
  }
});

it.each(['agent', 'lead'])('a %s corrects nothing and writes no private fields', async (group) => {
  const token = issuer.token({ 'cognito:groups': [group] });
  const fields = { facilityCode: 'X', directIntakeLine: null, warmTransferNote: null, internalNotes: null };
  for (const [target, body] of [
    [`${center}/corrections`, { set: [{ path: 'name', value: 'X' }], reason: 'test' }],
    [`${center}/private`, fields],
  ] as const) {
    const answer = await put(target, token, body, '"0"');
    expect([answer.status, JSON.parse(answer.body).detail]).toEqual([403, 'This needs one of these groups: editor.']);
  }
});

it('after sign-out no token of that sign-in writes, and another sign-in does', async () => {
  const [first, second] = [issuer.token({ origin_jti: 's-9' }), issuer.token({ origin_jti: 's-9' })];
  expect((await put(facts, first, good)).status).toBe(200);
  const out = await ask('/v1/agent/sign-out', first, { method: 'POST' });
  expect([out.status, JSON.parse(out.body)]).toEqual([200, { signedOut: true }]);
  for (const token of [first, second]) {
    const answer = await put(facts, token, good);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  }
  expect((await put(facts, issuer.token({ origin_jti: 's-10' }), good)).status).toBe(200);
});

it.each(['"0"', '"7"', '*', 'x'])('a sign-out passes over If-Match: %s', async (seen) => {
  const token = issuer.token({ origin_jti: `s-if-match-${seen.length}-${seen.charCodeAt(1)}` });
  const headers = { 'if-match': seen };
  expect((await ask('/v1/agent/sign-out', token, { method: 'POST', headers })).status).toBe(200);
  expect((await put(facts, token, good)).status).toBe(401);
});

it('the keys are fetched once, and never for a token of somebody else', async () => {
  const fresh = await startIssuer();
  const served = await serveAgents(fresh);
  for (let count = 0; count < 5; count += 1) await served.ask(center, other.token());
  expect(fresh.fetched()).toBe(0);
  await Promise.all(Array.from({ length: 5 }, () => served.ask(center, fresh.token())));
  expect(fresh.fetched()).toBe(1);
  await fresh.close();
});

it('where the keys cannot be read it is our fault, and not the token’s', async () => {
  const gone = await startIssuer();
  const token = gone.token();
  await gone.close();
  await expect(tokenReader({ issuer: gone.url, client: CLIENT })(token)).rejects.toThrow(TokensUnreadableError);
  const served = await serveAgents(gone);
  const answer = await served.ask(center, token);
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '2']);
});

it('keys over plain HTTP are read from this machine alone', async () => {
  const away = 'http://issuer.example';
  await expect(tokenReader({ issuer: away, client: CLIENT })(issuer.token({ iss: away }))).rejects.toThrow(
    TokensUnreadableError,
  );
});
