import type { Listing } from '../sources/samhsa/listing.ts';
import { type Grouping, groupProfiles } from './group.ts';
import { profileOfListing } from './profile.ts';
import type { Decisions } from './review.ts';

export interface Grouped {
  /** The listings of each center. Groups are ordered by their first listing. */
  readonly groups: Listing[][];
  /** Pairs of listings that stayed separate centers but need a person's review. */
  readonly review: Grouping['review'];
}

/**
 * Groups the listings that are one center: equal rows, and rows with a sure score (data/match). A doubtful pair stays
 * two centers, because two cards for one place do less harm than one card that mixes two places. Row order has no
 * effect.
 */
export function groupListings(listings: readonly Listing[], decisions?: Decisions): Grouped {
  const twins = new Map<string, Listing[]>();
  for (const listing of [...listings].sort(byText)) {
    const text = textOf(listing);
    const equal = twins.get(text);
    if (equal === undefined) twins.set(text, [listing]);
    else equal.push(listing);
  }
  const sites = [...twins.values()];
  const profiles = sites.flatMap(([first]) => (first === undefined ? [] : [profileOfListing(first)]));
  const { groups, review } = groupProfiles(profiles, decisions);
  const grouped = groups.map((indexes) => indexes.flatMap((index) => sites[index] ?? []).sort(byText));
  return { groups: grouped.sort((one, other) => compare(textOf(one[0]), textOf(other[0]))), review };
}

/** Orders listings: those of the substance-use directory first, then by their text. */
function byText(one: Listing, other: Listing): number {
  return compare(textOf(one), textOf(other));
}

function textOf(listing: Listing | undefined): string {
  if (listing === undefined) return '';
  const { kind, year, state, city, zip, street1, street2, name1, name2, phone, intake1, intake2, codeText } = listing;
  const order = kind === 'substance-use' ? '0' : '1';
  return [order, state, city, zip, name1, name2, street1, street2, phone, intake1, intake2, codeText, year].join('\t');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
