import { compile } from './compile.ts';
import * as list from './templates.ts';
import { asMeant, encode } from './vocabulary.ts';

export interface Meaning {
  /**
   * - `danger`: a wish, a plan, a threat, or a body in danger now.
   * - `topic`: a word of danger ("suicidal", "overdose") that nothing around it makes history, a loss or a course.
   * - `turned`: words of danger, each of them negated, past or of somebody's work.
   */
  readonly kind: 'danger' | 'topic' | 'turned' | 'none';
  /** The text's words, without words of danger that are negated, in the past or about somebody's work. */
  readonly words: readonly string[];
}

const past = compile(list.PAST, '');
const today = compile(list.TODAY, '');
const habit = compile(list.HABIT, '');
const office = compile(list.OFFICE, '');
const was = compile('WAS .1', '');
/** These end right before what they turn around. */
const negation = compile(list.NEGATION, '', '$');
const usedTo = compile('used .3', '', '$');

/** How many words around a match decide how it is meant; how many before it can negate it. */
const AROUND = 12;
const BEFORE = 7;

/** What is said around a match. */
interface Around {
  readonly isNegated: boolean;
  /** Where the negation begins, or where the match begins if nothing negates it. */
  readonly begins: number;
  /** "used to" is before it. */
  readonly isFormer: boolean;
  /** "tried to", "wanted to". */
  readonly hasPastVerb: boolean;
  readonly isToday: boolean;
  readonly isPast: boolean;
  /** Of the past, of a loss or of a course. */
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

/** Templates, what they mean, and what turns that around. The first that nothing turns around decides. */
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
 * @param typed The text's words, from wordsOf.
 * @returns its words without those whose meaning is reversed
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
