import { meaningOf } from '../../functions/crisis/meaning.ts';
import { signsOfAll, signsOfWords } from '../../functions/crisis/signs.ts';
import { hashOf, LEVELS, packed } from '../../functions/crisis/table.ts';
import { wordsOf } from '../../functions/crisis/words.ts';
import { type Lesson, learn } from './learn.ts';
import type { Judged } from './texts.ts';

/** Added to every score (log-odds), so that more texts count as danger: a miss is worse than a false alarm. */
const LEAN = 0.7;
/** Added to the bias after rounding; below 0 if the name of a center or city would otherwise raise an alarm. */
const FURTHER = 0;
/**
 * Minimum number of training texts with a sign. A rarer sign would only memorize its texts, so it is dropped. Names of
 * places and centers are not counted.
 */
const FEWEST = 3;
/** Maximum number of signs in the generated table. */
const SIGNS = 1_715;
/**
 * Weight of a text that is a name. It is high, because a name mistaken for a crisis is wrong for everybody who types
 * it.
 */
const NAME = 8;
/**
 * Training weight of a name, or of another text of a kind in `NEAR`, if its score is not at least that far (in
 * log-odds) on the right side of the threshold.
 */
const NEAR_COUNTS = 40;
const NEAR: Readonly<Record<string, number>> = { names: 3, named: 2, asked: 1.5 };
const CHOOSE = { rounds: 12, rate: 0.3, decay: 1, least: 3 };
const LEARN = { rounds: 15, rate: 0.3, decay: 2, least: 0 };
/** Weights are rounded in four steps. Each step rounds this share of those that are not rounded yet. */
const ROUNDING = [0.4, 0.5, 0.5, 1];
/** A sign whose weight is smaller than this is dropped. */
const LIGHTEST = 0.3;

/** What is written to functions/crisis/weights.ts. */
export interface Weights {
  /** Score of a text without any signs. */
  readonly bias: number;
  /** Signs and their weights. */
  readonly packed: string;
}

/** Learns twice: first to choose the signs, then to find the weights of the chosen signs. */
export function weightsOf(judged: readonly Judged[]): Weights {
  const lessons = judged.map(({ kind, expected, text }) => ({
    kind,
    isDanger: expected === 'crisis',
    signs: signsOf(text),
    weight: kind === 'names' ? NAME : 1,
  }));
  const counts = new Map<number, number>();
  for (const { kind, signs } of lessons)
    if (kind !== 'names') for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const countOf = (sign: number) => counts.get(sign) ?? 0;
  const first = learn(
    onlyWith(lessons, (sign) => countOf(sign) >= FEWEST),
    CHOOSE,
  ).weights;
  const worth = (sign: number) => Math.abs(first.get(sign) ?? 0) * Math.sqrt(countOf(sign));
  const kept = new Set(
    [...first.keys()]
      .filter((sign) => first.get(sign) !== 0)
      .toSorted((one, other) => worth(other) - worth(one))
      .slice(0, SIGNS),
  );
  const short = onlyWith(lessons, (sign) => kept.has(sign));
  const { bias, places } = rounded(withNear(short));
  return { bias: Math.round(100 * (bias + LEAN + FURTHER)) / 100, packed: packed(places) };
}

function withNear<Text extends Lesson<number> & { readonly kind: string }>(lessons: readonly Text[]): readonly Text[] {
  const { bias, weights } = learn(lessons, LEARN);
  const scoreOf = ({ signs }: Text) => signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), bias + LEAN);
  return lessons.map((one) => {
    const far = one.isDanger ? scoreOf(one) : -scoreOf(one);
    return far < (NEAR[one.kind] ?? Number.NEGATIVE_INFINITY) ? { ...one, weight: NEAR_COUNTS } : one;
  });
}

/**
 * Rounds weights to LEVELS in steps; each step rounds those that are closest to a level. After each step, the weights
 * that are not rounded yet are learned again to compensate.
 */
function rounded(lessons: readonly Lesson<number>[]): { bias: number; places: ReadonlyMap<number, number> } {
  const places = new Map<number, number>();
  const fixed = new Map<number, number>();
  for (const share of ROUNDING) {
    const { weights } = learn(lessons, LEARN, fixed);
    const free = [...weights].filter(([sign]) => !fixed.has(sign));
    const off = (weight: number) => Math.abs(weight - levelAt(nearestLevel(weight)));
    const nearest = free.toSorted(([, one], [, other]) => off(one) - off(other));
    for (const [sign, weight] of nearest.slice(0, Math.ceil(share * free.length))) {
      if (Math.abs(weight) >= LIGHTEST) places.set(sign, nearestLevel(weight));
      fixed.set(sign, Math.abs(weight) >= LIGHTEST ? levelAt(nearestLevel(weight)) : 0);
    }
  }
  return { bias: learn(lessons, LEARN, fixed).bias, places };
}

const levelAt = (place: number): number => LEVELS[place] ?? 0;

function nearestLevel(weight: number): number {
  const far = LEVELS.map((level) => Math.abs(level - weight));
  return far.indexOf(Math.min(...far));
}

function onlyWith<Text extends Lesson<number>>(lessons: readonly Text[], isKept: (sign: number) => boolean): Text[] {
  return lessons.map((lesson) => ({ ...lesson, signs: lesson.signs.filter(isKept) }));
}

function signsOf(text: string): readonly number[] {
  const meaning = meaningOf(wordsOf(text));
  return [...new Set([...signsOfAll(meaning), ...signsOfWords(meaning.words).flat()].map(hashOf))];
}
