import { type PackedCenter, packed } from '../../../functions/dataset/packed-center.ts';
import type { DeviceLocator } from '../../../functions/device/device-locator.ts';
import { type AreaCode, areaCodesOf } from './area-codes.ts';

/** The data that lookups need: the listings in memory, and tables that are computed from them once. */
export interface Source {
  readonly locator: Pick<DeviceLocator, 'read' | 'search' | 'countNamed' | 'places' | 'center' | 'rows'>;
  readonly areaCodes: ReadonlyMap<string, AreaCode>;
  /** Number of centers in each town, keyed like `phoenix, az`. */
  readonly towns: ReadonlyMap<string, number>;
  /** The team's codes with the ids of their centers. Empty while nobody is signed in. */
  readonly codes: readonly { readonly code: string; readonly center: string }[];
}

export function sourceOf(locator: DeviceLocator): Source {
  return { locator, areaCodes: areaCodesOf(locator.rows), towns: townsOf(locator.rows), codes: [] };
}

function townsOf(rows: readonly PackedCenter[]): ReadonlyMap<string, number> {
  const towns = new Map<string, number>();
  for (const row of rows) {
    const town = `${row[packed.city]}, ${row[packed.state]}`.toLowerCase();
    towns.set(town, (towns.get(town) ?? 0) + 1);
  }
  return towns;
}
