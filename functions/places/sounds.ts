const COMMON: readonly (readonly [RegExp, string])[] = [
  [/cester/g, 'ster'],
  [/ough/g, 'o'],
  [/gh/g, ''],
  [/ph/g, 'f'],
  [/qu/g, 'kw'],
  [/^kn/, 'n'],
  [/^wr/, 'r'],
  [/wh/g, 'w'],
  [/[cs]h/g, 'S'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/dg|g(?=[eiy])/g, 'j'],
  [/(.)\1+/g, '$1'],
  [/^[aeiouy]/, 'A'],
  [/[aeiouy]/g, ''],
];
/** Rules for the sound of Spanish names: "La Jolla" sounds like "la hoya". */
const SPANISH: readonly (readonly [RegExp, string])[] = [
  [/ll/g, 'y'],
  [/[jx]/g, 'h'],
];

const through = (key: string, steps: typeof COMMON): string =>
  steps.reduce((text, [spelled, sound]) => text.replace(spelled, sound), key);

/** The consonants in the sound of a name's key: "gloster" and "gloucester" give the same result. */
export const soundOf = (key: string): string => through(key, COMMON);

/** All sounds that a name's key may have, including that of the Spanish reading. */
export const soundsOf = (key: string): readonly string[] => [
  ...new Set([soundOf(key), soundOf(through(key, SPANISH))]),
];

const ALIKE_FIRST: Readonly<Record<string, string>> = {
  a: 'e',
  c: 'ks',
  e: 'ai',
  f: 'p',
  g: 'j',
  h: 'jw',
  i: 'e',
  j: 'gh',
  k: 'c',
  n: 'k',
  r: 'w',
  s: 'cz',
  w: 'h',
  z: 's',
};

/** First letters of names that may be meant if the typed name begins with this letter. */
export const firstLetters = (letter: string): readonly string[] => [letter, ...(ALIKE_FIRST[letter] ?? '')];
