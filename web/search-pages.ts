import type { Answer, Narrowing, Result } from './answer.ts';
import { searchCell, searchCenters } from './api.ts';
import { alternativesFromDevice, rank } from './device-rank.ts';
import { geohash, type Point } from './geohash.ts';

/** The next centers of a search, and what is known of those that follow. */
export interface Page {
  readonly answer: Answer;
  /** Whether another page can be had. */
  readonly more: boolean;
  /** Whether nothing follows at all: the last page of a search from the device may not be the end. */
  readonly complete: boolean;
}

/** A search page by page. A page that fails leaves everything as it was, so the same call can be tried again. */
export interface SearchPages {
  next(signal: AbortSignal): Promise<Page>;
}

const pageSize = 10;

/** Pages of a search that the API ranks: from a place, in a state, or by words that it reads. */
export function cursorPages(
  where: { readonly near: string } | { readonly state: string } | { readonly q: string },
  narrowing: Narrowing,
) {
  let cursor: string | null = null;
  return {
    async next(signal: AbortSignal): Promise<Page> {
      const position = cursor === null ? {} : { cursor };
      const answer = await searchCenters({ ...where, ...narrowing, limit: pageSize, ...position }, signal);
      cursor = answer.next;
      return { answer, more: cursor !== null, complete: cursor === null };
    },
  } satisfies SearchPages;
}

/** Two pages and one center, so that the second page knows whether it is the last; then as many as the API gives. */
const limits = [2 * pageSize + 1, 50] as const;

/**
 * Pages of a search from the device. Only the cell is sent, five letters or some 3 miles across; the answer holds
 * the nearest `limit` centers of every point in it, and the order is made here.
 * @param radii The radii that the form can ask for, ascending.
 */
export function devicePages(from: Point, narrowing: Narrowing, radii: readonly string[]): SearchPages {
  const cell = geohash(from, 5);
  const shown = new Set<string>();
  let held: { answer: Answer; ranked: readonly Result[]; limit: number } | null = null;

  async function hold(limit: number, signal: AbortSignal): Promise<NonNullable<typeof held>> {
    const found = await searchCell({ cell, ...narrowing, limit }, signal);
    const ranks = rank(found.results, from, narrowing.within);
    const alternatives = alternativesFromDevice(found.alternatives ?? [], ranks, radii);
    // Beyond the limit a nearer center may be missing.
    const ranked = ranks.inside.slice(0, limit);
    return { answer: { ...found, results: [], alternatives }, ranked, limit };
  }

  return {
    async next(signal) {
      const wanted = shown.size + pageSize;
      const limit = limits.find((one) => one > wanted) ?? limits[1];
      if (held === null || held.limit < limit) held = await hold(limit, signal);
      const results = held.ranked.filter(({ center }) => !shown.has(center.id)).slice(0, pageSize);
      const first = shown.size === 0;
      for (const { center } of results) shown.add(center.id);
      const more = held.ranked.length > shown.size;
      const alternatives = first && results.length < pageSize ? (held.answer.alternatives ?? []) : [];
      return {
        answer: { ...held.answer, results, alternatives },
        more,
        complete: !more && held.ranked.length < held.limit,
      };
    },
  };
}
