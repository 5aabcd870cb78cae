import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import { type Choice, letters, positionOf } from './choices.ts';
import type { AtlasCenter, AtlasZip } from './data.ts';

export interface Found {
  readonly center: AtlasCenter;
  readonly miles: number;
}

/**
 * The result for a ZIP. `near`: a listed center is near. `ask`: only a center that may offer it is near. `border`: a
 * state without listings is nearer. `far`: none of these.
 */
export const standings = ['near', 'ask', 'border', 'far'] as const;
export type Standing = (typeof standings)[number];

export interface Reading {
  readonly zip: AtlasZip;
  /**
   * The nearest center that lists the program, and the nearest that may offer it. Null if no center in our states does.
   */
  readonly listed: Found | null;
  readonly may: Found | null;
  readonly standing: Standing;
  /** Position of the distance band in {@link bands}. */
  readonly band: number;
}

/** Upper limits of the distance bands in miles, one color each. The last band has no limit. */
export const bands = [5, 15, 30, 60, Infinity] as const;
export const farChoices = [15, 30, 60] as const;

/**
 * Computes the result of every ZIP for a choice.
 * @param far Distances above this many miles are far.
 */
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
