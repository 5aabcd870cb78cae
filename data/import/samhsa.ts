import { nearestWord } from '../../functions/domain/nearest-word.ts';
import { type CenterRecord, recordSchema } from '../../functions/domain/record.ts';
import { type State, stateNames } from '../../functions/domain/state.ts';
import { groupListings } from '../match/group-listings.ts';
import { profileOfListing } from '../match/profile.ts';
import type { Decisions, ReviewRow } from '../match/review.ts';
import { isElsewhere, score } from '../match/score.ts';
import { centerIds } from '../sources/ids.ts';
import { idPartsOf, recordOf, type Site } from '../sources/samhsa/center.ts';
import { stated } from '../sources/samhsa/code-table.ts';
import type { Locate } from '../sources/samhsa/coordinates.ts';
import { codeOfStateName, knownStates } from '../sources/samhsa/known-states.ts';
import type { Listing } from '../sources/samhsa/listing.ts';
import { phoneCellFault, usablePhone } from '../sources/samhsa/phones.ts';

/** A listing that cannot become a record, with the reason. */
interface Refusal {
  readonly listing: Listing;
  readonly reason: string;
  /** The faulty value, for example the unknown ZIP. */
  readonly detail?: string;
}

/** A phone number that was left out because it cannot be called; its center has another number. */
interface DroppedNumber {
  readonly listing: Listing;
  readonly reason: string;
}

/**
 * The result of an import before it is written. Each listing became a center, was added to another listing's center, or
 * was refused.
 */
export interface Import {
  readonly rows: number;
  /** The imported centers, sorted by id. */
  readonly records: readonly CenterRecord[];
  /** How many listings were added to the center of another listing. */
  readonly merged: number;
  readonly refusals: readonly Refusal[];
  readonly dropped: readonly DroppedNumber[];
  /** Pairs of listings that stayed separate centers but need a person's review. */
  readonly review: readonly ReviewRow[];
  /** How often each code appeared in a category that does not define it. */
  readonly unknownCodes: ReadonlyMap<string, number>;
}

/**
 * Turns listings into records. The same listings give the same records, in whatever order they come.
 * @throws naming the record, if it breaks the schema in a way that no refusal covers.
 */
export function importListings(listings: readonly Listing[], locate: Locate, decisions?: Decisions): Import {
  const refusals: Refusal[] = [];
  const unknownCodes = new Map<string, number>();
  const sound: Listing[] = [];
  for (const listing of listings) {
    for (const code of listing.unknownCodes) unknownCodes.set(code, (unknownCodes.get(code) ?? 0) + 1);
    const fault = faultOf(listing, locate);
    if (fault === null) sound.push(listing);
    else refusals.push({ listing, ...fault });
  }
  const { groups, review } = groupListings(sound, decisions);
  const sites = groups.map((group) => siteOf(group, locate));
  const ids = centerIds(sites.map(idPartsOf));
  const records = sites.map((site, index) => checked(recordOf(ids[index] ?? '', site)));
  records.sort((one, other) => (one.center.id < other.center.id ? -1 : 1));
  const dropped = sound.flatMap((listing) => numberFaults(listing).map((reason) => ({ listing, reason })));
  return {
    rows: listings.length,
    records,
    merged: sound.length - sites.length,
    refusals,
    dropped,
    review,
    unknownCodes,
  };
}

function faultOf(listing: Listing, locate: Locate): Omit<Refusal, 'listing'> | null {
  if (!/[a-z0-9]/i.test(listing.name1)) return { reason: 'no name' };
  if (!/[a-z]/i.test(listing.city)) return { reason: 'no city' };
  if (!Object.hasOwn(stateNames, listing.state)) return notListed(listing.state);
  if (!/^\d{5}$/.test(listing.zip)) return { reason: 'no ZIP of five digits', detail: `"${listing.zip}"` };
  if (numbersOf(listing).every((text) => usablePhone(text) === null)) {
    return { reason: 'no valid phone', detail: numberFaults(listing).join('; ') || 'none is given' };
  }
  const lost = unknownSettings(listing);
  if (lost.length > 0) return { reason: 'its only level is not known', detail: lost.join('; ') };
  if (locate(listing) === null) return { reason: 'no coordinates, and its ZIP is not known', detail: listing.zip };
  return null;
}

/**
 * Lists the unknown labels of a listing that has no known level. One of the labels may mean IOP, so the listing must
 * not count as having no IOP.
 */
function unknownSettings({ codes, unknownCodes }: Listing): string[] {
  const settings = unknownCodes.filter((code) => /^(?:SET|TC|Service Setting|Type of Care)\b.*:/i.test(code));
  return settings.length > 0 && stated(codes, 'level', null).size === 0 ? settings : [];
}

function notListed(state: string): Omit<Refusal, 'listing'> {
  if (knownStates.has(state)) return { reason: 'a state without centers', detail: state };
  const meant = codeOfStateName(state) ?? nearestWord(state, Object.keys(stateNames));
  return { reason: 'no such state', detail: `"${state}"${meant === null ? '' : `; did you mean ${meant}?`}` };
}

function numbersOf({ phone, intake1, intake2 }: Listing): string[] {
  return [phone, intake1, intake2];
}

function numberFaults(listing: Listing): string[] {
  return numbersOf(listing)
    .map(phoneCellFault)
    .filter((fault) => fault !== null);
}

const rank = { address: 0, street: 1, zip: 2 } as const;

/**
 * True if two listings of one center give two addresses, so that it has moved. Such listings are joined only if a
 * person decided it.
 */
const areApart = (one: Listing, other: Listing): boolean =>
  one !== other && isElsewhere(score(profileOfListing(one), profileOfListing(other)).findings);

/**
 * Chooses the most accurate of the points of a center's listings. If several are equally accurate, the first listing's
 * point is used. A center that moved is located where its newest listing says.
 */
function siteOf(given: readonly Listing[], locate: Locate): Site {
  const hasMoved = given.some((one) => given.some((other) => areApart(one, other)));
  const group = hasMoved ? given.toSorted((one, other) => other.year - one.year) : given;
  const [first, ...others] = group;
  if (first === undefined) throw new Error('a center has at least one listing');
  const [location] = group
    .filter((each) => !hasMoved || !areApart(first, each))
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

/** Groups the records by state. A state without records gets an empty list. */
export function byState(records: readonly CenterRecord[], states: readonly State[]): Map<State, CenterRecord[]> {
  const map = new Map<State, CenterRecord[]>(states.map((state) => [state, []]));
  for (const record of records) map.get(record.center.address.state)?.push(record);
  return map;
}
