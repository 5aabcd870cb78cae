import type { CenterRecord } from '../../../functions/domain/record.ts';
import { slugOf } from '../../../functions/domain/slug.ts';
import { pick } from '../../support/random.ts';

/** A word identifies a center if at most this many listings have it. Made-up centers get other words in its place. */
const MOST_SHARING = 5;
const SYLLABLES =
  'ba ber bel bran cal car chel cor dal del den dor el em fair far fen gal gar glen hal har hol in jor kel ken lan lar len lin lo mar mel mil mon nor or pal par pen ra ren ri ros sal sel sha sil tal tam ter tor val ven ver wes wil win yor za'.split(
    ' ',
  );

/**
 * Gives made-up centers names like those of the listings: common words are equally frequent, and rare words are new.
 * The number of rare words grows with the number of centers.
 */
export function grownNames(
  listings: readonly CenterRecord[],
  random: () => number,
): (record: CenterRecord) => CenterRecord {
  const names = listings.map(({ center }) => center.name);
  const sharing = new Map<string, number>();
  const wordsOf = (name: string) => name.split(/\s+/);
  for (const name of names)
    for (const word of new Set(wordsOf(name).map(plain))) sharing.set(word, (sharing.get(word) ?? 0) + 1);
  const madeUp = (): string => {
    const syllables = Array.from({ length: random() < 0.3 ? 2 : 3 }, () => pick(random, SYLLABLES));
    return syllables.join('');
  };
  return ({ center, offerings }) => {
    const name = wordsOf(pick(random, names))
      .map((word) => ((sharing.get(plain(word)) ?? 0) > MOST_SHARING ? word : capital(madeUp())))
      .join(' ');
    const organization = { slug: slugOf(name), name };
    return { center: { ...center, name, organization }, offerings };
  };
}

const plain = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
