import { describe, expect, it } from 'vitest';
import { type DatasetReader, MissingContentError } from '../../functions/dataset/dataset-reader.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { publish } from '../../functions/publish/publish.ts';
import { type Answer, call } from '../support/gateway-call.ts';
import { type PlainAnswer, plainNear, plainState, withSortedLists } from '../support/plain-answer.ts';
import { publishedStore, repeatable } from '../support/published-store.ts';
import { NOW, records, serve } from '../support/real-records.ts';

/** The next year's listing: some centers gone, some moved, some no longer with an IOP. */
const later: readonly CenterRecord[] = records
  .filter((_, index) => index % 3 !== 0)
  .map((record, index) => {
    const { center, offerings } = record;
    if (index % 4 === 0) return { ...record, offerings: offerings.filter(({ level }) => level !== 'iop') };
    const location = { ...center.location, lat: center.location.lat + 0.2 };
    return index % 4 === 1 ? { ...record, center: { ...center, location } } : record;
  });

const origin = { lat: 39.5, lng: -105 };
const searches: readonly [string, (of: readonly CenterRecord[]) => PlainAnswer][] = [
  ['near=39.5,-105&limit=50', (of) => plainNear(of, { origin, limit: 50 }, NOW)],
  ['near=39.5,-105&level=iop', (of) => plainNear(of, { origin, filter: { level: ['iop'] } }, NOW)],
  [
    'near=39.5,-105&organization=lantern-bridge-recovery-example',
    (of) => plainNear(of, { origin, filter: { organization: ['lantern-bridge-recovery-example'] } }, NOW),
  ],
  ['state=CO&limit=50', (of) => plainState(of, { state: 'CO', limit: 50 }, NOW)],
];

/** The same publish happens to many tables: it is worked out once, and what it writes is written to each. */
const publishLater = await repeatable(await publishedStore(records, NOW), (store) =>
  publish({ store, records: later, now: NOW + 1_000 }),
);

/** A table to which the later dataset is published after a search has made this many reads. */
async function movingTable(afterReads: number, collects: boolean) {
  const store = await publishedStore(records, NOW);
  const before = await store.readHead();
  let reads = 0;
  let moved = false;
  let told = false;
  const reader: DatasetReader = {
    ...store,
    async read(request, meter) {
      // The collection deletes items of the earlier dataset as soon as it is no longer current.
      if (moved && collects && !told && request.hashes.length > 0) {
        told = true;
        throw new MissingContentError(request.hashes);
      }
      const answer = await store.read(request, meter);
      reads += 1;
      if (reads === afterReads) {
        moved = true;
        await publishLater(store);
      }
      return answer;
    },
  };
  return { reader, before: before?.version, store };
}

/** The whole answer comes from the dataset that it names. */
function expectOneDataset(
  { status, body }: Answer,
  plainOf: (of: readonly CenterRecord[]) => PlainAnswer,
  first?: string,
) {
  expect(status, body).toBe(200);
  const { results, unknown, dataset } = JSON.parse(body);
  const plain = plainOf(dataset.version === first ? records : later);
  expect(
    withSortedLists(results.map(({ center, offerings }: PlainAnswer['results'][number]) => ({ center, offerings }))),
  ).toEqual(plain.results);
  expect(unknown).toEqual(plain.unknown);
  return dataset.version;
}

describe('a dataset published while a search is under way', () => {
  it.each(searches)('%s: a container that starts answers from one dataset', async (query, plainOf) => {
    for (const collects of [false, true]) {
      for (let afterReads = 1; afterReads <= 5; afterReads += 1) {
        const { reader, before } = await movingTable(afterReads, collects);
        const { handler } = serve(reader);
        expectOneDataset(await call(handler, `/v1/centers?${query}`), plainOf, before);
      }
    }
  });

  it.each(searches)('%s: a container that runs sees the new one when its view is 5 s old', async (query, plainOf) => {
    const { reader, before, store } = await movingTable(Number.POSITIVE_INFINITY, false);
    let now = NOW;
    const { handler } = serve(reader, () => now);
    const ask = async () => expectOneDataset(await call(handler, `/v1/centers?${query}`), plainOf, before);
    expect(await ask()).toBe(before);
    const { version } = await publish({ store, records: later, now: NOW + 1_000 });
    now += 5_000;
    expect(await ask()).toBe(before);
    now += 1;
    expect(await ask()).toBe(version);
    expect(await ask()).toBe(version);
  });

  it('is seen by every route', async () => {
    const { reader, before, store } = await movingTable(Number.POSITIVE_INFINITY, false);
    let now = NOW;
    const { handler } = serve(reader, () => now);
    const gone = records[0]?.center.id;
    const routes = ['/v1/taxonomy', '/v1/health', '/v1/centers?state=AZ'];
    for (const route of routes) {
      expect(JSON.parse((await call(handler, route)).body).dataset.version).toBe(before);
    }
    expect((await call(handler, `/v1/centers/${gone}`)).status).toBe(200);
    const { version } = await publish({ store, records: later, now: NOW + 1_000 });
    for (const route of routes) {
      now += 5_001;
      expect(JSON.parse((await call(handler, route)).body).dataset.version).toBe(version);
    }
    now += 5_001;
    expect((await call(handler, `/v1/centers/${gone}`)).status).toBe(404);
    expect(JSON.parse((await call(handler, '/v1/health')).body).centers).toBe(later.length);
  });
});
