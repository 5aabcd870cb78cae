import { directions, shortTypes } from '../places/street-words.ts';
import { plain } from './plain.ts';

/** The two lines of a street, as in most lists. */
export interface StreetLines {
  readonly street1: string;
  readonly street2: string;
}

export const postBox = /\bp\.? ?o\.? ?box\b/i;

/** The directories write `- - -` for a street that is not published. */
export function isUnpublished({ street1 }: Pick<StreetLines, 'street1'>): boolean {
  return !/[a-z0-9]/i.test(street1);
}

/** True if one can go to the street: it is not withheld, and not only a PO box. */
export function hasPlace(lines: StreetLines): boolean {
  return !isUnpublished(lines) && !postBox.test(lines.street1);
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
 * A key for a building, however its street is written: without suite, case and punctuation, with the usual short forms.
 * Null if there is no street to compare.
 */
export function addressKey(lines: StreetLines & { readonly zip: string }): string | null {
  if (!hasPlace(lines)) return null;
  const words = plain(lines.street1).split(' ');
  return `${words.map((word) => shortForms.get(word) ?? word).join(' ')}|${lines.zip}`;
}
