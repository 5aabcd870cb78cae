import { hash } from 'node:crypto';
import { NUMBER_DIGITS, recordNumber } from '../../../domain/record-number.ts';
import type { RecordKey } from '../../../search/question.ts';

/** FHIR ids have at most 64 letters, digits, hyphens and dots; ours are slugs of up to 120. */
const LONGEST = 64;
/** Joins a shortened slug and the record's number. Slugs never contain two hyphens in a row. */
const CUT = '--';
/** Joins a center's id and the part that identifies the service. Slugs never contain a dot. */
const PART = '.';
const LONGEST_PART = 24;

export function locationId(centerId: string): string {
  return fitted('center', centerId, LONGEST);
}

export function organizationId(slug: string): string {
  return fitted('organization', slug, LONGEST);
}

/** @param offeringId Begins with the center's id. */
export function serviceId(centerId: string, offeringId: string): string {
  const part = offeringId.slice(centerId.length + 1);
  const short =
    part.length <= LONGEST_PART
      ? part
      : `${part.slice(0, LONGEST_PART - 12)}${CUT}${hash('sha256', part).slice(0, 10)}`;
  return `${fitted('center', centerId, LONGEST - PART.length - short.length)}${PART}${short}`;
}

/** Finds out which record a FHIR id stands for: a center, an organization, or the center of a service. */
export function keyOfFhirId(fhirId: string): RecordKey {
  const [own = ''] = fhirId.split(PART);
  const cut = own.lastIndexOf(CUT);
  return cut < 0 ? { id: own } : { number: own.slice(cut + CUT.length) };
}

function fitted(kind: 'center' | 'organization', id: string, most: number): string {
  if (id.length <= most) return id;
  return `${id.slice(0, most - CUT.length - NUMBER_DIGITS)}${CUT}${recordNumber(kind, id)}`;
}
