import { loadRecords } from '../../data/records/load.ts';
import { createHandler, type Handler } from '../../functions/api/app.ts';
import type { DatasetReader } from '../../functions/dataset/dataset-reader.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Deprecations } from '../../functions/http/middleware/deprecation.ts';
import type { RequestLine } from '../../functions/http/middleware/request-line.ts';
import { places } from '../../functions/places/load.ts';
import { Locator } from '../../functions/search/locator.ts';
import { publishedStore } from './published-store.ts';

/** A time at which every confirmation of the examples is valid, except one that is stale on purpose. */
export const NOW = Date.parse('2026-11-23T12:00:00Z');
export const PUBLIC_URL = 'https://locator.example';

/** Some 120 listings of eight states and the fictional examples: a small version of the data of `npm start`. */
export const records: readonly CenterRecord[] = [
  ...(await loadRecords('test/fixtures/listings')),
  ...(await loadRecords('data/examples.json')),
];

export interface Served {
  readonly handler: Handler;
  /** The log line of each request. */
  readonly lines: RequestLine[];
}

/** The public handler over a store. */
export function serve(
  store: DatasetReader,
  now: () => number = () => NOW,
  deprecated?: Deprecations,
  reportTo?: string,
): Served {
  const lines: RequestLine[] = [];
  const services = { locator: new Locator({ store, now }), places, now, publicUrl: PUBLIC_URL, reportTo };
  return { handler: createHandler(services, (line) => lines.push(line), deprecated), lines };
}

/** The public handler over records published to memory. */
export async function serveRecords(
  list: readonly CenterRecord[] = records,
  deprecated?: Deprecations,
  reportTo?: string,
): Promise<Served> {
  return serve(await publishedStore(list, NOW), undefined, deprecated, reportTo);
}
