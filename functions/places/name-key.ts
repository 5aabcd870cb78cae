/** Abbreviations and what they stand for, if they are a word at the start or inside a name. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['ft', 'fort'],
  ['mt', 'mount'],
]);

/** The ASCII letters and digits of a text in lower case, without accents. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

function wordsOf(name: string): readonly string[] {
  // Shortcut: most names are plain words that the steps below would not change.
  const words = PLAIN.test(name) ? name.toLowerCase().split(' ') : wordsWithin(name);
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
}

function wordsWithin(name: string): readonly string[] {
  return (
    name
      .normalize('NFKD')
      // Removes accents, apostrophes (including Hawaiian okinas) and periods without splitting the word: O'Fallon, D.C.
      .replace(/[\u0300-\u036f'’‘ʻʼ`.]/g, '')
      .toLowerCase()
      .replace(/&/g, ' and ')
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '')
  );
}

/**
 * The one spelling under which a place name is stored and found: "St. Louis" and "Saint Louis" are `saintlouis`,
 * "Coeur d'Alene" is `coeurdalene`, "DeKalb" and "De Kalb" are `dekalb`, "The Bronx" and "Bronx" are `bronx`.
 * Empty when the name has neither letter nor digit. The built table is sorted by this key:
 * a change here needs `node data/places/build.ts`.
 */
export function nameKey(name: string): string {
  return wordsOf(name)
    .map((word) => ABBREVIATIONS.get(word) ?? word)
    .join('');
}

/**
 * Keys with which the full name may begin, for a name that is still being typed. Its last word may be an abbreviation
 * or the start of a longer word ("st" of "Saint Paul" or of "Stockton").
 */
export function keysBegun(typed: string): readonly string[] {
  const words = wordsOf(typed);
  const last = words.at(-1);
  if (last === undefined) return [];
  const key = nameKey(typed);
  if (!ABBREVIATIONS.has(last)) return [key];
  return [key, nameKey(words.slice(0, -1).join(' ')) + last];
}

const COMPASS: readonly (readonly [string, string])[] = [
  ['n', 'north'],
  ['s', 'south'],
  ['e', 'east'],
  ['w', 'west'],
];
/** Short forms of words at the end or in the middle of names: "Jct" for "Junction". */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ['bch', 'beach'],
  ['br', 'branch'],
  ['cyn', 'canyon'],
  ['crk', 'creek'],
  ['cty', 'city'],
  ['ests', 'estates'],
  ['fls', 'falls'],
  ['frst', 'forest'],
  ['gdns', 'gardens'],
  ['grv', 'grove'],
  ['hbr', 'harbor'],
  ['hgts', 'heights'],
  ['hls', 'hills'],
  ['hts', 'heights'],
  ['isl', 'island'],
  ['jct', 'junction'],
  ['jctn', 'junction'],
  ['jnct', 'junction'],
  ['lk', 'lake'],
  ['lks', 'lakes'],
  ['mdws', 'meadows'],
  ['mdw', 'meadow'],
  ['mtn', 'mountain'],
  ['mtns', 'mountains'],
  ['pk', 'park'],
  ['plns', 'plains'],
  ['pt', 'point'],
  ['rch', 'ranch'],
  ['rdg', 'ridge'],
  ['riv', 'river'],
  ['rvr', 'river'],
  ['shrs', 'shores'],
  ['spg', 'springs'],
  ['spgs', 'springs'],
  ['spngs', 'springs'],
  ['sprgs', 'springs'],
  ['sprs', 'springs'],
  ['sq', 'square'],
  ['twp', 'township'],
  ['twnshp', 'township'],
  ['vlg', 'village'],
  ['vly', 'valley'],
]);
const LEADING: ReadonlyMap<string, string> = new Map([
  ...COMPASS,
  ...SHORTENED,
  ['pt', 'port'],
  ['no', 'north'],
  ['so', 'south'],
  ['gr', 'grand'],
]);

/**
 * Keys of a name after its short forms were replaced: "N Las Vegas", "Grand Jct", "Pt Townsend". Empty if it has no
 * short forms.
 */
export function writtenOut(name: string): readonly string[] {
  const words = wordsOf(name);
  if (words.length < 2) return [];
  const whole = words.map((word, at) => (at === 0 ? LEADING : SHORTENED).get(word) ?? word);
  return whole.every((word, at) => word === words[at]) ? [] : [nameKey(whole.join(' '))];
}
