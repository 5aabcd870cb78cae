import { unconfirmed } from '../../../functions/domain/confirmation.ts';
import { unknownIntake } from '../../../functions/domain/intake.ts';
import type { Level } from '../../../functions/domain/level-of-care.ts';
import type { Offering } from '../../../functions/domain/offering.ts';
import {
  conditionsOf,
  housingOf,
  languagesOf,
  levelsOf,
  modalitiesOf,
  payersOf,
  populationsOf,
  therapiesOf,
} from './facts.ts';
import type { Listing } from './listing.ts';

/**
 * One offering for each level of each listing, never one for two listings together: a filter's fields must all hold
 * for one offering, and none may claim for its outpatient program what only the other directory says of the center.
 */
export function offeringsOf(centerId: string, listings: readonly Listing[]): Offering[] {
  const used = new Set<string>();
  return listings.flatMap((listing) =>
    levelsOf(listing).map((level) => {
      const base = `${centerId}-${level}${listing.kind === 'mental-health' ? '-mental-health' : ''}`;
      let id = base;
      for (let count = 2; used.has(id); count++) id = `${base}-${count}`;
      used.add(id);
      return offeringOf(id, level, listing);
    }),
  );
}

function offeringOf(id: string, level: Level, listing: Listing): Offering {
  return {
    id,
    level,
    asam: null,
    conditions: conditionsOf(listing, level),
    populations: populationsOf(listing),
    therapies: therapiesOf(listing, level),
    payers: payersOf(listing),
    languages: languagesOf(listing),
    modalities: modalitiesOf(listing, level),
    schedule: null,
    housing: housingOf(listing, level),
    confirmation: unconfirmed,
    intake: unknownIntake,
  };
}
