import { distanceKm, KM_PER_MILE } from '../../../geo/distance.ts';
import { geohashBox } from '../../../geo/geohash.ts';
import type { Request } from '../../../http/request-shape.ts';
import type { Places } from '../../../places/places.ts';
import { stateAt } from '../../../places/state-at.ts';
import type { SearchBody } from './fields.ts';
import { type Origin, readNear, stateOrigin } from './origin.ts';

/** Exactly one of these fields must say where to search. A search by name needs none. */
const originFields = ['near', 'cell', 'state', 'q'] as const;

export interface OriginReading {
  /** Where the search starts. Null for a search by name alone, or if something is wrong. */
  readonly origin: Origin | null;
  /** True if the only missing part is the caller's location. */
  readonly locationNeeded: boolean;
}

export interface OriginInput {
  /** The valid fields of the search, including those found in `q`. */
  readonly fields: Partial<SearchBody>;
  /** Names of all fields in the request, even if the value is faulty. */
  readonly named: { has(name: string): boolean };
  /** Names of the fields that have a value. */
  readonly filled: { has(name: string): boolean };
  readonly request: Pick<Request, 'headers'>;
  readonly places: Places;
  /** True if the caller is not at the person's location, so messages must not suggest `me` or `cell`. */
  readonly isElsewhere: boolean;
  /** Reports a fault. */
  readonly at: (name: string, message: string) => void;
  /** Extra properties of the error answer, such as the places that the text may mean. */
  readonly members: Record<string, unknown>;
}

const CELL = /^[0-9b-hjkmnp-z]{4,5}$/;
const nowhere: OriginReading = { origin: null, locationNeeded: false };

/** Reads where a search starts. Faults of a place inside `q` are reported for `q`. */
export function readOrigin(input: OriginInput): OriginReading {
  const { fields, named, filled, isElsewhere, at } = input;
  const given = originFields.filter((name) => filled.has(name));
  if (given.length > 1) {
    for (const name of given) at(name, `only one of ${given.join(' and ')} can say where to search`);
    return nowhere;
  }
  if (given.length === 0) {
    // A location field without a value has its own fault, so a missing location is not reported too.
    if (![...originFields, 'name'].some((name) => named.has(name))) {
      const where = isElsewhere
        ? 'say where to search: near (a ZIP, a place or a point), state or q; or a name alone'
        : 'say where to search: near (a ZIP, a place, a point, or me), state, cell or q';
      at('near', named.has('in') ? `${where}; in only keeps results to states, state searches a whole one` : where);
    }
    return nowhere;
  }
  if (fields.cell !== undefined) return readCell(fields.cell, at);
  if (fields.near === 'me') return readMe(input);
  if (fields.near !== undefined) return readPlaceOf(fields.near, input);
  return fields.state === undefined ? nowhere : { origin: stateOrigin(fields.state), locationNeeded: false };
}

function readCell(cell: string, at: OriginInput['at']): OriginReading {
  if (!CELL.test(cell)) {
    at(
      'cell',
      `"${cell.slice(0, 40)}" is not a geohash of 4 or 5 characters, such as 9tbq (lower case, without a, i, l and o)`,
    );
    return nowhere;
  }
  const { minLat, minLng, maxLat, maxLng } = geohashBox(cell);
  const location = { lat: (minLat + maxLat) / 2, lng: (minLng + maxLng) / 2 };
  // If a cell's middle is at sea, takes the nearest state, if the cell reaches that far.
  const reachMiles = distanceKm(location, { lat: minLat, lng: minLng }) / KM_PER_MILE;
  const origin: Origin = { kind: 'cell', label: `Geohash ${cell}`, location, state: stateAt(location, reachMiles) };
  return { origin, locationNeeded: false };
}

function readMe({ fields, request, at }: OriginInput): OriginReading {
  const origin = viewerOrigin(request);
  if (origin === null) {
    at(fields.q === undefined ? 'near' : 'q', 'your location is not known; give a ZIP, a place or a point');
  }
  return { origin, locationNeeded: origin === null };
}

function readPlaceOf(text: string, { fields, places, at, members }: OriginInput): OriginReading {
  const near = readNear(text, places);
  if ('kind' in near) return { origin: near, locationNeeded: false };
  at(fields.q === undefined ? 'near' : 'q', near.message);
  if (near.candidates.length > 0) {
    members.candidates = near.candidates.map(({ label, location, state }) => ({ label, location, state }));
  }
  if (near.state !== undefined) members.state = near.state;
  return nowhere;
}

/**
 * The CDN's guess from the network, about as exact as a city. It is the only location that the visitor did not give.
 */
function viewerOrigin({ headers }: Pick<Request, 'headers'>): Origin | null {
  const near = [headers.get('cloudfront-viewer-latitude'), headers.get('cloudfront-viewer-longitude')];
  const [lat, lng] = near.map((text) =>
    text === undefined || !/^-?\d+(\.\d+)?$/.test(text) ? Number.NaN : Number(text),
  );
  if (lat === undefined || lng === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) return null;
  return { kind: 'viewer', label: 'Your area', location: { lat, lng }, state: stateAt({ lat, lng }) };
}
