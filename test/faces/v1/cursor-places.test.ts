import { describe, expect, it } from 'vitest';
import { ownCursorKeys, tokenOf } from '../../../functions/http/cursor.ts';
import { call, post } from '../../support/gateway-call.ts';
import { serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const at = (lat: string, lng: string) => ({ 'CloudFront-Viewer-Latitude': lat, 'CloudFront-Viewer-Longitude': lng });
const [phoenix, seattle] = [at('33.45', '-112.07'), at('47.6', '-122.3')];
const get = (query: string, headers: Record<string, string> = {}) =>
  call(handler, `/v1/centers?${query}&limit=2`, { headers });
const nextOf = async (query: string, headers: Record<string, string> = {}): Promise<string> => {
  const { status, body } = await get(query, headers);
  expect(status, body).toBe(200);
  return JSON.parse(body).next;
};
const another = { status: 400, body: expect.stringContaining('belongs to another search') };

describe('a cursor of near=me', () => {
  it.each(['near=me', 'q=program+near+me'])('%s goes on from the same place only', async (query) => {
    const next = await nextOf(query, phoenix);
    expect((await get(`${query}&cursor=${next}`, phoenix)).status).toBe(200);
    expect(await get(`${query}&cursor=${next}`, seattle)).toMatchObject(another);
    expect((await get(`${query}&cursor=${next}`)).status).toBe(400);
  });
  it('is none of the point itself, by GET or POST', async () => {
    const next = await nextOf('near=me', phoenix);
    expect(await get(`near=33.45,-112.07&cursor=${next}`)).toMatchObject(another);
    expect(await post(handler, { near: '33.45,-112.07', limit: 2, cursor: next })).toMatchObject(another);
  });
  it('nobody else may keep its pages', async () => {
    const next = await nextOf('near=me', phoenix);
    for (const query of ['near=me', `near=me&cursor=${next}`])
      expect((await get(query, phoenix)).headers['cache-control']).toMatch(/^(?:private|no-store)/);
  });
});

it.each([
  ['payer=medicaid', 'payer=medicare'],
  ['payer=medicaid', ''],
  ['level=op', 'level=iop'],
  ['within=500mi', 'within=400mi'],
  ['condition=mental-health', 'condition=substance-use'],
])('a cursor of %s is none of "%s"', async (one, other) => {
  const next = await nextOf(`near=85004&${one}`);
  expect((await get(`near=85004&${one}&cursor=${next}`)).status).toBe(200);
  expect(await get(`near=85004&${other === '' ? '' : `${other}&`}cursor=${next}`)).toMatchObject(another);
});

it('a cursor from before distances were compared in steps leads on from the same center', async () => {
  const next = await nextOf('near=85004');
  const resultsAfter = async (cursor: string): Promise<unknown> =>
    JSON.parse((await get(`near=85004&cursor=${cursor}`)).body).results;
  const following = await resultsAfter(next);
  expect(following).toHaveLength(2);
  const [publishedAt, version, search, [km, id]] = JSON.parse(Buffer.from(next, 'base64url').toString());
  for (const unrounded of [km + 3e-10, km - 3e-10]) {
    const token = tokenOf([publishedAt, version, search, [unrounded, id]], ownCursorKeys().signing);
    expect(await resultsAfter(token)).toEqual(following);
  }
});
