import { hasPlace, isUnpublished, postBox, type StreetLines } from '../../../functions/records/street.ts';
import { tidy, uncapped } from './text.ts';

/** What stands for a street where a center keeps its own to itself, as houses for women and young people do. */
export const unpublishedStreet = 'Address not published';

/** The street as people write it, with the suite, without a post box beside a real street. */
export function streetOf(listing: StreetLines): string {
  if (isUnpublished(listing)) return unpublishedStreet;
  const parts = [listing.street1, listing.street2].map((part) => uncapped(tidy(part)));
  const kept = hasPlace(listing) ? parts.filter((part) => !postBox.test(part)) : parts;
  return kept.filter((part) => /[a-z0-9]/i.test(part)).join(', ');
}
