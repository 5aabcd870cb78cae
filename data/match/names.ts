import { editDistance } from '../../functions/domain/edit-distance.ts';
import { plain } from '../../functions/records/plain.ts';
import { readable } from '../sources/samhsa/text.ts';

/** Legal forms and small words. They are ignored, because they never distinguish two names. */
const silent = new Set(
  'inc incorporated llc llp corp corporation pc ltd co company pllc lp dba the of for and a an at in to on with by'.split(
    ' ',
  ),
);

/** Words that are common in names of facilities. Two names that share only such words are not alike. */
const ordinary = new Set(
  (
    'center clinic service program treatment recovery health healthcare care behavioral mental addiction substance ' +
    'abuse use disorder alcohol drug alcoholism outpatient inpatient residential intensive hospital medical counseling ' +
    'community family children youth adult adolescent adolescents men women womens mens house home wellness therapy ' +
    'psychiatric psychological psychiatry rehabilitation rehab system group associate foundation institute department ' +
    'county city state regional office agency integrated human social support detox withdrawal management partial ' +
    'hospitalization day crisis unit campus facility network partner solution administration division branch site ' +
    'location veteran affair va opioid methadone medication assisted child behavior life new living education comprehensive ' +
    'north south east west northern southern eastern western central'
  ).split(' '),
);
const ordinaryWeight = 0.25;

/** Abbreviations that directories use, with their expansions. Used only for comparing, so each has just one. */
const cutShort: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: 'addiction',
    assoc: 'associate',
    beh: 'behavioral',
    comm: 'community',
    csl: 'counseling',
    fam: 'family',
    fdn: 'foundation',
    mh: 'mental health',
    med: 'medical',
    prg: 'program',
    reg: 'regional',
    rehab: 'rehabilitation',
    serv: 'service',
    srv: 'service',
    trts: 'treatment',
    univ: 'university',
  }),
);

/**
 * Returns the significant words of a name, without plural endings: "Community Bridges Inc" gives `community`, `bridge`.
 */
export function nameWords(name: string): string[] {
  return plain(readable(name).replace(/&/g, ' and '))
    .split(' ')
    .filter((word) => word !== '' && !silent.has(word))
    .map(stem)
    .flatMap((word) => (cutShort.get(word) ?? word).split(' '));
}

function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

export function isOrdinary(word: string): boolean {
  return ordinary.has(word);
}

export interface NameLikeness {
  /**
   * Weight of the shared words (counted in both names) divided by the total weight of both names. 1 if the names are
   * equal.
   */
  readonly alike: number;
  /** Weight of the shared words divided by the weight of the lighter name. 1 if one name contains the other. */
  readonly within: number;
  /** How many of the shared words are not ordinary. */
  readonly telling: number;
}

/** Compares names word by word. Two words may differ by a typo, and ordinary words count little. */
export function compareNames(one: readonly string[], other: readonly string[]): NameLikeness {
  if (one.length === 0 || other.length === 0) return { alike: 0, within: 0, telling: 0 };
  // Names that differ only in spaces or punctuation are equal: "Ohio Guidestone" and "OhioGuidestone", "MH/AD" and
  // "MHAD".
  if (one.join('') === other.join(''))
    return { alike: 1, within: 1, telling: one.filter((word) => !ordinary.has(word)).length };
  const left = [...other];
  let shared = 0;
  let telling = 0;
  for (const word of one) {
    const index = left.findIndex((each) => sameWord(word, each));
    if (index < 0) continue;
    const [match = word] = left.splice(index, 1);
    // A mistyped ordinary word ("Heatlh" for "Health") counts as ordinary, whichever name it is in.
    shared += Math.min(weightOf(word), weightOf(match));
    if (!ordinary.has(word) && !ordinary.has(match)) telling++;
  }
  const [first, second] = [weigh(one), weigh(other)];
  return { alike: (2 * shared) / (first + second), within: shared / Math.min(first, second), telling };
}

/**
 * True if the words are equal, or begin with the same letter and differ by at most one letter (by two if both have nine
 * letters or more). Words with digits, or with fewer than five letters, must be equal.
 */
export function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  if (length < 5 || /\d/.test(one + other) || one[0] !== other[0]) return false;
  const most = length < 9 ? 1 : 2;
  return editDistance(one, other, most) <= most;
}

function weigh(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0);
}

function weightOf(word: string): number {
  return ordinary.has(word) ? ordinaryWeight : 1;
}
