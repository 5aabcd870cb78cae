import { encodeGeohash } from '../../../functions/geo/geohash.ts';
import type { Answer, FieldValue, Narrowing, Result, Start } from '../read/answer.ts';
import { alternativesFromDevice, rank } from '../read/device-rank.ts';
import type { DevicePoint, Found, Held, Origin, SearchFields, Source } from './state.ts';

const pageSize = 10;
/**
 * Centers to request for a search from a cell. First two pages and one more, so that the second page knows whether it
 * is the last; then the API's maximum.
 */
const cellLimits = [2 * pageSize + 1, 50] as const;
/**
 * Length of the geohash cell that is sent instead of the device's location: about 3 miles wide. A point rounded to two
 * decimals would still reveal too much (it is right to within a mile).
 */
const cellLetters = 5;
/** The radii that a visitor can choose, ascending. */
export const radii = ['5mi', '10mi', '25mi', '50mi', '100mi'] as const;

/**
 * The first request of a search. A search of a state has no radius. A search from the device's location sends only its
 * cell.
 * @param onlyDevice True if the device itself answers. It then gets the exact point, which is not sent anywhere.
 */
export function firstRequest(
  origin: Origin | { readonly q: string },
  narrowing: Narrowing,
  onlyDevice = false,
): SearchFields {
  if ('q' in origin) return fieldsOf({ q: origin.q }, narrowing, pageSize);
  if (origin.kind === 'place') return fieldsOf({ near: origin.near }, narrowing, pageSize);
  if (origin.kind === 'device' && onlyDevice) return fieldsOf({ near: nearPoint(origin.point) }, narrowing, pageSize);
  if (origin.kind === 'device')
    return fieldsOf({ cell: encodeGeohash(origin.point, cellLetters) }, narrowing, cellLimits[0]);
  const { within: _, in: states, ...others } = narrowing;
  // A search has either one state or a list of states. If the list excludes the requested state, both are sent, so that
  // the API refuses the search and says why.
  const kept = Array.isArray(states) && !states.includes(origin.state) ? { in: states } : {};
  return fieldsOf({ state: origin.state }, { ...others, ...kept } as Narrowing, pageSize);
}

/** Formats a point for the API, exact to a tenth of a meter. */
const nearPoint = ({ lat, lng }: DevicePoint): string => `${lat.toFixed(6)},${lng.toFixed(6)}`;

function fieldsOf(where: Readonly<Record<string, string>>, narrowing: Narrowing, limit: number): SearchFields {
  const given = Object.entries(narrowing).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined);
  return { ...where, ...Object.fromEntries(given), limit };
}

/** Makes the first page of results from an answer. */
export function firstPage(
  request: SearchFields,
  answer: Answer,
  point: DevicePoint | null,
  narrowing: Narrowing,
  from: Source = 'api',
): Found {
  if (point === null || !('cell' in request)) {
    const more = answer.next !== null;
    const alternatives = answer.alternatives ?? [];
    const own = point === null ? answer : { ...answer, origin: hereOf(answer.origin) };
    const { results } = answer;
    return { request, narrowing, answer: own, results, alternatives, more, complete: !more, held: null, from };
  }
  const ranks = rank(answer.results, point, textOf(request.within));
  const held: Held = { point, limit: request.limit, ranked: ranks.inside.slice(0, request.limit) };
  const alternatives = alternativesFromDevice(answer.alternatives ?? [], ranks, radii);
  const found = { request, narrowing, answer, results: [], alternatives, more: true, complete: false, held, from };
  const page = nextHeld(found, held);
  return page.results.length < pageSize ? page : { ...page, alternatives: [] };
}

/** Marks an origin as the device's own point. It has no name: the page shows "you", as for a cell. */
const hereOf = (origin: Start): Start => ({ ...origin, kind: 'here', label: '' });

/** The request for the next page; null if its centers are already here. */
export function nextRequest({ request, answer, results, held }: Found): SearchFields | null {
  if (held === null) return answer.next === null ? null : { ...request, cursor: answer.next };
  const limit = cellLimits.find((one) => one > results.length + pageSize) ?? cellLimits[1];
  return held.limit >= limit ? null : { ...request, limit };
}

/**
 * Adds a page to the results.
 * @param answer The answer to `nextRequest`; null if there was no request.
 */
export function nextPage(found: Found, answer: Answer | null): Found {
  if (found.held === null) {
    if (answer === null) return found;
    const more = answer.next !== null;
    return { ...found, answer, results: [...found.results, ...answer.results], more, complete: !more };
  }
  if (answer === null) return nextHeld(found, found.held);
  const limit = cellLimits[1];
  const ranked = rank(answer.results, found.held.point, textOf(found.request.within)).inside.slice(0, limit);
  return nextHeld({ ...found, answer }, { ...found.held, limit, ranked });
}

function nextHeld(found: Found, held: Held): Found {
  const shown = new Set(found.results.map(({ center }) => center.id));
  const added = held.ranked.filter(({ center }) => !shown.has(center.id)).slice(0, pageSize);
  const results: readonly Result[] = [...found.results, ...added];
  const more = held.ranked.length > results.length;
  return { ...found, held, results, more, complete: !more && held.ranked.length < held.limit };
}

function textOf(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
