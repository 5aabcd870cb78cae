import { stateOf } from '../places/postal-states.ts';
import { areAlike, type Language, type Lexicon } from './lexicon.ts';
import { isSpelledRight } from './spelling.ts';
import { longStopWords } from './stop-words.ts';
import type { Token } from './tokenize.ts';

type Rule = readonly [written: RegExp, sound: string | ((vowels: string) => string)];

/** Sorts adjacent vowels, because people often swap them: "neice", "kiasier". */
const swapped = (vowels: string): string => [...vowels].sort().join('').replace(/^ei$/, 'e');

/** Spellings that sound the same in both languages. Spelling rules of one language are applied first. */
const shared: readonly Rule[] = [
  [/ck|q|c|k/g, 'k'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
];
const rules: Readonly<Record<Language, readonly Rule[]>> = {
  english: [
    [/ph/g, 'f'],
    [/gh(?=t|$)|(?<=au)gh/g, ''],
    [/w(?=[^aeiouy]|$)/g, 'u'],
    [/x/g, 'ks'],
    [/sc(?=[eiy])|c(?=[eiy])/g, 's'],
    [/qu?/g, 'k'],
    [/[oa]e(?=.)/g, 'e'],
    ...shared,
    // Two vowels in a row, which are often swapped: "neice", "kiasier".
    [/(?<=.)[aeiou]{2,}/g, swapped],
    [/(?<=.{3})e$/, ''],
  ],
  spanish: [
    [/ch/g, '%'],
    [/h/g, ''],
    [/gu(?=[ei])/g, '#'],
    [/g(?=[ei])|j/g, 'j'],
    [/qu(?=[ei])/g, 'k'],
    [/sc(?=[ei])|c(?=[ei])/g, 's'],
    [/v/g, 'b'],
    [/ll/g, 'y'],
    [/gu(?=[aeiou])|w|#/g, 'g'],
    [/mb|nb/g, 'mb'],
    ...shared,
  ],
};

/** The sound of a word as a text. It is the same for "kiero" and "quiero", and for "dauter" and "daughter". */
export const soundOf = (word: string, language: Language): string =>
  rules[language].reduce(
    (sound, [written, one]) => (typeof one === 'string' ? sound.replace(written, one) : sound.replace(written, one)),
    word,
  );

/**
 * Fewest letters of a word that is corrected by its sound. Short English words sound like too many others: "boss" is
 * not "booze".
 */
const SHORTEST = { english: 5, spanish: 4 } as const;

/** More Spanish words that are corrected by sound: short ones, and ones that the lexicon does not have. */
const plainWords =
  'quiero quiere ayuda ayudar busco vivo vive tengo tiene donde cuando cerca hacer porque tomar dejar vato habla trabajo'.split(
    ' ',
  );

type Sounds = Readonly<Record<Language, ReadonlyMap<string, string | null>>>;
const made = new WeakMap<Lexicon, Sounds>();

/** The known words by their sound; null for a sound that different words share. */
function soundsOf(lexicon: Lexicon): Sounds {
  const known = made.get(lexicon);
  if (known !== undefined) return known;
  const of = (language: Language) => {
    const words = new Map<string, string | null>();
    const add = (word: string) => {
      const sound = soundOf(word, language);
      const other = words.get(sound);
      const isAlike = other === undefined || (other !== null && areAlike(lexicon.find(word), lexicon.find(other)));
      words.set(sound, isAlike ? (other ?? word) : null);
    };
    for (const word of lexicon.longWords) if (lexicon.isWordOf(language, word) && stateOf(word) === null) add(word);
    for (const word of [...(language === 'spanish' ? plainWords : []), ...longStopWords]) {
      if (words.get(soundOf(word, language)) === undefined) add(word);
    }
    return words;
  };
  const sounds = { english: of('english'), spanish: of('spanish') };
  made.set(lexicon, sounds);
  return sounds;
}

/**
 * Reads words as the known words that they sound like: "eroina", "nesesito", "detocks". A word stays unchanged if it is
 * spelled correctly, names a town, or sounds like two known words. The typed text is kept too.
 */
export function asHeard(
  tokens: readonly Token[],
  lexicon: Lexicon,
  language: Language | null,
  isTown: (token: Token) => boolean,
): readonly Token[] {
  const order: readonly Language[] = language === 'spanish' ? ['spanish', 'english'] : ['english', 'spanish'];
  return tokens.map((token) => {
    const { kind, word, plain } = token;
    if (kind !== 'word' || plain.length < SHORTEST.spanish || isSpelledRight(word, plain, lexicon) || isTown(token))
      return token;
    for (const one of order) {
      if (plain.length < SHORTEST[one]) continue;
      const known = soundsOf(lexicon)[one];
      const meant = known.get(soundOf(plain, one)) ?? known.get(soundOf(word, one)) ?? null;
      if (meant === null) continue;
      if (meant === word || isTown({ ...token, text: meant, plain: meant })) break;
      return { ...token, plain: meant, word: meant };
    }
    return token;
  });
}
