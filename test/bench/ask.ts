import { createHandler } from '../../functions/api/app.ts';
import type { Meter } from '../../functions/dataset/dataset-reader.ts';
import { stateOfEvent } from '../../functions/http/state.ts';
import { places } from '../../functions/places/load.ts';
import type { Filter } from '../../functions/search/filter.ts';
import type { Locator } from '../../functions/search/locator.ts';
import type { TruthQuery } from './truth.ts';

/** A search as the API takes it: a `withinMiles` of null means no limit. */
export interface Search extends Pick<TruthQuery, 'origin' | 'limit'> {
  readonly withinMiles: number | null;
  readonly filter: Filter;
  /** True to include centers in doubt, whose listing does not say whether they match. */
  readonly withUnknown?: boolean;
}

interface Asked {
  readonly status: number;
  readonly body: string;
  readonly meter: Meter;
  /** Milliseconds from the event to the answer. A store in memory never waits, so this is processor time. */
  readonly ms: number;
}

export type Ask = (search: Search) => Promise<Asked>;

/**
 * Sends searches to the deployed handler, which gives full API answers.
 * @param now Milliseconds since 1970. While this time does not change, the handler does not read HEAD again.
 */
export function asker(locator: Locator, now: () => number): Ask {
  const handler = createHandler({ locator, places, now, publicUrl: 'http://localhost' }, () => {});
  return async (search) => {
    const event = eventOf(search);
    const before = performance.now();
    const { statusCode, body } = await handler(event, {} as never);
    const ms = performance.now() - before;
    return { status: statusCode, body, meter: stateOfEvent(event).meter, ms };
  };
}

export function eventOf({ origin, withinMiles, filter, limit, withUnknown }: Search): object {
  const query: Record<string, string[]> = { near: [`${origin.lat},${origin.lng}`], limit: [String(limit)] };
  if (withinMiles !== null) query.within = [`${withinMiles}mi`];
  if (withUnknown) query.include = ['unknown'];
  for (const [name, value] of Object.entries(filter)) {
    query[name] = [Array.isArray(value) ? value.join(',') : String(value)];
  }
  return {
    httpMethod: 'GET',
    path: '/v1/centers',
    headers: {},
    multiValueQueryStringParameters: query,
    requestContext: { requestId: 'bench' },
  };
}
