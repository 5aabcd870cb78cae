import { type FieldOf, type Fields, fields, fieldsOf } from '../domain/fields.ts';
import type { Box } from '../geo/box.ts';
import type { Mask } from './masks.ts';
import type { Spots } from './spots.ts';

type MaskedField = FieldOf<'list' | 'accepted' | 'payers' | 'times'>;
export type MaskName = Fields[MaskedField]['member'] | 'flags' | 'unsaid' | 'vocabularies';

const maskedFields = fieldsOf('list', 'accepted', 'payers', 'times');
export const FLAGS = 6;
/** Mask of the questions that an offering leaves unanswered (unsaid.ts). */
export const UNSAID = 11;
/** Mask of what the offerings' sources can say: one bit for each source vocabulary (domain/source-vocabulary.ts). */
export const VOCABULARIES = 12;

/** The masks of a {@link Profile}: the name of each in the counts (summary.ts), and its position. */
export const masks: readonly { readonly name: MaskName; readonly position: number }[] = [
  ...maskedFields.map((field) => ({ name: fields[field].member, position: fields[field].mask })),
  { name: 'flags' as const, position: FLAGS },
  { name: 'unsaid' as const, position: UNSAID },
  { name: 'vocabularies' as const, position: VOCABULARIES },
].sort((a, b) => a.position - b.position);

/** Number of masks in a profile. Positions that are no longer used hold 0. */
export const MASKS = 1 + Math.max(...masks.map(({ position }) => position));

/** Bits of the mask of flags that do not belong to a yes-or-no field (domain/fields.ts). */
export const flag = { scheduleKnown: 4, confirmed: 8, unknownLevel: 256 } as const;

/**
 * The values that occur in the offerings under an entry. A bit is set if at least one offering has the value. A mask
 * can therefore only exclude an entry; the rows of its pages decide.
 */
export interface Profile {
  readonly masks: readonly Mask[];
  readonly insurers: readonly string[];
  readonly languages: readonly string[];
}

/** A summary of the centers and offerings of one level of care under an entry. */
export interface LevelSummary {
  /** Number of centers that offer the level, without those that offer it to DUI clients alone. */
  readonly offered: number;
  /** Number of offerings of the level. A center may have several. */
  readonly offerings: number;
  /** Number of offerings that only serve DUI clients. */
  readonly keptToDui: number;
  /** Number of centers whose sources cannot say whether they offer the level. */
  readonly unknown: number;
  /**
   * One profile for each kind of offering, so at most four: offerings that treat substance use and others, each as
   * listed and as counted for an unknown level (`flag.unknownLevel`, unknown-level.ts). Different source directories,
   * with different fields, list the first two kinds. A shared mask would therefore allow many combinations that no
   * offering has.
   */
  readonly profiles: readonly Profile[];
}

/** A child of an index node: a page, or a node one floor further down. */
export interface Entry {
  readonly hash: string;
  readonly leaf: boolean;
  /** Number of centers under the entry. */
  readonly count: number;
  /**
   * The key at which the tree was cut before this entry (tree/key-order.ts). It sorts after every key under earlier
   * entries, and not after any key under this entry. Empty for the first entry. The range of this entry ends before the
   * next entry's firstKey.
   */
  readonly firstKey: string;
  /**
   * Smallest box that contains the centers' points, rounded outward to four decimals (about 11 meters). Null in lookup
   * trees, whose rows only point at centers.
   */
  readonly box: Box | null;
  /** Postal codes of the states that have a center under the entry, ascending; empty in lookup trees. */
  readonly states: readonly string[];
  /**
   * The summary of each level, by its position in the list of levels; null if no center offers or may offer the level.
   * Empty in lookup trees.
   */
  readonly levels: readonly (LevelSummary | null)[];
  /** Number of organizations whose first row is under this entry; left out if 0. */
  readonly organizations?: number;
  /** Point and levels of each center. Only entries for pages of the tree "where" have them. */
  readonly spots?: Spots;
}

/** What an entry says about the rows under it. */
export type Described = Pick<Entry, 'box' | 'states' | 'levels' | 'organizations' | 'spots'>;

export interface IndexNode {
  readonly entries: readonly Entry[];
}

type PackedProfile = readonly [masks: readonly Mask[], insurers: readonly number[], languages: readonly number[]];
/**
 * One level's summary. `further` is the number of offerings minus `offered`. It and `keptToDui` are left out if both
 * are 0. The whole summary is 0 if no center offers or may offer the level.
 */
type PackedLevel =
  | readonly [
      offered: number,
      unknown: number,
      profiles: readonly PackedProfile[],
      further?: number,
      keptToDui?: number,
    ]
  | 0;
type PackedEntry = readonly [
  hash: string,
  leaf: 0 | 1,
  count: number,
  firstKey: string,
  /** The box and the codes of all states, joined to one text. 0 without a box. */
  box: readonly [number, number, number, number, string] | 0,
  levels: readonly PackedLevel[],
  organizationsOrSpots?: number | Spots,
];
/** A node as stored. `words` has each insurer and language once; entries refer to them by position. */
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
    entries: entries.map(({ hash, leaf, count, firstKey, box, states, levels, organizations, spots }) => [
      hash,
      leaf ? 1 : 0,
      count,
      firstKey,
      box === null ? 0 : [box.minLat, box.minLng, box.maxLat, box.maxLng, states.join('')],
      levels.map((level) =>
        level === null
          ? 0
          : [
              level.offered,
              level.unknown,
              level.profiles.map(
                ({ masks, insurers, languages }) => [masks, indices(insurers), indices(languages)] as const,
              ),
              ...furtherOf(level),
            ],
      ),
      ...lastOf(organizations ?? spots),
    ]),
  };
}

export function unpackNode({ words, entries }: PackedNode): IndexNode {
  const named = (list: readonly number[]) => list.map((index) => words[index] ?? '');
  return {
    entries: entries.map(([hash, leaf, count, firstKey, box, levels, last]) => ({
      hash,
      leaf: leaf === 1,
      count,
      firstKey,
      box: box === 0 ? null : { minLat: box[0], minLng: box[1], maxLat: box[2], maxLng: box[3] },
      states: box === 0 ? [] : (box[4].match(/../g) ?? []),
      levels: levels.map((level) =>
        level === 0
          ? null
          : {
              offered: level[0],
              offerings: level[0] + (level[3] ?? 0),
              keptToDui: level[4] ?? 0,
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

function furtherOf({
  offerings,
  offered,
  keptToDui,
}: LevelSummary): readonly [number, number] | readonly [number] | readonly [] {
  if (keptToDui > 0) return [offerings - offered, keptToDui];
  return offerings === offered ? [] : [offerings - offered];
}

// An entry has either a number of organizations or spots, because no tree has both.
const lastOf = (last: number | Spots | undefined) => (last === undefined ? ([] as const) : ([last] as const));

function wordsOf(entry: Entry): string[] {
  return entry.levels.flatMap((level) =>
    (level?.profiles ?? []).flatMap(({ insurers, languages }) => [...insurers, ...languages]),
  );
}
