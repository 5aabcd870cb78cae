import { encodeContent } from '../../../functions/dataset/content.ts';
import { newMeter } from '../../../functions/dataset/dataset-reader.ts';
import { type PackedCenter, packCenter, packed } from '../../../functions/dataset/packed-center.ts';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import { places } from '../../../functions/places/load.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { engineStore } from '../../support/engine-store.ts';
import { listingLike } from '../../support/listing-like.ts';
import { seeded } from '../../support/random.ts';
import type { Progress } from '../progress.ts';
import { originsOf } from '../queries.ts';
import { publishTo } from '../size.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { type TrueAnswer, Truth } from '../truth.ts';
import { dynamodbGeo } from './dynamodb-geo.ts';
import { geohashNeighbors } from './geohash-neighbors.ts';
import { kdbushSearch } from './kdbush.ts';
import type { Peer, PeerQuery } from './peer.ts';

interface PeerCost {
  readonly peer: string;
  readonly withinMiles: number | null;
  readonly requests: Spread;
  readonly readUnits: Spread;
  /** Share of answers that are exactly the nearest k that match. */
  readonly right: number;
}

export interface PeersReport {
  readonly centers: number;
  readonly searches: number;
  readonly costs: readonly PeerCost[];
  /**
   * Read units of our searches: as the engine reports them, and as the store in memory counts them. They must be equal.
   */
  readonly readUnits: { readonly engine: number; readonly memory: number };
}

export interface PeersPlan {
  readonly centers: number;
  readonly searches: number;
  readonly seed: number;
  readonly now: number;
  /** Number of digits of dynamodb-geo's partition key. */
  readonly hashKeyLength: number;
}

/**
 * Makes every peer answer the same searches (the nearest 10 with IOP) of the same centers on the same embedded engine.
 */
export async function comparePeers(plan: PeersPlan, progress: Progress): Promise<PeersReport> {
  const { now } = plan;
  progress('peers: making records');
  const records = [...listingLike(plan.seed, plan.centers, places())];
  const rows = records.map(packCenter);
  const truth = new Truth(records, now).forFilter({ level: ['iop'] });
  const origin = originsOf(seeded(plan.seed + 2));
  const origins = Array.from({ length: plan.searches }, () => origin('mixed'));
  const engine = await engineStore();
  try {
    progress('peers: publishing ours');
    const memory = memoryStore();
    await publishTo(engine.store, records, now);
    await publishTo(memory, records, now);
    const ours = { engine: ourPeer(new Locator({ store: engine.store, cacheBytes: 0, now: () => now })) };
    const counted = ourPeer(new Locator({ store: memory, cacheBytes: 0, now: () => now }));
    const geo = await dynamodbGeo(engine.endpoint, rows, { hashKeyLength: plan.hashKeyLength, now }, progress);
    const costs: PeerCost[] = [];
    const readUnits = { engine: 0, memory: 0 };

    const measure = async (name: string, peer: Peer, withinMiles: number | null): Promise<PeerCost> => {
      const requests: number[] = [];
      const units: number[] = [];
      let right = 0;
      for (const [n, point] of origins.entries()) {
        const withinKm = withinMiles === null ? null : withinMiles * KM_PER_MILE;
        const query: PeerQuery = { origin: point, withinKm, filter: { level: ['iop'] }, limit: 10 };
        const answer = await peer(query);
        requests.push(answer.requests);
        units.push(answer.readUnits);
        const trueIds = truth(query).positions.map((at) => records[at]?.center.id);
        if (answer.ids.join() === trueIds.join()) right += 1;
        if (n % 20 === 19) progress(`peers: ${name}, within ${withinMiles ?? 'any'} mi: ${n + 1} searches`);
      }
      const cost = {
        peer: name,
        withinMiles,
        requests: spreadOf(requests),
        readUnits: spreadOf(units),
        right: right / origins.length,
      };
      costs.push(cost);
      return cost;
    };

    for (const miles of [null, 100, 500]) {
      // First fills the cache of indexes, as in a container that has worked for a while.
      for (const peer of [ours.engine, counted]) {
        for (const point of origins) await peer(iopNear(point, miles));
      }
      const { readUnits: units } = await measure('ours', ours.engine, miles);
      readUnits.engine += units.mean * units.n;
      for (const point of origins) readUnits.memory += (await counted(iopNear(point, miles))).readUnits;
    }
    for (const miles of [10, 100, 500]) await measure('dynamodb-geo', geo, miles);
    for (const precision of [4, 5]) {
      progress(`peers: writing the table by geohash of ${precision}`);
      const recipe = await geohashNeighbors(engine.client, rows, { precision, now });
      await measure(`geohash of ${precision} and 8 neighbors`, recipe, null);
    }
    await measure('kdbush in memory', kdbushPeer(rows, now), null);
    await measure('limit: the results’ own bytes', limitPeer(rows, truth), null);
    return { centers: plan.centers, searches: plan.searches, costs, readUnits };
  } finally {
    await engine.close();
  }
}

function iopNear(origin: PeerQuery['origin'], miles: number | null): PeerQuery {
  return { origin, withinKm: miles === null ? null : miles * KM_PER_MILE, filter: { level: ['iop'] }, limit: 10 };
}

function ourPeer(locator: Locator): Peer {
  return async (query) => {
    const meter = newMeter();
    const { answer } = await locator.near(query, meter);
    return {
      ids: answer.matches.map(({ row }) => row[packed.id]),
      requests: meter.requests,
      readUnits: meter.readUnits,
    };
  };
}

function kdbushPeer(rows: readonly PackedCenter[], now: number): Peer {
  const search = kdbushSearch(rows, now);
  return async (query) => ({
    ids: search(query).matches.map(({ row }) => row[packed.id]),
    requests: 0,
    readUnits: 0,
  });
}

/** The lower limit for any index: a peer that reads a single item, which contains exactly the results. */
function limitPeer(rows: readonly PackedCenter[], truth: (query: PeerQuery) => TrueAnswer): Peer {
  return async (query) => {
    const results = truth(query).positions.flatMap((at) => rows.slice(at, at + 1));
    return {
      ids: results.map((row) => row[packed.id]),
      requests: 1,
      readUnits: Math.ceil(encodeContent({ kind: 'centers', rows: results }).body.length / 4096) / 2,
    };
  };
}
