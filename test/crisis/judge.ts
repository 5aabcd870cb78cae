import { type Judged, readJudged } from '../../data/crisis/texts.ts';
import { readsAsCrisis } from '../../functions/crisis/crisis.ts';

/**
 * Texts that were not used for training: half of the development set, half of our own, a hard set, and one of natural
 * texts.
 */
export const heldOut = ['development', 'own', 'blind', 'natural'] as const;

export const readHeldOut = (name: (typeof heldOut)[number]): Promise<readonly Judged[]> =>
  readJudged(new URL(`sets/${name}.tsv`, import.meta.url));

export interface Verdict {
  readonly right: number;
  readonly of: number;
  readonly wrong: readonly string[];
}

/** The number of texts of each kind that are read as judged, and the texts that are not. */
export function judge(texts: readonly Judged[]): ReadonlyMap<string, Verdict> {
  const byKind = Map.groupBy(texts, ({ kind }) => kind);
  return new Map(
    [...byKind].map(([kind, all]) => {
      const wrong = all.filter(({ expected, text }) => readsAsCrisis(text) !== (expected === 'crisis'));
      return [kind, { right: all.length - wrong.length, of: all.length, wrong: wrong.map(({ text }) => text) }];
    }),
  );
}
