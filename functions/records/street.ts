import { directions, shortTypes } from '../places/street-words.ts';
import { plain } from './plain.ts';

/** A street address in two lines, as most lists have it. */
export interface StreetLines {
  readonly street1: string;
  readonly street2: string;
}

export const postBox = /\bp\.? ?o\.? ?box\b/i;

/** True if the street is not published: the directories then write `- - -`. */
export function isUnpublished({ street1 }: Pick<StreetLines, 'street1'>): boolean {
  return !/[a-z0-9]/i.test(street1);
}

/** True if a visitor can go to the street: it is published, and not only a PO box. */
export function hasPlace(lines: StreetLines): boolean {
  return !isUnpublished(lines) && !postBox.test(lines.street1);
}

/**
 * Short forms of words in streets. Center ids are hashes of streets in this form, so adding or changing one would
 * change ids.
 */
const shortForms: ReadonlyMap<string, string> = new Map([
  ...directions,
  ...shortTypes(
    'street,avenue,boulevard,road,drive,lane,court,place,highway,parkway,circle,square,terrace,trail'.split(','),
  ),
  ['suite', 'ste'],
]);

/**
 * A key that is the same for all spellings of a building's address: without suite, case and punctuation, with the usual
 * short forms, followed by the ZIP. Null if there is no street to compare.
 */
export function addressKey(lines: StreetLines & { readonly zip: string }): string | null {
  if (!hasPlace(lines)) return null;
  const words = plain(lines.street1).split(' ');
  return `${words.map((word) => shortForms.get(word) ?? word).join(' ')}|${lines.zip}`;
}
