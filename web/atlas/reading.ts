import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import { type Choice, letters, positionOf } from './choices.ts';
import type { AtlasCenter, AtlasZip } from './data.ts';

export interface Found {
  readonly center: AtlasCenter;
  readonly miles: number;
}

/**
 * The result for a ZIP: `near` a center that lists it; `ask` if only a center that may offer it is near; `border` if a
 * state without listings is nearer; else `far`.
 */
export const standings = ['near', 'ask', 'border', 'far'] as const;
export type Standing = (typeof standings)[number];

export interface Reading {
  readonly zip: AtlasZip;
  /** The nearest center that lists it, and the nearest that may offer it; null if none of our states has one. */
  readonly listed: Found | null;
  readonly may: Found | null;
  readonly standing: Standing;
  /** Position in {@link bands}. */
  readonly band: number;
}

/** Upper limit in miles of each color; the last one has none. */
export const bands = [5, 15, 30, 60, Infinity] as const;
export const farChoices = [15, 30, 60] as const;

/** Reads every ZIP for a choice. @param far More miles than this is far. */
export function readZips(zips: readonly AtlasZip[], choice: Choice, far: number): readonly Reading[] {
  const position = positionOf(choice);
  return zips.map((zip) => {
    const first = (letter: string): Found | null => {
      const center = zip.near.find(({ answers }) => answers[position] === letter);
      if (center === undefined) return null;
      return { center, miles: distanceKm(zip.location, center.location) / KM_PER_MILE };
    };
    const [listed, may] = [first(letters.yes), first(letters.may)];
    const miles = listed?.miles ?? Infinity;
    const standing = standingOf(miles, may?.miles ?? Infinity, zip.border.miles, far);
    return { zip, listed, may, standing, band: bands.findIndex((limit) => miles <= limit) };
  });
}

function standingOf(listed: number, may: number, border: number, far: number): Standing {
  if (listed <= far) return 'near';
  if (may <= far) return 'ask';
  return border <= far ? 'border' : 'far';
}
