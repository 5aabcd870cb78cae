import { type Origin, type OriginFault, readNear } from '../../functions/faces/v1/parameters/origin.ts';
import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import { places } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';

/**
 * `asked`: the reader asks back with the right candidate first. `asked otherwise`: the right candidate comes later or
 * is missing.
 */
export type Verdict = 'right' | 'asked' | 'asked otherwise' | 'wrong' | 'refused';

/** For a district, airport, base or reservation, an answer this near to the expected town is right. */
const NEAR_ENOUGH_MILES = 15;
/** A town of a county is within this distance of the county's point. */
const IN_COUNTY_MILES = 30;

interface Found {
  readonly label: string;
  readonly location: Point | null;
}

/** Reads a text as `near` or `q` and compares the result with the expected place. */
export function judge(text: string, expected: string, by: 'near' | 'q'): { verdict: Verdict; got: string } {
  const read = by === 'near' ? readNear(text, places()) : readTyped(text);
  const wanted = expected.replace(/^ask:\s*/, '').split(/\s*\|\s*/);
  const isMeant = (found: Found) => wanted.some((one) => isSame(found, one));
  if (read === null) return { verdict: 'refused', got: 'no place' };
  if ('kind' in read) return { verdict: isMeant(read) ? 'right' : 'wrong', got: read.label };
  const got = read.candidates.map(({ label }) => label).join('; ') || 'refused';
  const [first] = read.candidates;
  if (first === undefined) return { verdict: 'refused', got };
  return { verdict: isMeant(first) ? 'asked' : 'asked otherwise', got: `asks: ${got}` };
}

function readTyped(text: string): Origin | OriginFault | null {
  const { near, state, unservedState } = readQuery(text, { places: places(), insurers: [] });
  if (near !== null) return near === 'me' ? null : readNear(near, places());
  const code = state ?? unservedState;
  return code === null ? null : { kind: 'state', label: code, location: null, state: code };
}

function isSame({ label, location }: Found, wanted: string): boolean {
  if (label === wanted || label.endsWith(` ${wanted}`)) return true;
  const truth = pointOf(wanted);
  return truth !== null && location !== null && distanceKm(truth, location) / KM_PER_MILE <= NEAR_ENOUGH_MILES;
}

/**
 * The point of the expected place; null for a ZIP. For `Washington Township, Gloucester County, NJ`, it is a town of
 * that name in that county, or else the county.
 */
function pointOf(wanted: string): Point | null {
  if (/^\d{5}$/.test(wanted)) return null;
  const parts = wanted.split(/,\s*/);
  const [state, county] = [parts.at(-1), parts.length > 2 ? parts.at(-2) : undefined];
  const [name] = parts;
  if (name === undefined || state === undefined || parts.length < 2) return null;
  const named = places().named(name, state);
  if (county === undefined) return named[0]?.location ?? null;
  const around = places().named(county, state)[0]?.location;
  if (around === undefined) return null;
  const inCounty = named.find(({ location }) => distanceKm(location, around) / KM_PER_MILE <= IN_COUNTY_MILES);
  return inCounty?.location ?? around;
}
