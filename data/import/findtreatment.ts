import { stateCodes } from '../../functions/domain/state.ts';
import { stateOf } from '../../functions/places/postal-states.ts';
import { hasPlace } from '../../functions/records/street.ts';
import { findTreatment } from '../records/source-names.ts';
import { readExport } from '../sources/findtreatment/read.ts';
import type { ExportRow } from '../sources/findtreatment/row.ts';
import type { Locate } from '../sources/samhsa/coordinates.ts';
import type { Listing } from '../sources/samhsa/listing.ts';
import { codeOfName } from '../sources/samhsa/samhsa-names.ts';
import { accountOf } from './account.ts';
import { type ContextOptions, readContext, settle, writeSettled } from './context.ts';
import { HeldBackError, whyHeldBack } from './hold-back.ts';
import { importListings } from './samhsa.ts';
import { zipPoint } from './sheet.ts';

export interface FindTreatmentOptions extends ContextOptions {
  /** The day of the export, such as `2026-11-01`; the file does not contain it. */
  readonly asOf: string;
  /** True to write the valid rows even if some rows are refused. Otherwise one refused row prevents all writing. */
  readonly skipRefused?: boolean | undefined;
}

/**
 * Imports the official locator's export, as JSON (its pages, in one file or several) or as CSV. Looks up each service's
 * name in its category to get the directories' code, then works like the workbooks' import. Refuses a row with an
 * unknown setting and no other level.
 * @returns the report, which counts unknown names.
 * @throws before writing, if a file has another shape or a page is missing; names every fault of the first faulty row.
 * @throws {HeldBackError} if no center was found, or rows were refused without `skipRefused`.
 */
export async function importFindTreatment(
  paths: string | readonly string[],
  options: FindTreatmentOptions,
): Promise<string> {
  const { out, asOf } = options;
  const context = await readContext(options);
  const rows = await readExport(typeof paths === 'string' ? [paths] : paths);
  const listings = rows.map((row, index) => listingOf(row, index, asOf));
  const points = new Map(listings.map((listing, index) => [listing, rows[index]]));
  const done = importListings(listings, locatorOf(points), context.decisions);
  const settled = settle(done.records, done.review, context);
  const account = accountOf(done, settled, stateCodes);
  const why = await whyHeldBack({ ...options, records: settled.records, refused: done.refusals.length });
  if (why !== null) throw new HeldBackError(why, account);
  await writeSettled(out, settled);
  return account;
}

function listingOf(row: ExportRow, index: number, asOf: string): Listing {
  const codes = new Set<string>();
  const unknownCodes: string[] = [];
  for (const { category, name } of row.services) {
    const code = codeOfName(category, name);
    if (code === null) unknownCodes.push(`${category}: ${name}`);
    else codes.add(code);
  }
  for (const code of row.codes) codes.add(code);
  const website = /^https?:\/\/\S+$/.test(row.website) && URL.canParse(row.website) ? row.website : null;
  const { services: _services, latitude: _latitude, longitude: _longitude, ...named } = row;
  return {
    ...named,
    // This code marks a listing of the mental-health survey: all of its listings have it and no others, as in the
    // workbooks.
    kind: codes.has('TC:MH') ? 'mental-health' : 'substance-use',
    year: Number(asOf.slice(0, 4)),
    row: index + 1,
    state: stateOf(row.state) ?? row.state.toUpperCase(),
    zip: row.zip.replace(/^(\d{5})-?\d{4}$/, '$1').replace(/^\d{3,4}$/, (digits) => digits.padStart(5, '0')),
    codeText: [...codes].sort().join(' '),
    codes,
    unknownCodes,
    website,
    source: { name: findTreatment, asOf },
  };
}

/**
 * Locates a center at the export's own point. Uses the point of its ZIP if the center withholds its street or gives a
 * PO box, or if the export has no point.
 */
function locatorOf(rows: ReadonlyMap<Listing, ExportRow | undefined>): Locate {
  return (listing) => {
    const { latitude, longitude } = rows.get(listing) ?? {};
    const [lat, lng] = [Number(latitude ?? Number.NaN), Number(longitude ?? Number.NaN)];
    const known = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0);
    if (known && hasPlace(listing)) return { lat, lng, accuracy: 'address' };
    const middle = zipPoint(listing.zip);
    return middle === null ? null : { ...middle, accuracy: 'zip' };
  };
}
