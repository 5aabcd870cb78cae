import type { Center } from '../../../functions/domain/center.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { slugOf } from '../../../functions/domain/slug.ts';
import type { Source } from '../../../functions/domain/source.ts';
import { stateSchema } from '../../../functions/domain/state-schema.ts';
import { addressKey } from '../../../functions/records/street.ts';
import { directories } from '../../records/source-names.ts';
import type { IdParts } from '../ids.ts';
import { streetOf } from './address.ts';
import type { Listing } from './listing.ts';
import { namesOf } from './names.ts';
import { offeringsOf } from './offerings.ts';
import { phonesOf } from './phones.ts';
import { tidy, uncapped } from './text.ts';

/** One center: its location, and its listings, starting with the one that its name comes from. */
export interface Site {
  readonly listings: readonly [Listing, ...Listing[]];
  readonly location: Center['location'];
}

/** The parts of a center's id. */
export function idPartsOf({ listings: [first] }: Site): IdParts {
  const place = addressKey(first) ?? `${first.street1}|${first.zip}`;
  const further = [first.kind, first.name1, first.name2, first.street2, first.phone, first.codeText].join('|');
  return { name: namesOf(first).center, city: first.city, place, further };
}

/** Makes the record of a center. It contains only what the listings say, and nothing in it is confirmed. */
export function recordOf(id: string, { listings, location }: Site): CenterRecord {
  const [first] = listings;
  const offerings = offeringsOf(id, listings);
  const iop = offerings.some(({ level }) => level === 'iop');
  return {
    center: {
      id,
      ...namingOf(listings),
      sample: false,
      address: {
        street: streetOf(first),
        city: uncapped(tidy(first.city)),
        state: stateSchema.parse(first.state),
        zip: first.zip,
      },
      location,
      phones: phonesOf(listings),
      website: listings.find(({ website }) => website != null)?.website ?? null,
      // The mental-health directory has no code for IOP, so a missing IOP is not a "no".
      unknownLevels: !iop && listings.some(({ kind }) => kind === 'mental-health') ? ['iop'] : [],
      sources: sourcesOf(listings),
    },
    offerings,
  };
}

function namingOf(
  listings: readonly [Listing, ...Listing[]],
): Pick<Center, 'name' | 'alternateNames' | 'organization'> {
  const [first, ...others] = listings.map(namesOf);
  if (first === undefined) throw new Error('a center has at least one listing');
  const alternates = [...first.alternates, ...others.flatMap(({ center, alternates }) => [center, ...alternates])];
  return {
    name: first.center,
    alternateNames: [...new Set(alternates)].filter((name) => name !== first.center).slice(0, 20),
    organization: { slug: slugOf(first.organization), name: first.organization },
  };
}

/**
 * A directory gives its year but no day. Its answers were collected in the months before the workbook is assembled in
 * June, so we date them April 1 of that year: better to call them too old than too new.
 */
function sourcesOf(listings: readonly Listing[]): Source[] {
  const sources = listings.map(
    ({ kind, year, source }) => source ?? { name: `${directories[kind]} ${year}`, asOf: `${year}-04-01` },
  );
  return [...new Map(sources.map((source) => [source.name, source])).values()];
}
