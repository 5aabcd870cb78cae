import { directions, shortTypes } from '../../../functions/places/street-words.ts';
import { plain, tidy, uncapped } from './text.ts';
import type { Listing } from './workbook.ts';

/** What stands for a street where a center keeps its own to itself, as houses for women and young people do. */
export const unpublishedStreet = 'Address not published';

const postBox = /\bp\.? ?o\.? ?box\b/i;

/** The directories write `- - -` for a street that is not published. */
export function isUnpublished({ street1 }: Pick<Listing, 'street1'>): boolean {
  return !/[a-z0-9]/i.test(street1);
}

/** Whether the street is a place that one can go to: not withheld, and not only a post box. */
export function hasPlace(listing: Pick<Listing, 'street1' | 'street2'>): boolean {
  return !isUnpublished(listing) && !postBox.test(listing.street1);
}

/** The street as people write it, with the suite, without a post box beside a real street. */
export function streetOf(listing: Pick<Listing, 'street1' | 'street2'>): string {
  if (isUnpublished(listing)) return unpublishedStreet;
  const parts = [listing.street1, listing.street2].map((part) => uncapped(tidy(part)));
  const kept = hasPlace(listing) ? parts.filter((part) => !postBox.test(part)) : parts;
  return kept.filter((part) => /[a-z0-9]/i.test(part)).join(', ');
}

/** Center IDs are hashes of these forms: adding or changing one renames centers. */
const shortForms: ReadonlyMap<string, string> = new Map([
  ...directions,
  ...shortTypes(
    'street,avenue,boulevard,road,drive,lane,court,place,highway,parkway,circle,square,terrace,trail'.split(','),
  ),
  ['suite', 'ste'],
]);

/**
 * A key that the same building has however its street is written: without suite, case and punctuation, with the
 * usual short forms. Null where there is no street to compare.
 */
export function addressKey(listing: Pick<Listing, 'street1' | 'street2' | 'zip'>): string | null {
  if (!hasPlace(listing)) return null;
  const words = plain(listing.street1).split(' ');
  return `${words.map((word) => shortForms.get(word) ?? word).join(' ')}|${listing.zip}`;
}
