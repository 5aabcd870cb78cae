import { type PackedCenter, packed } from '../../dataset/packed-center.ts';
import type { Level } from '../../domain/level-of-care.ts';
import { peopleNearby } from '../../places/people-near.ts';
import { countsOf } from './counts.ts';
import type { Listed } from './listed.ts';

/** A center with unconfirmed facts to ask about. */
export interface OpenCenter {
  readonly row: PackedCenter;
  /** Number of people who live near the center (places/people-near.ts). */
  readonly people: number;
  readonly unconfirmed: number;
  readonly stale: number;
  readonly unknownLevels: readonly Level[];
}

/**
 * Centers with an unconfirmed or outdated offering, or with a level that their listing has no word for. Sorted by the
 * number of people nearby, highest first, ties by id.
 * @param now Milliseconds since 1970. Decides which confirmations are stale.
 * @param level Considers only this level.
 */
export function openCenters(centers: readonly Listed[], now: number, level?: Level): readonly OpenCenter[] {
  return centers
    .flatMap((one): OpenCenter[] => {
      const { unconfirmed, stale } = countsOf(one, now, level);
      const unknownLevels = one.unknownLevels.filter((unknown) => level === undefined || unknown === level);
      if (unconfirmed + stale + unknownLevels.length === 0) return [];
      const { row } = one;
      const people = peopleNearby({ lat: row[packed.lat], lng: row[packed.lng] });
      return [{ row, people, unconfirmed, stale, unknownLevels }];
    })
    .sort((a, b) => b.people - a.people || (a.row[packed.id] < b.row[packed.id] ? -1 : 1));
}
