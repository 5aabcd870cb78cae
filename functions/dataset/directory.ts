import { type FieldOf, type Fields, fields, fieldsOf } from '../domain/fields.ts';
import type { Box } from '../geo/box.ts';
import type { Mask } from './masks.ts';
import type { Spots } from './spots.ts';

type MaskedField = FieldOf<'list' | 'payers' | 'times'>;
export type MaskName = Fields[MaskedField]['member'] | 'flags';

const maskedFields = fieldsOf('list', 'payers', 'times');
export const FLAGS = 6;

/** The masks of a {@link Profile}: what each is called in counts, and its position. */
export const masks: readonly { readonly name: MaskName; readonly position: number }[] = [
  ...maskedFields.map((field) => ({ name: fields[field].member, position: fields[field].mask })),
  { name: 'flags' as const, position: FLAGS },
].sort((a, b) => a.position - b.position);

/** How many masks a profile has; one at a position that is no longer used is 0. */
export const MASKS = 1 + Math.max(...masks.map(({ position }) => position));

/** Bits of the mask of flags, beside those of the fields that are yes or no (domain/fields.ts). */
export const flag = { scheduleKnown: 4, confirmed: 8 } as const;

/** Which values occur together: at least one offering below has each bit that is set. Masks prune; the page decides. */
export interface Profile {
  readonly masks: readonly Mask[];
  readonly insurers: readonly string[];
  readonly languages: readonly string[];
}

/** What occurs at one level of care somewhere below an entry. */
export interface LevelSummary {
  /** Centers that offer the level. */
  readonly offered: number;
  /** Offerings of the level; a center may have several. */
  readonly offerings: number;
  /** Centers whose sources cannot say whether they offer it. */
  readonly unknown: number;
  /**
   * One for the offerings that treat substance use and one for those that do not, where there are such. The two come from
   * different directories that speak of different things, so one mask for both would admit many a conjunction
   * that no offering has.
   */
  readonly profiles: readonly Profile[];
}

/** A child of a directory node: a page, or a node of the same kind one floor below. */
export interface Entry {
  readonly hash: string;
  readonly leaf: boolean;
  /** Centers below. */
  readonly count: number;
  /**
   * The beginning of the smallest key below, as much of it as tells it from all keys before; empty for the very first.
   * The next entry's first key ends the range.
   */
  readonly firstKey: string;
  /** Box of the centers' points, tight but for a few metres; null in lookup indexes: their rows only point at centers. */
  readonly box: Box | null;
  /** By position in the list of levels; null where the level neither occurs nor is unknown. Empty for lookup indexes. */
  readonly levels: readonly (LevelSummary | null)[];
  /** Organizations of which the first center is below; only in the index "organization". */
  readonly organizations?: number;
  /** Of a page in the index "where": each center's point and levels. */
  readonly spots?: Spots;
}

export interface DirectoryNode {
  readonly entries: readonly Entry[];
}

type PackedProfile = readonly [masks: readonly Mask[], insurers: readonly number[], languages: readonly number[]];
/** `further` are the offerings beyond one a center. */
type PackedLevel =
  | readonly [offered: number, unknown: number, profiles: readonly PackedProfile[], further?: number]
  | 0;
type PackedEntry = readonly [
  hash: string,
  leaf: 0 | 1,
  count: number,
  firstKey: string,
  box: readonly [number, number, number, number] | 0,
  levels: readonly PackedLevel[],
  organizationsOrSpots?: number | Spots,
];
/** Insurers and languages are named once a node; entries point into the list. */
export interface PackedNode {
  readonly words: readonly string[];
  readonly entries: readonly PackedEntry[];
}

export function packNode(entries: readonly Entry[]): PackedNode {
  const words = [...new Set(entries.flatMap(wordsOf))].sort();
  const position = new Map(words.map((word, index) => [word, index]));
  const indices = (list: readonly string[]) => list.map((word) => position.get(word) ?? -1);
  return {
    words,
    entries: entries.map(({ hash, leaf, count, firstKey, box, levels, organizations, spots }) => [
      hash,
      leaf ? 1 : 0,
      count,
      firstKey,
      box === null ? 0 : [box.minLat, box.minLng, box.maxLat, box.maxLng],
      levels.map((level) =>
        level === null
          ? 0
          : [
              level.offered,
              level.unknown,
              level.profiles.map(
                ({ masks, insurers, languages }) => [masks, indices(insurers), indices(languages)] as const,
              ),
              ...(level.offerings === level.offered ? ([] as const) : ([level.offerings - level.offered] as const)),
            ],
      ),
      ...lastOf(organizations ?? spots),
    ]),
  };
}

export function unpackNode({ words, entries }: PackedNode): DirectoryNode {
  const named = (list: readonly number[]) => list.map((index) => words[index] ?? '');
  return {
    entries: entries.map(([hash, leaf, count, firstKey, box, levels, last]) => ({
      hash,
      leaf: leaf === 1,
      count,
      firstKey,
      box: box === 0 ? null : { minLat: box[0], minLng: box[1], maxLat: box[2], maxLng: box[3] },
      levels: levels.map((level) =>
        level === 0
          ? null
          : {
              offered: level[0],
              offerings: level[0] + (level[3] ?? 0),
              unknown: level[1],
              profiles: level[2].map(([masks, insurers, languages]) => ({
                masks,
                insurers: named(insurers),
                languages: named(languages),
              })),
            },
      ),
      ...(last === undefined ? {} : typeof last === 'number' ? { organizations: last } : { spots: last }),
    })),
  };
}

// An index has organizations or spots, never both.
const lastOf = (last: number | Spots | undefined) => (last === undefined ? ([] as const) : ([last] as const));

function wordsOf(entry: Entry): string[] {
  return entry.levels.flatMap((level) =>
    (level?.profiles ?? []).flatMap(({ insurers, languages }) => [...insurers, ...languages]),
  );
}
