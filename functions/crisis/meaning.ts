import { compile } from './compile.ts';
import * as list from './templates.ts';
import { asMeant, encode } from './vocabulary.ts';

export interface Meaning {
  /**
   * - `danger`: a wish, a plan, a threat, or a medical emergency now.
   * - `topic`: a danger word ("suicidal", "overdose") whose context is not about the past, a loss or a course.
   * - `turned`: all danger words are negated, past or about somebody's work.
   */
  readonly kind: 'danger' | 'topic' | 'turned' | 'none';
  /** The text's words, without danger words that are negated, past or about somebody's work. */
  readonly words: readonly string[];
}

const past = compile(list.PAST, '');
const today = compile(list.TODAY, '');
const habit = compile(list.HABIT, '');
const office = compile(list.OFFICE, '');
const was = compile('WAS .1', '');
/** Matches a negation at the end of a text, so that it is directly before the negated words. */
const negation = compile(list.NEGATION, '', '$');
const usedTo = compile('used .3', '', '$');

/**
 * AROUND: number of words on each side of a match that are its context. BEFORE: number of words before a match in which
 * a negation counts.
 */
const AROUND = 12;
const BEFORE = 7;

/** What the words around a match say about it. */
interface Around {
  readonly isNegated: boolean;
  /** Position at which the negation begins, or the match if nothing negates it. */
  readonly begins: number;
  /** True if "used to" comes before the match. */
  readonly isFormer: boolean;
  /** True if "tried to" or "wanted to" comes before the match. */
  readonly hasPastVerb: boolean;
  readonly isToday: boolean;
  readonly isPast: boolean;
  /** True if the context is about the past, a loss or a course. */
  readonly isTold: boolean;
  readonly isHabit: boolean;
}

function aroundOf(words: string, from: number, to: number): Around {
  const before = words.slice(Math.max(0, from - BEFORE), from);
  const negated = negation.exec(before);
  const around = words.slice(Math.max(0, from - AROUND), to + AROUND);
  const isToday = today.test(around);
  const isPast = !isToday && past.test(around);
  return {
    isNegated: negated !== null,
    begins: negated === null ? from : from - before.length + negated.index,
    isFormer: usedTo.test(before),
    hasPastVerb: was.test(words.slice(Math.max(0, from - 3), to)),
    isToday,
    isPast,
    isTold: isPast || (!isToday && office.test(around)),
    isHabit: habit.test(around),
  };
}

/**
 * Templates, their meaning, and a test of whether the context reverses it. The first template that is not reversed
 * decides.
 */
const readings: readonly (readonly [string, 'danger' | 'topic', (around: Around) => boolean])[] = [
  [list.NO_LIFE, 'danger', ({ isFormer }) => isFormer],
  [list.BODY, 'danger', ({ isPast }) => isPast],
  [list.TAKEN, 'danger', ({ isPast, isHabit }) => isPast || isHabit],
  [
    list.WISH,
    'danger',
    ({ isNegated, isFormer, hasPastVerb, isTold }) => isNegated || isFormer || (hasPastVerb && isTold),
  ],
  [list.STATE, 'danger', ({ isNegated, isFormer, isTold }) => isNegated || isFormer || isTold],
  [list.TOPIC, 'topic', ({ isNegated, isFormer, isTold }) => isNegated || isFormer || isTold],
];
const compiled = readings.map(([templates, meant, isTurned]) => ({ pattern: compile(templates), meant, isTurned }));

/**
 * Finds what a text means.
 * @param typed The text's words, as {@link wordsOf} returns them.
 * @returns the meaning, and the words without those whose meaning is reversed
 */
export function meaningOf(typed: readonly string[]): Meaning {
  const read = asMeant(typed);
  const encoded = encode(read);
  const turned = new Set<number>();
  const wordsThatCount = () => (turned.size === 0 ? read : read.filter((_, at) => !turned.has(at)));
  for (const { pattern, meant, isTurned } of compiled)
    for (const { index, 0: found } of encoded.matchAll(pattern)) {
      const around = aroundOf(encoded, index, index + found.length);
      if (!isTurned(around)) return { kind: around.isToday ? 'danger' : meant, words: wordsThatCount() };
      for (let at = around.begins; at < index + found.length; at++) turned.add(at);
    }
  return { kind: turned.size > 0 ? 'turned' : 'none', words: wordsThatCount() };
}
