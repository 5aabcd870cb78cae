import { type CenterRecord, recordSchema } from '../../functions/domain/record.ts';
import { type State, stateNames } from '../../functions/domain/state.ts';
import { idPartsOf, recordOf, type Site } from './center.ts';
import type { Locate } from './coordinates.ts';
import { centerIds } from './ids.ts';
import { groupListings } from './match.ts';
import { parsePhone } from './phones.ts';
import type { Listing } from './workbook.ts';

/** A listing that no record could be made of, and why. */
export interface Refusal {
  readonly listing: Listing;
  readonly reason: string;
}

/** An import before it is written: every listing is a center, part of another listing's center, or refused. */
export interface Import {
  readonly rows: number;
  /** Sorted by id. */
  readonly records: readonly CenterRecord[];
  /** Listings that were added to a center which another listing had already brought. */
  readonly merged: number;
  readonly refusals: readonly Refusal[];
  /** How often each code stood that its category does not have. */
  readonly unknownCodes: ReadonlyMap<string, number>;
}

/**
 * Makes records of listings. Pure: the same listings give the same records whatever their order.
 * @throws when a record breaks the schema in a way that no refusal foresees, naming it.
 */
export function importListings(listings: readonly Listing[], locate: Locate): Import {
  const refusals: Refusal[] = [];
  const unknownCodes = new Map<string, number>();
  const sound: Listing[] = [];
  for (const listing of listings) {
    for (const code of listing.unknownCodes) unknownCodes.set(code, (unknownCodes.get(code) ?? 0) + 1);
    const reason = faultOf(listing, locate);
    if (reason === null) sound.push(listing);
    else refusals.push({ listing, reason });
  }
  const sites = groupListings(sound).map((group) => siteOf(group, locate));
  const ids = centerIds(sites.map(idPartsOf));
  const records = sites.map((site, index) => checked(recordOf(ids[index] ?? '', site)));
  records.sort((one, other) => (one.center.id < other.center.id ? -1 : 1));
  return { rows: listings.length, records, merged: sound.length - sites.length, refusals, unknownCodes };
}

function faultOf(listing: Listing, locate: Locate): string | null {
  if (!/[a-z0-9]/i.test(listing.name1)) return 'no name';
  if (!/[a-z]/i.test(listing.city)) return 'no city';
  if (!(listing.state in stateNames)) return 'a state without centers';
  if (!/^\d{5}$/.test(listing.zip)) return 'no ZIP of five digits';
  if (
    parsePhone(listing.phone) === null &&
    parsePhone(listing.intake1) === null &&
    parsePhone(listing.intake2) === null
  )
    return 'no valid phone';
  if (locate(listing) === null) return 'no coordinates, and its ZIP is not known';
  return null;
}

const rank = { address: 0, street: 1, zip: 2 } as const;

/** A site stands where the best of its listings' points is; among equals the first listing's. */
function siteOf(group: readonly Listing[], locate: Locate): Site {
  const [first, ...others] = group;
  if (first === undefined) throw new Error('a center has at least one listing');
  const [location] = group
    .map(locate)
    .filter((point) => point !== null)
    .sort((one, other) => rank[one.accuracy] - rank[other.accuracy]);
  if (location === undefined) throw new Error(`row ${listing(first)} has no coordinates`);
  return { listings: [first, ...others], location };
}

function checked(record: CenterRecord): CenterRecord {
  const result = recordSchema.safeParse(record);
  if (result.success) return record;
  const reasons = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`the record of "${record.center.name}" in ${record.center.address.city} is not valid: ${reasons}`);
}

function listing({ kind, year, row }: Listing): string {
  return `${row} of the ${kind} directory of ${year}`;
}

/** The records of each state, by state; states without any are there with none. */
export function byState(records: readonly CenterRecord[], states: readonly State[]): Map<State, CenterRecord[]> {
  const map = new Map<State, CenterRecord[]>(states.map((state) => [state, []]));
  for (const record of records) map.get(record.center.address.state)?.push(record);
  return map;
}
