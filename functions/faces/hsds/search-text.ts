import type { Head } from '../../dataset/head.ts';
import { TooBroadError } from '../../dataset/read/too-broad.ts';
import { wordsOf } from '../../dataset/words.ts';
import { listFields } from '../../domain/fields.ts';
import type { State } from '../../domain/state.ts';
import { KM_PER_MILE } from '../../geo/distance.ts';
import type { Point } from '../../geo/point.ts';
import type { RouteContext } from '../../http/services.ts';
import { readWithin } from '../../http/within.ts';
import type { Reading } from '../../query/reading.ts';
import type { Filter } from '../../search/filter.ts';
import { filterOf } from '../v1/parameters/filter-of.ts';
import { readNear } from '../v1/parameters/origin.ts';

/** Default radius around a place in the text. */
const AROUND_KM = 25 * KM_PER_MILE;

/** The meaning of the text. */
export interface SearchText {
  readonly filter: Filter;
  readonly around: { readonly location: Point; readonly state: string | null; readonly withinKm: number } | null;
  /** The state, if the text asks for a whole state. */
  readonly state: State | null;
  readonly name: string | null;
}

/** Fields whose words always become filters, never part of a name. */
const alwaysFolded: ReadonlySet<string> = new Set(['level', 'payer', 'near', 'state', 'within']);

/**
 * Reads the text like the finder's search box. Words for a level, payer or place become filters. Other words that are
 * understood become filters too, unless they are part of a center's name. All remaining words are searched as a name.
 * @param withPlace False if the search already has a place; a place in the text is then part of a name.
 */
export async function readSearchText(
  text: string,
  withPlace: boolean,
  head: Head,
  context: RouteContext,
): Promise<SearchText> {
  const { locator, meter } = context;
  const { insurers, languages } = await locator.glimpse(meter);
  // Loads the word lists only if the search has text.
  const { readQuery } = await import('../../query/read-query.ts');
  const places = context.places();
  const reading = readQuery(text, { places, insurers });
  const near = withPlace && reading.near !== null && reading.near !== 'me' ? readNear(reading.near, places) : null;
  const origin = near !== null && 'kind' in near && near.location !== null ? near : null;
  const isFolded = (field: string): boolean =>
    alwaysFolded.has(field) && (field !== 'near' || origin !== null) && (field !== 'state' || withPlace);
  const rest = without(text, reading, isFolded);
  const isName = reading.ignored.length > 0 && wordsOf(rest).length > 0 && (await isNameOf(rest, head, context));
  const fields = Object.fromEntries(
    listFields
      .filter((field) => !isName || isFolded(field))
      .flatMap((field) => (reading[field].length > 0 ? [[field, reading[field]]] : [])),
  );
  const left = isName ? rest : placeless(reading, origin !== null || near === null);
  const within = readWithin(reading.within ?? '');
  const read: SearchText = {
    filter: withoutUnset(filterOf({ ...fields, ...(reading.in.length > 0 ? { in: [...reading.in] } : {}) }, languages)),
    around:
      origin?.location == null
        ? null
        : {
            location: origin.location,
            state: origin.state,
            withinKm: typeof within === 'string' ? AROUND_KM : within.km,
          },
    state: withPlace ? reading.state : null,
    name: wordsOf(left).length === 0 ? null : left,
  };
  const isNothing = Object.keys(read.filter).length === 0 && read.around === null && read.state === null;
  return isNothing && read.name === null ? { ...read, name: text } : read;
}

/** Words that were not understood, plus the words of a place if the search ignores the text's place. */
function placeless({ ignored, understood }: Reading, isPlaceRead: boolean): string {
  const place = isPlaceRead ? [] : understood.filter(({ field }) => field === 'near').map(({ words }) => words);
  return [...ignored, ...place].join(' ');
}

/** Removes from the text the words that became filters. */
function without(text: string, { understood }: Reading, isFolded: (field: string) => boolean): string {
  const folded = new Set(understood.filter(({ field }) => field !== null && isFolded(field)).map(({ words }) => words));
  return [...folded].reduce((rest, stretch) => rest.replace(stretch, ' '), text);
}

/** True if some centers have this name, but not many. */
export async function isNameOf(name: string, head: Head, { locator, meter }: RouteContext): Promise<boolean> {
  try {
    const { answer } = await locator.named({ name, perhapsName: name, filter: {}, limit: 1 }, meter, head);
    return answer.matches.length > 0;
  } catch (error) {
    if (error instanceof TooBroadError) return false;
    throw error;
  }
}

const withoutUnset = (filter: Filter): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
