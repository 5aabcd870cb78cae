import type { CenterRecord } from '../../functions/domain/record.ts';
import { plain } from '../../functions/records/plain.ts';
import { hasPlace } from '../../functions/records/street.ts';
import type { Listing } from '../sources/samhsa/listing.ts';
import { splitNames } from '../sources/samhsa/names.ts';
import { usablePhone } from '../sources/samhsa/phones.ts';
import { isOrdinary, nameWords } from './names.ts';
import { type Street, streetParts } from './street.ts';

/** The parts of a listing or a record that matching compares. */
export interface Profile {
  /** Identifies the listing, for people and in the reviewers' decisions. Case and punctuation do not matter. */
  readonly key: string;
  /**
   * The directory that has the listing. Two rows of one directory are seldom one center. Null if the directory does not
   * count as evidence.
   */
  readonly directory: string | null;
  readonly organization: readonly string[];
  /** The site's or program's own name; empty if only the organization has a name. */
  readonly site: readonly string[];
  /** Every name of the center, each as the list of its words. */
  readonly names: readonly (readonly string[])[];
  /** The parts of the street. Null if the listing gives no street, or only a PO box. */
  readonly street: Street | null;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** The facility's own phone number, as E.164. */
  readonly main: string | null;
  readonly numbers: ReadonlySet<string>;
}

export type Compared = Pick<
  Listing,
  'kind' | 'name1' | 'name2' | 'street1' | 'street2' | 'city' | 'state' | 'zip' | 'phone' | 'intake1' | 'intake2'
>;

const tradeName = /^(?:dba|d\/b\/a)\s+/i;

/** Builds the profile of a directory's row. */
export function profileOfListing(listing: Compared): Profile {
  const { organization, site } = splitNames(listing);
  const trade = tradeName.test(site);
  const own = site.replace(tradeName, '');
  const numbers = [listing.phone, listing.intake1, listing.intake2].map((text) => usablePhone(text)?.number ?? null);
  return {
    key: keyOf(listing.kind, `${listing.name1} / ${listing.name2}`, listing),
    directory: listing.kind,
    organization: nameWords(organization),
    site: trade ? [] : nameWords(own),
    names: namesOf([`${organization} ${own}`, organization, own], [listing.city, listing.street1]),
    street: hasPlace(listing) ? streetParts(listing.street1, listing.street2) : null,
    city: plain(listing.city),
    state: listing.state,
    zip: listing.zip,
    main: numbers[0] ?? null,
    numbers: new Set(numbers.filter((number) => number !== null)),
  };
}

/** Builds the profile of a record, from any source. */
export function profileOfRecord({ center }: CenterRecord): Profile {
  const { address, organization, name, alternateNames, phones } = center;
  const [street1 = '', ...rest] = (address.street ?? '').split(', ');
  const street2 = rest.join(', ');
  const published = hasPlace({ street1, street2 });
  const inner = plain(name).startsWith(plain(organization.name)) ? name.slice(organization.name.length) : '';
  const main = phones.find(({ purpose }) => purpose === 'main') ?? phones[0];
  return {
    key: center.id,
    directory: null,
    organization: nameWords(organization.name),
    site: nameWords(inner),
    names: namesOf([name, ...alternateNames, organization.name, inner], [address.city, street1]),
    street: published ? streetParts(street1, street2) : null,
    city: plain(address.city),
    state: address.state,
    zip: address.zip,
    main: main?.number ?? null,
    numbers: new Set(phones.map(({ number }) => number)),
  };
}

/**
 * Splits each name into words, without the words of the town and the street. Drops names of one or two common words,
 * such as "Outpatient Services", because they do not identify a center.
 */
function namesOf(names: readonly string[], places: readonly string[]): string[][] {
  const known = places.flatMap(nameWords);
  return names
    .map((name) => nameWords(name).filter((word) => !known.includes(word)))
    .filter((words) => words.some((word) => !isOrdinary(word)) || words.length >= 3);
}

function keyOf(directory: string, name: string, { street1, street2, zip }: Compared): string {
  return [directory, name.replace(/ \/ $/, ''), [street1, street2].filter(Boolean).join(', '), zip].join(' | ');
}

/** Normalizes a profile's key, so that two spellings of it compare equal. */
export function keyText(key: string): string {
  return plain(key);
}
