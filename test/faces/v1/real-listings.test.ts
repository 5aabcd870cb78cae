import { expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { places } from '../../../functions/places/load.ts';
import { recordsToServe } from '../../../infra/local/data.ts';
import { distanceOf, searchAnswerSchema } from '../../support/answer-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { serveRecords } from '../../support/real-records.ts';
import { sampled } from '../../support/runs.ts';

const all = await recordsToServe();
const { handler } = await serveRecords(all);

async function search(query: Record<string, string>) {
  const { status, body } = await call(handler, `/v1/centers?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  return searchAnswerSchema.parse(JSON.parse(body));
}

/** The data of `npm start`: every listing, and the examples. */
test.each(['99201', '93721', '62701', '07302', '74104', '89501'])(
  'real IOPs are within five miles of %s',
  async (zip) => {
    const { results } = await search({ near: zip, level: 'iop', within: '5mi' });
    const real = results.filter(({ center }) => !center.sample);
    expect(real.length).toBeGreaterThan(0);
    expect(results[0]?.center.sample).toBe(false);
    expect(real.every((result) => distanceOf(result).miles <= 5)).toBe(true);
  },
);

test('no example is the first IOP at a ZIP of its surroundings', async () => {
  const examples = await loadRecords('data/examples.json');
  const zips = Array.from({ length: 100_000 }, (_, zip) => places().zip(String(zip).padStart(5, '0'))).filter((place) =>
    examples.some(
      ({ center: { location } }) =>
        place !== null &&
        Math.abs(place.location.lat - location.lat) < 0.3 &&
        Math.abs(place.location.lng - location.lng) < 0.4,
    ),
  );
  expect(zips.length).toBeGreaterThan(400);
  const first: string[] = [];
  for (const place of sampled(zips, 4)) {
    if (place === null) continue;
    const { lat, lng } = place.location;
    const { results } = await search({ near: `${lat},${lng}`, level: 'iop', limit: '1' });
    if (results[0]?.center.sample !== false) first.push(place.label);
  }
  expect(first).toEqual([]);
});
