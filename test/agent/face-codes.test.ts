import { expect, it } from 'vitest';
import { createHandler } from '../../functions/api/app.ts';
import { places } from '../../functions/places/load.ts';
import { Locator } from '../../functions/search/locator.ts';
import { contract } from '../support/contract.ts';
import { call } from '../support/gateway-call.ts';
import { NOW, PUBLIC_URL, records } from '../support/real-records.ts';
import { center, id, parsed, withPeople } from './asking.ts';

const { agent, editor, issuer, serve } = await withPeople();
const path = '/v1/agent/codes';
const inOrder = (codes: readonly { code: string; center: string }[]) =>
  codes.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.center < b.center ? -1 : 1));
const known = inOrder(
  records.flatMap(({ center: one, private: own }) =>
    own?.facilityCode == null ? [] : [{ code: own.facilityCode, center: one.id }],
  ),
);

it('names the code of every center that has one, and of no other', async () => {
  const { ask } = await serve();
  // The records are more than the table reads in one request.
  expect(records.length).toBeGreaterThan(100);
  expect(known.length).toBeGreaterThan(2);
  const { codes, dataset, ...rest } = parsed(await ask(path, agent()));
  expect(codes).toEqual(known);
  expect([typeof dataset.version, Object.keys(rest)]).toEqual(['string', []]);
});

it('follows what editors write, at once, also where two centers have one code', async () => {
  const { ask, put } = await serve();
  const shared = known.find((one) => one.center !== id)?.code ?? '';
  const fields = { facilityCode: shared, directIntakeLine: null, warmTransferNote: 'Note', internalNotes: null };
  const others = known.filter((one) => one.center !== id);
  parsed(await put(`${center}/private`, editor(), fields, '"1"'));
  expect(parsed(await ask(path, agent())).codes).toEqual(inOrder([...others, { code: shared, center: id }]));
  parsed(await put(`${center}/private`, editor(), { ...fields, facilityCode: null }, '"2"'));
  expect(parsed(await ask(path, agent())).codes).toEqual(others);
});

it('answers each group of the team, and nobody else', async () => {
  const { ask } = await serve();
  const status = async (token: string | null) => (await ask(path, token)).status;
  for (const group of ['agent', 'lead', 'editor'])
    expect([group, await status(issuer.token({ 'cognito:groups': [group] }))]).toEqual([group, 200]);
  expect(await status(null)).toBe(401);
  expect(await status(`${agent()}x`)).toBe(401);
  expect(await status(issuer.token({ exp: 1 }))).toBe(401);
  for (const groups of [[], ['admin'], ['Agent']])
    expect([groups, await status(issuer.token({ 'cognito:groups': groups }))]).toEqual([groups, 403]);
  for (const token of [null, issuer.token({ 'cognito:groups': [] })]) {
    const { body } = await ask(path, token);
    for (const { code } of known) expect(body).not.toContain(code);
  }
});

it('is never kept: no-store, no tag, and no answer that is only compared', async () => {
  const { ask } = await serve();
  const first = await ask(path, agent());
  expect([first.headers['cache-control'], first.headers.etag, first.headers['last-modified']]).toEqual([
    'no-store',
    undefined,
    undefined,
  ]);
  expect((await ask(path, agent(), { headers: { 'if-none-match': '*' } })).status).toBe(200);
  expect((await ask(path, null)).headers['cache-control']).toBe('no-store');
});

it('takes no parameters, is read alone, keeps to the document, and is no route of the public function', async () => {
  const { ask, store } = await serve();
  expect((await ask(`${path}?code=CBI`, agent())).status).toBe(400);
  expect((await ask(path, agent(), { method: 'PUT' })).headers.allow).toBe('GET, HEAD, OPTIONS');
  for (const token of [agent(), null])
    expect(contract.faults(path, { method: 'GET' }, (await ask(path, token)) as never)).toEqual([]);
  const now = () => NOW;
  const services = { locator: new Locator({ store, now }), places, now, publicUrl: PUBLIC_URL };
  const open = createHandler(services, () => {});
  const headers = { authorization: `Bearer ${agent()}` };
  expect((await call(open, path, { headers })).status).toBe(404);
});
