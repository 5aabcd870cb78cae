/** What is listed, and what is not, in words. Pure. */
import type { Answer, Coverage } from './answer.ts';
import { listText, stateName } from './state-names.ts';
import { milesText } from './words.ts';

/** From here on nobody would go there by chance: the list is then shown only to whoever asks for it. */
const farMiles = 50;

/** A search that starts where no center is listed. */
export interface Outside {
  /** `Florida`; null where the place is in no state that is known. */
  readonly name: string | null;
  /** Codes of the states that are listed. */
  readonly states: readonly string[];
  /** Miles to the nearest center that is listed; null where that is not known. */
  readonly miles: number | null;
  /** The state of that center. */
  readonly nearestIn: string | null;
  readonly far: boolean;
}

/** Null where the search starts in a listed state, or the answer says nothing about it. */
export function outsideOf({ coverage, results, alternatives }: Pick<Answer, 'coverage' | 'results' | 'alternatives'>) {
  if (coverage === undefined || coverage.origin.listed) return null;
  const [nearest] = results;
  const elsewhere = alternatives?.find(({ change }) => change.within === null)?.nearestMiles ?? null;
  const miles = nearest?.distance?.miles ?? elsewhere;
  return outside(coverage, miles, nearest ? stateName(nearest.center.address.state) : null);
}

/** @param miles To the nearest center, where one was found. */
export function outside({ origin, states }: Coverage, miles: number | null, nearestIn: string | null): Outside {
  const name = origin.state === null ? null : stateName(origin.state);
  return { name, states, miles, nearestIn, far: miles === null || miles > farMiles };
}

export function outsideHeading({ name }: Outside): string {
  return `No listed centers ${name === null ? 'there' : `in ${name}`}`;
}

/** Which part of the country the list covers, and how far away the rest is. */
export function outsideText({ name, states, miles, nearestIn }: Outside): string {
  const covers = `This list covers ${statesText(states)} only.`;
  const others = name === null ? '' : ` ${name} has treatment centers too: they are not in it.`;
  if (miles === null) return `${covers}${others}`;
  const where = nearestIn === null ? '' : `, in ${nearestIn}`;
  return `${covers}${others} The nearest that we list is ${milesText(miles).replace(/ mi$/, ' miles')} away${where}.`;
}

/** `eight states` where there are many, their names where there are few. */
export function statesText(states: readonly string[]): string {
  const words = [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ];
  return states.length < 4 ? listText(states.map(stateName)) : `${words[states.length] ?? states.length} states`;
}
