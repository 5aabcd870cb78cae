import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { directories, findTreatment } from '../records/source-names.ts';

/**
 * The directory or other list that an offering comes from. Programs of two lists are never the same program, even at
 * one center.
 */
export type List = 'substance-use' | 'mental-health' | 'other';

/**
 * Finds the lists that a record came from: from its sources and, for the official locator's export, from the ids of its
 * offerings.
 */
export function listsOf({ center, offerings }: CenterRecord): ReadonlySet<List> {
  const lists = new Set<List>();
  for (const { name } of center.sources) {
    if (name.startsWith(directories['substance-use'])) lists.add('substance-use');
    else if (name.startsWith(directories['mental-health'])) lists.add('mental-health');
    else if (name !== findTreatment) lists.add('other');
    else if (offerings.length === 0) lists.add('substance-use').add('mental-health');
    else
      for (const offering of offerings)
        lists.add(isMentalHealth(center.id, offering) ? 'mental-health' : 'substance-use');
  }
  return lists;
}

/**
 * Finds the list that an offering comes from. Null if its record comes from several lists and the offering's id does
 * not show which.
 */
export function listOf({ id, level }: Offering, centerId: string, lists: ReadonlySet<List>): List | null {
  const [only, ...others] = lists;
  if (others.length === 0) return only ?? null;
  const ending = id.slice(centerId.length + 1);
  if (isMentalHealth(centerId, { id, level })) return lists.has('mental-health') ? 'mental-health' : null;
  return /^(?:-\d+)?$/.test(ending.slice(level.length)) &&
    ending.startsWith(level) &&
    lists.has('substance-use') &&
    !lists.has('other')
    ? 'substance-use'
    : null;
}

/**
 * True if the id has the ending that imports give to ids from the mental-health directory
 * (sources/samhsa/offerings.ts).
 */
function isMentalHealth(centerId: string, { id, level }: Pick<Offering, 'id' | 'level'>): boolean {
  const ending = id.slice(centerId.length + 1);
  return (
    ending.startsWith(`${level}-mental-health`) && /^(?:-\d+)?$/.test(ending.slice(`${level}-mental-health`.length))
  );
}

/** True if an import looked for this center. If so, and it did not find the center, the center is gone. */
export type Covers = (record: CenterRecord) => boolean;

/**
 * Tells whether an import looked for a center: it must have found other centers in that state from every list that the
 * center came from. So an import of only some states, or of one directory, does not retire centers outside them.
 */
export function coveredBy(records: readonly CenterRecord[]): Covers {
  const key = ({ center }: CenterRecord, list: List): string => `${center.address.state} ${list}`;
  const covered = new Set(records.flatMap((record) => [...listsOf(record)].map((list) => key(record, list))));
  return (record) => [...listsOf(record)].every((list) => covered.has(key(record, list)));
}
