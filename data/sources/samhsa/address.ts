import { hasPlace, isUnpublished, postBox, type StreetLines } from '../../../functions/records/street.ts';
import { tidy, uncapped } from './text.ts';

/** Replaces the street of a center that does not publish it, as houses for women and young people do. */
export const unpublishedStreet = 'Address not published';

/** The street in normal capitalization, with the suite. Drops a PO box if there is also a real street. */
export function streetOf(listing: StreetLines): string {
  if (isUnpublished(listing)) return unpublishedStreet;
  const parts = [listing.street1, listing.street2].map((part) => uncapped(tidy(part)));
  const kept = hasPlace(listing) ? parts.filter((part) => !postBox.test(part)) : parts;
  return kept.filter((part) => /[a-z0-9]/i.test(part)).join(', ');
}
