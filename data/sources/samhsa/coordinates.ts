import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Center } from '../../../functions/domain/center.ts';
import { plain } from '../../../functions/records/plain.ts';
import { hasPlace, isUnpublished } from '../../../functions/records/street.ts';
import { readText } from '../../files/read-text.ts';
import type { Listing } from './listing.ts';
import { tidy } from './text.ts';

type Location = Center['location'];
type Accuracy = Location['accuracy'];

/** How accurate a point is, by the source that it was looked up in. */
const accuracyOf: ReadonlyMap<string, Accuracy> = new Map(
  Object.entries({
    address2020: 'address',
    'street-neighbour2020': 'street',
    name2025: 'address',
    'name2025-ambiguous': 'street',
    'zip-geonames': 'zip',
  }),
);

/** Maximum size of the file: ten times the points of the whole country's listings, which are about 5 MB. */
const mostBytes = 50e6;

const columns = ['source', 'name1', 'name2', 'street1', 'zip', 'lat', 'lon', 'coord_source'] as const;
const rowSchema = z.object({
  source: z.string().regex(/^(?:SU|MH)/),
  name1: z.string(),
  name2: z.string(),
  street1: z.string(),
  zip: z.string(),
  lat: z.string().regex(/^-?\d+(?:\.\d+)?$/),
  lon: z.string().regex(/^-?\d+(?:\.\d+)?$/),
  coord_source: z.enum([...accuracyOf.keys()]),
});

/** Locates a listing's center; null if neither its point nor its ZIP is known. */
export type Locate = (listing: Listing) => Location | null;
/** Returns the point of a ZIP; null for a ZIP that does not exist. */
export type ZipPoint = (zip: string) => { readonly lat: number; readonly lng: number } | null;

/**
 * Reads a table of looked-up coordinates of listings.
 * @param only Keeps only the points of this `coord_source`.
 * @throws naming the columns that are missing, or the line that cannot be read.
 */
export async function readCoordinates(path: string, only?: string): Promise<Map<string, Location>> {
  let text = '';
  for await (const part of readText(path, mostBytes)) text += part;
  const rows: unknown[] = parse(text, { columns: true, bom: true, skip_empty_lines: true });
  const found = Object.keys(rows[0] ?? {});
  const missing = columns.filter((column) => !found.includes(column));
  if (missing.length > 0) {
    throw new Error(`"${path}" lacks the columns ${missing.join(', ')}; it has ${found.join(', ') || 'nothing'}`);
  }
  const points = new Map<string, Location>();
  for (const [index, raw] of rows.entries()) {
    const result = rowSchema.safeParse(raw);
    if (!result.success) {
      const reasons = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      throw new Error(`"${path}" row ${index + 2}: ${reasons}`);
    }
    const { source, lat, lon, coord_source, ...parts } = result.data;
    if (only !== undefined && coord_source !== only) continue;
    const accuracy = accuracyOf.get(coord_source) ?? 'zip';
    const kind = source.startsWith('SU') ? 'substance-use' : 'mental-health';
    points.set(keyOf({ kind, ...parts }), { lat: Number(lat), lng: Number(lon), accuracy });
  }
  return points;
}

/**
 * Finds a listing's point: the looked-up one, else its ZIP's. A center that does not publish its street, or gives a
 * PO box, always gets a ZIP's point: a more exact one would be the PO box's, or one that the center did not publish.
 */
export function locator(points: ReadonlyMap<string, Location>, zipPoint: ZipPoint): Locate {
  return (listing) => {
    const point = points.get(keyOf(listing)) ?? null;
    if (point !== null && (hasPlace(listing) || point.accuracy === 'zip')) return point;
    const middle = zipPoint(listing.zip);
    return middle === null ? null : { lat: middle.lat, lng: middle.lng, accuracy: 'zip' };
  };
}

function keyOf(listing: Pick<Listing, 'kind' | 'name1' | 'name2' | 'street1' | 'zip'>): string {
  const street = isUnpublished(listing) ? '-' : plain(tidy(listing.street1));
  return [listing.kind, plain(listing.name1), plain(listing.name2), street, listing.zip].join('|');
}
