import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start.ts';
import { signInAs } from '../../infra/tools/token/sign-in.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { records } from '../support/real-records.ts';

let local: Local;
const logged: string[] = [];
beforeAll(async () => {
  local = await startLocal({ assembly: await assemblyFolder(), data: records, log: (text) => logged.push(text) });
});
afterAll(() => local?.close());

const id = 'lantern-bridge-phoenix-example';
const facts = `/v1/agent/centers/${id}/offerings/${id}-op/facts`;

it('what the stack declares: sign in, read, record, be public within five seconds, sign out', async () => {
  const token = await signInAs('agent', local.issuer);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${local.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  const nobody = await fetch(`${local.url}/v1/agent/progress`);
  expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="agents"']);
  const hidden = (await (await ask(`/v1/agent/centers/${id}`)).json()) as { private: { facilityCode: string } };
  expect(hidden.private.facilityCode).toBe(records.find((one) => one.center.id === id)?.private?.facilityCode);

  const seen = async () => {
    const { offerings } = (await (await fetch(`${local.url}/v1/centers/${id}`)).json()) as {
      offerings: { id: string; admissions?: { denied: string[] } }[];
    };
    return offerings.find((one) => one.id === `${id}-op`)?.admissions?.denied;
  };
  expect(await seen()).toBeUndefined();
  const body = JSON.stringify({ facts: { 'schedule.evening': 'no' } });
  const put = { method: 'PUT', body, headers: { 'content-type': 'application/json', 'if-match': '"0"' } };
  const written = await ask(facts, put);
  expect([written.status, written.headers.get('etag')]).toEqual([200, '"1"']);
  const since = performance.now();
  while ((await seen()) === undefined && performance.now() - since < 8_000)
    await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await seen()).toEqual(['schedule.evening']);
  expect(performance.now() - since).toBeLessThan(6_000);
  expect((await ask(facts, put)).headers.get('etag')).toBe('"1"');
  const other = { ...put, body: JSON.stringify({ facts: { 'schedule.evening': 'yes' } }) };
  expect((await ask(facts, other)).status).toBe(412);

  expect((await ask('/v1/agent/sign-out', { method: 'POST' })).status).toBe(200);
  const after = await ask(facts, { ...put, headers: { ...put.headers, 'if-match': '*' } });
  expect([after.status, after.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="agents", error="invalid_token"',
  ]);
  // Neither the token nor its owner is logged.
  for (const secret of [token, 'eyJ', hidden.private.facilityCode, '"ana"'])
    expect(logged.join('')).not.toContain(secret);
});

it('on the API’s own domain a key is needed too', async () => {
  const token = await signInAs('lead', local.issuer);
  const authorization = `Bearer ${token}`;
  const target = `${local.apiUrl}/v1/agent/progress`;
  expect((await fetch(target, { headers: { authorization } })).status).toBe(403);
  expect((await fetch(target, { headers: { authorization, 'x-api-key': local.demoKey } })).status).toBe(200);
});
