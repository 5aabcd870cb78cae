import { TooBroadError } from '../dataset/read/too-broad.ts';
import { alternativesWithoutOrigin } from './alternatives.ts';
import { type Answer, isShort } from './changes.ts';
import type { Filter } from './filter.ts';
import type { NameQuery, SearchResult, StateQuery } from './query.ts';

/**
 * A page of a search without an origin, with the changes that would find more. In a search by name, every change keeps
 * the name.
 */
export async function withAlternatives<Query extends StateQuery | NameQuery>(
  query: Query,
  page: (query: Query) => Promise<SearchResult>,
): Promise<Answer> {
  const result = await page(query);
  if (!isShort(query, result)) return { ...result, alternatives: [] };
  const count = async (filter: Filter, name: string | null, limit: number) => {
    try {
      const { matches, more } = await page({ ...query, filter, name, limit, countUnknown: false });
      return { count: matches.length, more };
    } catch (error) {
      // If the change makes the search too broad, it is not offered as an alternative.
      if (error instanceof TooBroadError) return { count: 0, more: false };
      throw error;
    }
  };
  const changeable = 'state' in query ? query : { filter: query.filter, name: null };
  const keepName = (filter: Filter, name: string | null, limit: number) =>
    count(filter, 'state' in query ? name : query.name, limit);
  return { ...result, alternatives: await alternativesWithoutOrigin(changeable, result.matches.length, keepName) };
}
