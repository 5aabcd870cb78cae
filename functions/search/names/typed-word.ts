import type { NameTerms } from '../../dataset/name-text.ts';
import { stateCodes, stateNames } from '../../domain/state.ts';

/** Number of index rows for exactly this word (`whole`), and for all words that begin with it (`begun`). */
export interface Counts {
  readonly whole: number;
  readonly begun: number;
}

/** A word of the dataset that the typed word may stand for. */
export interface Alike {
  readonly word: string;
  readonly count: number;
  /** What a match is worth, as a share of the typed word's weight. Below 1. */
  readonly quality: number;
}

/** Index rows that may match a typed word: those of one word, or of all words with one beginning. */
export interface Tier {
  readonly word: string;
  /** True for all words that begin with `word`, false for this word only. */
  readonly beginnings: boolean;
  readonly count: number;
  /** How much a match in these rows adds to a center's score, at most. */
  readonly gain: number;
}

/** A typed word, the words that it may stand for, and what a match of each is worth. */
export interface TypedWord {
  readonly text: string;
  /** The most that this word can add to a center's score. */
  readonly weight: number;
  /** What the word adds to the score of a center in the state that it names; 0 if it names no state. */
  readonly stateGain: number;
  readonly begunGain: number;
  /** True if the word may match initials but not the beginning of a longer word: "va" is not "valley". */
  readonly initialsOnly: boolean;
  readonly alike: readonly { readonly word: string; readonly gain: number }[];
  readonly tiers: readonly Tier[];
}

const QUALITY = {
  initials: 0.8,
  begun: 0.85,
  begunShort: 0.7,
  begunInitials: 0.7,
  place: 0.5,
  begunPlace: 0.6,
} as const;
/** A shorter word that the dataset also has as a whole word is not read as the beginning of another word. */
const LEAST_BEGINNING = 4;
/** Number of centers that a word is assumed to have if it is in no name. */
const NOWHERE = 0.5;
/** Highest weight of a typed word that is a state's postal code. */
const STATE_WEIGHT = 2;

const statesByWord: ReadonlyMap<string, string> = new Map(
  stateCodes.flatMap((code) => {
    const [short, full] = [code.toLowerCase(), stateNames[code].toLowerCase()];
    return [[short, short], ...(full.includes(' ') ? [] : [[full, short]])] as [string, string][];
  }),
);

/** Weight of a word: the fewer centers have it, the more it identifies one. */
const weightOf = (count: number, centers: number): number => Math.log1p(centers / Math.max(count, NOWHERE));

/** @param centers Number of centers in the dataset. */
export function typedWord(text: string, { whole, begun }: Counts, alike: readonly Alike[], centers: number): TypedWord {
  const state = statesByWord.get(text);
  const most = Math.max(0, ...alike.map(({ count }) => count));
  const known = whole || begun || most;
  const full = weightOf(known, centers);
  const weight = state === text ? Math.min(full, STATE_WEIGHT) : full;
  const initialsOnly = whole > 0 && text.length < LEAST_BEGINNING;
  const quality = initialsOnly
    ? QUALITY.begunInitials
    : text.length < LEAST_BEGINNING
      ? QUALITY.begunShort
      : QUALITY.begun;
  const begunGain =
    begun > whole && text.length >= (initialsOnly ? 3 : 1) ? quality * Math.min(weight, weightOf(begun, centers)) : 0;
  const gains = alike.map((one) => ({ ...one, gain: one.quality * Math.min(weight, weightOf(one.count, centers)) }));
  const tiers = [
    ...(whole > 0 ? [{ word: text, beginnings: false, count: whole, gain: weight }] : []),
    ...(begunGain > 0 ? [{ word: text, beginnings: true, count: begun, gain: begunGain }] : []),
    ...gains.map(({ word, count, gain }) => ({ word, beginnings: false, count, gain })),
  ];
  return {
    text,
    weight,
    stateGain: state === undefined ? 0 : QUALITY.place * Math.min(weight, STATE_WEIGHT),
    begunGain,
    initialsOnly,
    alike: gains,
    tiers,
  };
}

/** What a typed word adds to a center's score, not counting its state. */
export function gainOf(typed: TypedWord, { words, initials, city }: NameTerms): number {
  const { text, weight, begunGain, initialsOnly, alike } = typed;
  if (words.has(text)) return weight;
  let gain = initials.has(text) ? QUALITY.initials * weight : city.has(text) ? QUALITY.place * weight : 0;
  if (begunGain > gain && begins(initialsOnly ? initials : words, text)) gain = begunGain;
  else if (begunGain * QUALITY.begunPlace > gain && (begins(city, text) || begins(initials, text)))
    gain = begunGain * QUALITY.begunPlace;
  for (const one of alike) {
    if (one.gain > gain && words.has(one.word)) gain = one.gain;
    else if (one.gain * QUALITY.place > gain && city.has(one.word)) gain = one.gain * QUALITY.place;
  }
  return gain;
}

/** What a typed word adds to a center's score if it names the center's state; otherwise 0. */
export const stateGainOf = ({ text, stateGain }: TypedWord, { state }: NameTerms): number =>
  stateGain > 0 && statesByWord.get(text) === state ? stateGain : 0;

function begins(words: ReadonlySet<string>, text: string): boolean {
  for (const word of words) if (word.startsWith(text)) return true;
  return false;
}
