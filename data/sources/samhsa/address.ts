import { hasPlace, isUnpublished, postBox, type StreetLines } from '../../../functions/records/street.ts';
import { tidy, uncapped } from './text.ts';

/**
 * The street in normal capitalization, with the suite. Drops a PO box if there is also a real street. Null if the center
 * does not publish it, as houses for women and young people do.
 */
export function streetOf(listing: StreetLines): string | null {
  if (isUnpublished(listing)) return null;
  const parts = [listing.street1, listing.street2].map((part) => uncapped(tidy(part)));
  const kept = hasPlace(listing) ? parts.filter((part) => !postBox.test(part)) : parts;
  return kept.filter((part) => /[a-z0-9]/i.test(part)).join(', ');
}
