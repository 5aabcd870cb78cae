import { brotliCompressSync, constants } from 'node:zlib';
import { loadRecords } from '../../data/records/load.ts';
import { createHandler } from '../../functions/api/app.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { deviceFile } from '../../functions/places/device-file.ts';
import { places } from '../../functions/places/load.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DeviceUse, SearchUse } from '../../infra/search-cost.ts';
import { SEARCH_MEMORY_MB } from '../../infra/search-memory.ts';
import { asker } from '../bench/ask.ts';
import { populationLikeOrigins } from '../support/origins.ts';
import { seeded } from '../support/random.ts';

/** Assumed time of a round trip to DynamoDB in the region; the measurement does not wait for it. */
const ROUND_TRIP_MS = 5;
/** The bytes of the one log line that a request writes. */
const LOG_BYTES = 450;
const SEARCHES_A_DEVICE = 5;
/** A device checks its listings before it shows a phone number if they are older than ten minutes. */
const CHECKS_A_DEVICE = 3;
const CDN_QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The resources of a search over records published to memory, with indexes cached and pages not. */
export async function measureUse(
  path: string,
  searches: number,
): Promise<{ centers: number; search: SearchUse; device: DeviceUse }> {
  const store = memoryStore();
  const now = Date.now();
  const records = await loadRecords(path);
  await publish({ store, records, now });
  const locator = new Locator({ store, now: () => now, cacheBytes: 0 });
  const ask = asker(locator, () => now);
  const totals = { readUnits: 0, handlerMs: 0, answerBytes: 0 };
  const origins = populationLikeOrigins(seeded(1), places(), searches + 50);
  for (const [index, origin] of origins.entries()) {
    const { body, meter, ms } = await ask({ origin, withinMiles: null, filter: { level: ['iop'] }, limit: 10 });
    // The first searches load code and indexes.
    if (index < 50) continue;
    totals.readUnits += meter.readUnits;
    totals.handlerMs += ms + meter.roundTrips * ROUND_TRIP_MS;
    totals.answerBytes += brotliCompressSync(body, CDN_QUALITY).length;
  }
  const search: SearchUse = {
    readUnits: totals.readUnits / searches,
    handlerMs: totals.handlerMs / searches,
    memoryMb: SEARCH_MEMORY_MB,
    answerBytes: totals.answerBytes / searches,
    logBytes: LOG_BYTES,
  };
  const parts = (await locator.parts(newMeter())).answer;
  const handler = createHandler({ locator, places, now: () => now, publicUrl: 'http://localhost' }, () => {});
  const sizeOf = async (target: string): Promise<number> => {
    const event = { httpMethod: 'GET', path: target, headers: {}, multiValueQueryStringParameters: null };
    const { body } = await handler({ ...event, requestContext: { requestId: 'cost' } }, {} as never);
    return brotliCompressSync(body, CDN_QUALITY).length;
  };
  let bytes = deviceFile().bytes;
  for (const { hash } of parts) bytes += await sizeOf(`/v1/dataset/parts/${hash}`);
  const device: DeviceUse = {
    files: parts.length + 1,
    bytes,
    searches: SEARCHES_A_DEVICE,
    checks: CHECKS_A_DEVICE,
    checkBytes: await sizeOf('/v1/dataset'),
  };
  return { centers: records.length, search, device };
}
