import { pathsByScan } from '../../../functions/device/paths.ts';
import { type Level, levels } from '../../../functions/domain/level-of-care.ts';
import type { Payer } from '../../../functions/domain/payer.ts';
import { onlyForText } from '../../../functions/faces/v1/shapes/only-for.ts';
import { pathAnswer } from '../../../functions/faces/v1/shapes/paths.ts';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import type { PathQuery } from '../../../functions/search/paths/path.ts';
import type { Center, Fields, PathsFor } from './found.ts';
import type { Source } from './source.ts';

/** Maximum number of paths in the panel. */
const MOST_PATHS = 3;

/** Levels in the order in which people usually go through them. */
export const pathOrder: readonly Level[] = [
  'detox',
  'inpatient',
  'residential',
  'php',
  'iop',
  'op',
  'aftercare',
  'sober-living',
];
const usual: readonly Level[] = ['detox', 'residential', 'php', 'iop', 'sober-living'];

/** The levels of a new path: from the level of the search on, in the usual order. */
export function firstLevels({ level }: Fields): readonly Level[] {
  const asked = Array.isArray(level) ? levels.codes.filter((code) => level.includes(code)) : [];
  const [start] = pathOrder.filter((code) => asked.includes(code));
  if (start === undefined) return usual;
  const after = usual.filter((code) => pathOrder.indexOf(code) > pathOrder.indexOf(start));
  return after.length === 0 ? usual : [start, ...after];
}

/**
 * Finds the shortest paths through these levels from the caller's place, in the listings in memory.
 * @param fields The search's fields. Every center must take the first payer, accept the person, and have a program for
 * the groups that the search asks for.
 */
export function pathsFor(
  asked: readonly Level[],
  from: { readonly lat: number; readonly lng: number },
  fields: Fields,
  withUnknown: boolean,
  { locator }: Source,
  now: number,
): PathsFor {
  const payer = (Array.isArray(fields.payer) ? (fields.payer[0] ?? null) : null) as Payer | null;
  const origin = { lat: from.lat, lng: from.lng };
  // The search has already validated these fields. Its ages are age bands, as in a query for paths.
  const { age, gender, population } = fields as Pick<PathQuery, 'age' | 'gender' | 'population'>;
  const query = { origin, levels: asked, payer, age, gender, population, limit: MOST_PATHS, withUnknown };
  const { paths, alternatives } = pathsByScan(query, locator.rows, now);
  return {
    payer,
    paths: paths.map((path) => {
      const { miles, approximate = false, onlyFor, legs } = pathAnswer(path, true, now);
      return {
        miles,
        approximate,
        onlyFor: onlyFor === undefined ? null : onlyForText(onlyFor),
        legs: legs.map(({ level, center, distance, ask = [] }) => ({
          level,
          center: center as unknown as Center,
          miles: distance.miles,
          approximate: distance.approximate ?? false,
          ask,
        })),
      };
    }),
    changes: alternatives.map(({ field, km }) => ({ field, miles: km / KM_PER_MILE })),
  };
}
