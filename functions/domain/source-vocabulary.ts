import type { Center } from './center.ts';
import { isProviderSource } from './from-provider.ts';
import type { Offering } from './offering.ts';

/** Names of SAMHSA's National Directories, without the year at the end of a source's name. */
export const directories = {
  'substance-use': 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities',
  'mental-health': 'SAMHSA National Directory of Mental Health Treatment Facilities',
} as const;

/** Source name of the official locator's export, which has rows of both directories. */
export const findTreatment = 'SAMHSA FindTreatment.gov';

/**
 * What a source is able to say about an offering (silence/silence.ts): anything, as in an operator's sheet, or what one
 * of the two directories has codes for. Published pages hold positions in this list: append, never move.
 */
export const sourceVocabularies = ['open', 'substance-use', 'mental-health'] as const;
export type SourceVocabulary = (typeof sourceVocabularies)[number];

/** True for the name of a directory. */
const isDirectory = (name: string): boolean =>
  name === findTreatment || Object.values(directories).some((directory) => name.startsWith(`${directory} `));

/**
 * The vocabulary of the source that an offering comes from. A center may be in both directories; the offering's id says
 * which. If the id has another form, or the center another source, a missing fact is unknown and never "no". A
 * provider's own file is not such a source: `fromProvider` lists the facts that come from it.
 */
export function vocabularyOfOffering(
  center: Pick<Center, 'id' | 'sources'>,
  { id, level }: Pick<Offering, 'id' | 'level'>,
): SourceVocabulary {
  const listings = center.sources.filter((source) => !isProviderSource(source));
  if (listings.length === 0 || !listings.every(({ name }) => isDirectory(name))) return 'open';
  const rest = id.startsWith(`${center.id}-${level}`) ? id.slice(center.id.length + 1 + level.length) : null;
  if (rest === null) return 'open';
  if (/^(?:-[2-9]\d*)?$/.test(rest)) return 'substance-use';
  return /^-mental-health(?:-[2-9]\d*)?$/.test(rest) ? 'mental-health' : 'open';
}
