import { meaningOf } from '../../functions/crisis/meaning.ts';
import { LETTERS, signsOfKind, signsOfWords, ZERO } from '../../functions/crisis/signs.ts';
import { wordsOf } from '../../functions/crisis/words.ts';
import { EVERY, type Lesson, learn } from './learn.ts';
import type { Judged } from './texts.ts';

/** One step of a weight, in log-odds. */
const UNIT = 0.25;
/**
 * Moves the border between danger and not, because a miss is worse than a false alarm; further where a danger is named,
 * and back where what is named is turned around.
 */
const LEAN = 0.85;
const LEANS: Readonly<Record<string, number>> = { '@topic': 0.4, '@turned': -0.75 };
/** A sign that fewer texts have is not kept: it would only say that text again. Names of places and centers do not count. */
const FEWEST = 2;
const FEWEST_NEGATED = 4;
/** Nor is one that decides little: its weight times how many texts have it. */
const LEAST = 4.5;
const OPTIONS = { rounds: 60, decay: 0.08, rate: 0.5 };
/** What `packed` can write: no digits, which say how much is shared. */
const WRITABLE = /^(?:\*|@[a-z]+|!?[a-z]+|!?#[1-5])$/;

/** What functions/crisis/weights.ts holds. */
export interface Weights {
  /** What every text has before its signs are added. */
  readonly bias: number;
  /** Signs and their weights. */
  readonly packed: string;
}

/** Learns twice: which signs decide, and then the weights of those alone. */
export function weightsOf(judged: readonly Judged[]): Weights {
  const all = judged.map(({ kind, expected, text }) => ({
    kind,
    isDanger: expected === 'crisis',
    signs: signsOf(text),
  }));
  const counts = new Map<string, number>();
  for (const { signs } of all.filter(({ kind }) => kind !== 'names'))
    for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const countOf = (sign: string) => counts.get(sign) ?? 0;
  const isFrequent = (sign: string) => countOf(sign) >= (sign.startsWith('!') ? FEWEST_NEGATED : FEWEST);
  const first = learn(
    onlyWith(all, (sign) => WRITABLE.test(sign) && isFrequent(sign)),
    OPTIONS,
  );
  const decides = (sign: string) => sign === EVERY || Math.abs(first.get(sign) ?? 0) * countOf(sign) >= LEAST;
  const learned = learn(onlyWith(all, decides), OPTIONS);
  const units = [...learned]
    .filter(([sign]) => sign !== EVERY)
    .map(([sign, weight]) => ({ sign, units: Math.round((weight + (LEANS[sign] ?? 0)) / UNIT) }));
  return {
    bias: Math.round((100 * ((learned.get(EVERY) ?? 0) + LEAN)) / UNIT) / 100,
    packed: packed(units.filter((one) => one.units !== 0)),
  };
}

function onlyWith(lessons: readonly Lesson[], isKept: (sign: string) => boolean): readonly Lesson[] {
  return lessons.map(({ signs, isDanger }) => ({ signs: signs.filter(isKept), isDanger }));
}

/** In order, each with how many letters it shares with the sign before it, its other letters, and its weight as a capital. */
function packed(signs: readonly { readonly sign: string; readonly units: number }[]): string {
  let before = '';
  const parts = signs
    .toSorted((one, other) => (one.sign < other.sign ? -1 : 1))
    .map(({ sign, units }) => {
      let shared = 0;
      while (shared < sign.length && sign[shared] === before[shared]) shared++;
      before = sign;
      return `${shared}${sign.slice(shared)}${letterOf(units)}`;
    });
  return parts.join('');
}

/** @throws where a weight has no letter */
function letterOf(units: number): string {
  const letter = LETTERS[units + ZERO];
  if (letter === undefined) throw new Error(`no letter for a weight of ${units}`);
  return letter;
}

function signsOf(text: string): readonly string[] {
  const { kind, words } = meaningOf(wordsOf(text));
  return [...new Set([EVERY, ...signsOfKind(kind), ...signsOfWords(words).flat()])];
}
