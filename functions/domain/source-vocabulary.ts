import type { Center } from './center.ts';
import { isProviderSource } from './from-provider.ts';
import type { Offering } from './offering.ts';

/** Names of SAMHSA's National Directories. In a source's name, the year follows. */
export const directories = {
  'substance-use': 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities',
  'mental-health': 'SAMHSA National Directory of Mental Health Treatment Facilities',
} as const;

/** Name of the source for the export of SAMHSA's locator, which has rows of both directories. */
export const findTreatment = 'SAMHSA FindTreatment.gov';

/**
 * What a source can say about an offering (silence/silence.ts): anything (`open`), as in an operator's sheet, or only
 * what one of the two directories has codes for. Published pages refer to these by position, so append; never move one.
 */
export const sourceVocabularies = ['open', 'substance-use', 'mental-health'] as const;
export type SourceVocabulary = (typeof sourceVocabularies)[number];

/** True for the name of a source that is one of SAMHSA's directories. */
const isDirectory = (name: string): boolean =>
  name === findTreatment || Object.values(directories).some((directory) => name.startsWith(`${directory} `));

/**
 * What the source of an offering can say. If the center is in both directories, the form of the offering's id tells
 * them apart. `open` if the id has another form, or if the center has another source. A missing fact is then unknown
 * and never "no". A provider's own file does not count as a source here: `fromProvider` lists the facts that come from
 * it.
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
