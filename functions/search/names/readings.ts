import { wordsOf } from '../../dataset/words.ts';
import type { NameReading } from './score.ts';
import { type Alike, type Counts, type TypedWord, typedWord } from './typed-word.ts';

/** What a dataset knows about a typed word. */
export interface WordFacts extends Counts {
  /** Words of the dataset that a misspelled or shortened word may stand for. */
  readonly alike: readonly Alike[];
  /** Pairs of words of the dataset that make up the typed word, likeliest pair first. */
  readonly splits: readonly (readonly Part[])[];
}

/** One part of a word that was split, with the number of index rows for it. */
export interface Part {
  readonly text: string;
  readonly count: number;
}

const typedPart = ({ text, count }: Part, centers: number): TypedWord =>
  typedWord(text, { whole: count, begun: count }, [], centers);

const unknown: WordFacts = { whole: 0, begun: 0, alike: [], splits: [] };

const CHANGED = 0.97;
const LEAST_JOINED = 5;

/** Two neighboring words, joined to one that they may stand for: "med mark". */
export interface Joined {
  readonly at: number;
  readonly text: string;
}

function joinedWords(words: readonly string[]): Joined[] {
  return words.slice(1).flatMap((word, at) => {
    const text = (words[at] ?? '') + word;
    return text.length >= LEAST_JOINED ? [{ at, text }] : [];
  });
}

/** Words to look up for a typed name: its own words, and each pair of neighbors joined into one. */
export function lookedUp(text: string): { readonly words: readonly string[]; readonly joined: readonly Joined[] } {
  const words = wordsOf(text);
  return { words, joined: joinedWords(words) };
}

/**
 * The ways to read a typed name: as typed, with two neighbors joined if that makes a known word, or with an unknown
 * word split into known ones.
 * @param facts What the dataset knows about each word from {@link lookedUp}.
 * @param centers Number of centers in the dataset.
 */
export function readingsOf(text: string, facts: ReadonlyMap<string, WordFacts>, centers: number): NameReading[] {
  const { words, joined } = lookedUp(text);
  const factsOf = (word: string): WordFacts => facts.get(word) ?? unknown;
  const typed = (word: string): TypedWord => {
    const known = factsOf(word);
    return typedWord(word, known, known.alike, centers);
  };
  const asTyped = words.map(typed);
  const readings: NameReading[] = [{ words: asTyped, quality: 1 }];
  for (const { at, text: both } of joined) {
    if (factsOf(both).begun === 0) continue;
    readings.push({ words: asTyped.toSpliced(at, 2, typed(both)), quality: CHANGED });
  }
  const splitAt = words.flatMap((word, at) => (factsOf(word).splits.length > 0 ? [at] : []));
  for (const at of splitAt) {
    for (const parts of factsOf(words[at] ?? '').splits) {
      const split = parts.map((part) => typedPart(part, centers));
      readings.push({ words: asTyped.toSpliced(at, 1, ...split), quality: CHANGED });
    }
  }
  if (splitAt.length > 1) {
    const all = asTyped.flatMap((word, at) => {
      const [parts] = factsOf(words[at] ?? '').splits;
      return parts === undefined ? [word] : parts.map((part) => typedPart(part, centers));
    });
    readings.push({ words: all, quality: CHANGED });
  }
  return readings;
}
