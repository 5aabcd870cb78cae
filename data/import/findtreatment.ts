import { z } from 'zod';
import { stateCodes } from '../../functions/domain/state.ts';
import { explain } from '../../functions/records/explain.ts';
import { valueAt } from '../../functions/records/raw.ts';
import { hasPlace } from '../../functions/records/street.ts';
import { readJson } from '../files/read-text.ts';
import { findTreatment } from '../records/source-names.ts';
import type { Locate } from '../sources/samhsa/coordinates.ts';
import type { Listing } from '../sources/samhsa/listing.ts';
import { codeOfName } from '../sources/samhsa/samhsa-names.ts';
import { tidy } from '../sources/samhsa/text.ts';
import { accountOf } from './account.ts';
import { type ContextOptions, readContext, settle, writeSettled } from './context.ts';
import { HeldBackError, whyHeldBack } from './hold-back.ts';
import { importListings } from './samhsa.ts';
import { zipPoint } from './sheet.ts';

const text = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => tidy(String(value ?? '')));
const number = z.union([z.number(), z.string().regex(/^\s*-?\d+(?:\.\d+)?\s*$/)]).nullish();

/** A row of the export. We do not keep members that are not named here. */
const rowSchema = z.object({
  name1: text,
  name2: text,
  street1: text,
  street2: text,
  city: text,
  state: text,
  zip: text,
  phone: text,
  intake1: text,
  intake2: text,
  website: text,
  latitude: number,
  longitude: number,
  /** f1 is a category's name, f2 its code, f3 the names of its services, separated by semicolons. */
  services: z.array(z.object({ f1: z.string().nullish(), f2: z.string(), f3: z.string().nullish() })).default([]),
});
type Row = z.infer<typeof rowSchema>;

export interface FindTreatmentOptions extends ContextOptions {
  /** The day of the export, such as `2026-11-01`; the file does not contain it. */
  readonly asOf: string;
  /** True to write the valid rows even if others are refused. Otherwise one refused row prevents all writing. */
  readonly skipRefused?: boolean | undefined;
}

/**
 * Imports the official locator's JSON export: an object with `rows`, or a plain list. Looks up each service's name in
 * its category to get the directories' code; after that, it works like the workbooks' import.
 * @returns the account, which counts unknown names; they do no harm.
 * @throws before writing, if the file has another shape; names every fault of the first faulty row.
 * @throws {HeldBackError} if no center was found, or rows were refused without `skipRefused`.
 */
export async function importFindTreatment(path: string, options: FindTreatmentOptions): Promise<string> {
  const { out, asOf } = options;
  const context = await readContext(options);
  const raw = await readJson(path);
  const rows: unknown = Array.isArray(raw) ? raw : valueAt(raw, ['rows']);
  if (!Array.isArray(rows)) throw new Error(`"${path}" has no list of rows`);
  const read = rows.map((row, index) => parseRow(path, row, index));
  const listings = read.map((row, index) => listingOf(row, index, asOf));
  const points = new Map(listings.map((listing, index) => [listing, read[index]]));
  const done = importListings(listings, locatorOf(points), context.decisions);
  const settled = settle(done.records, done.review, context);
  const account = accountOf(done, settled, stateCodes);
  const why = await whyHeldBack({ ...options, records: settled.records, refused: done.refusals.length });
  if (why !== null) throw new HeldBackError(why, account);
  await writeSettled(out, settled);
  return account;
}

function parseRow(path: string, raw: unknown, index: number): Row {
  const result = rowSchema.safeParse(raw);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => {
    const inner = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    return `${inner.join('.') || 'the row'}: ${explain(issue, valueAt(raw, inner))}`;
  });
  throw new Error(`"${path}" row ${index + 1}: ${reasons.join('; ')}`);
}

function listingOf(row: Row, index: number, asOf: string): Listing {
  const codes = new Set<string>();
  const unknownCodes: string[] = [];
  for (const { f2, f3 } of row.services) {
    for (const name of (f3 ?? '').split(';').map(tidy)) {
      if (name === '') continue;
      const code = codeOfName(f2, name);
      if (code === null) unknownCodes.push(`${f2}: ${name}`);
      else codes.add(code);
    }
  }
  const website = /^https?:\/\/\S+$/.test(row.website) && URL.canParse(row.website) ? row.website : null;
  return {
    ...row,
    // As in the workbooks, this code is in every listing of the mental-health survey and in no other.
    kind: codes.has('TC:MH') ? 'mental-health' : 'substance-use',
    year: Number(asOf.slice(0, 4)),
    row: index + 1,
    state: row.state.toUpperCase(),
    zip: row.zip.replace(/^(\d{5})-?\d{4}$/, '$1').replace(/^\d{3,4}$/, (digits) => digits.padStart(5, '0')),
    codeText: [...codes].sort().join(' '),
    codes,
    unknownCodes,
    website,
    source: { name: findTreatment, asOf },
  };
}

/** Uses the export's own point, or the ZIP's if a center withholds its street, gives a PO box, or has no point. */
function locatorOf(rows: ReadonlyMap<Listing, Row | undefined>): Locate {
  return (listing) => {
    const { latitude, longitude } = rows.get(listing) ?? {};
    const [lat, lng] = [Number(latitude ?? Number.NaN), Number(longitude ?? Number.NaN)];
    const known = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0);
    if (known && hasPlace(listing)) return { lat, lng, accuracy: 'address' };
    const middle = zipPoint(listing.zip);
    return middle === null ? null : { ...middle, accuracy: 'zip' };
  };
}
