import { type PackedCenter, packed } from '../../dataset/packed-center.ts';
import { type Level, levels } from '../../domain/level-of-care.ts';
import { type CompiledFilter, compileFilter } from '../../search/filter.ts';
import { judge, resultOf } from '../../search/match.ts';
import { type ResultAnswer, resultAnswer } from '../v1/shapes/center.ts';
import { citySlug } from './city-slug.ts';

export type Listed = Pick<ResultAnswer, 'center' | 'offerings'>;

/** A city and its centers. */
export interface City {
  readonly name: string;
  readonly slug: string;
  readonly centers: readonly Listed[];
  /** True if the city has its own page. */
  readonly hasPage: boolean;
}

/** Least number of centers with facts for which a city gets a page. */
const LEAST_OF_CITY = 5;

/** Fictional centers only appear on their own page. */
export const realRows = (rows: readonly PackedCenter[]): readonly PackedCenter[] =>
  rows.filter((row) => row[packed.sample] === 0);

/**
 * The rows that have an offering of this level, each with these offerings. If no level is given, all rows with all
 * listed offerings.
 */
export function listedOf(rows: readonly PackedCenter[], level: Level | null, now: number): readonly Listed[] {
  const filter = compileFilter(level === null ? {} : { level: [level] }, now);
  return rows.flatMap((row) => {
    const result = resultOf(row, filter, 'listed');
    if (result === null) return [];
    const { center, offerings } = resultAnswer({ ...result, distanceKm: null, farthestKm: null }, now);
    return [{ center, offerings }];
  });
}

/**
 * For each level: the number of centers that list it, and the number whose listing leaves it unknown. Counted as a
 * search would.
 */
export function countsByLevel(rows: readonly PackedCenter[], now: number) {
  return levels.codes.map((level) => {
    const filter = compileFilter({ level: [level] }, now);
    const verdicts = rows.map((row) => judge(row, filter));
    const unknown = verdicts.filter((one) => one === 'unknown').length;
    return { level, listed: verdicts.filter((one) => typeof one !== 'string').length, unknown };
  });
}

/**
 * Centers by city, in the order of the list.
 * @param rows All rows of the state or city: they decide which cities have a page.
 */
export function citiesOf(rows: readonly PackedCenter[], listed: readonly Listed[], now: number): readonly City[] {
  const any = compileFilter({}, now);
  const withFacts = Map.groupBy(
    rows.filter((row) => hasFacts(row, any)),
    (row) => citySlug(row[packed.city]),
  );
  return [...Map.groupBy(listed, ({ center }) => citySlug(center.address.city))].map(([slug, centers]) => ({
    name: centers[0]?.center.address.city ?? slug,
    slug,
    centers,
    hasPage: (withFacts.get(slug)?.length ?? 0) >= LEAST_OF_CITY,
  }));
}

/** True if the listing names a program. Other listings only have a name and an address. */
function hasFacts(row: PackedCenter, any: CompiledFilter): boolean {
  const verdict = judge(row, any);
  return typeof verdict !== 'string' && verdict.length > 0;
}
