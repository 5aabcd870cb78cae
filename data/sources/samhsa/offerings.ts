import { unconfirmed } from '../../../functions/domain/confirmation.ts';
import { unknownIntake } from '../../../functions/domain/intake.ts';
import type { Level } from '../../../functions/domain/level-of-care.ts';
import type { Offering } from '../../../functions/domain/offering.ts';
import { factsOf, levelsOf } from './facts.ts';
import type { Listing } from './listing.ts';

/**
 * Makes one offering for each level of each listing. It never merges two listings: a filter's fields must all match one
 * offering, and an outpatient program must not claim facts that only the other directory gives about the center.
 */
export function offeringsOf(centerId: string, listings: readonly Listing[]): Offering[] {
  const used = new Set<string>();
  return listings.flatMap((listing) =>
    levelsOf(listing).map((level) => {
      const base = `${centerId}-${level}${listing.kind === 'mental-health' ? '-mental-health' : ''}`;
      let id = base;
      for (let count = 2; used.has(id); count++) id = `${base}-${count}`;
      used.add(id);
      const others = listings.filter((other) => other !== listing);
      return offeringOf(id, level, listing, others);
    }),
  );
}

function offeringOf(id: string, level: Level, listing: Listing, others: readonly Listing[]): Offering {
  const { lists, only, yesNo } = factsOf(listing, level, others);
  return {
    id,
    level,
    asam: null,
    ...lists,
    only,
    schedule: null,
    ...yesNo,
    confirmation: unconfirmed,
    intake: unknownIntake,
  };
}
