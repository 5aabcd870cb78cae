import { type State, stateCodes } from '../domain/state.ts';
import type { Places } from '../places/places.ts';
import type { NamedPlace, Span } from './span.ts';

/** Where a text says to search, and the spans that said so; those that name another place are `others`. */
export interface Where {
  readonly near: string | null;
  readonly state: State | null;
  readonly unservedState: string | null;
  /** The spans that were read, each with the field and the value. */
  readonly read: ReadonlyMap<Span, { readonly field: 'near' | 'state'; readonly value: string }>;
}

const isServed = (code: string): code is State => stateCodes.some((state) => state === code);

/** One place to search around, or else a whole state, or else "me". */
export function whereIn(spans: readonly Span[], places: Places): Where {
  const named = spans.flatMap((span) => (span.place === undefined ? [] : [{ span, place: span.place }]));
  const states = spans.flatMap((span) => (stateOfSpan(span) === null ? [] : [{ span, code: stateOfSpan(span) ?? '' }]));
  const me = spans.filter(({ meanings }) => meanings.some(({ field }) => field === 'near'));
  const read = new Map<Span, { field: 'near' | 'state'; value: string }>();

  // Of equally sure places the one named first; sort keeps the order of the text.
  const [best] = [...named].sort((a, b) => b.place.certainty - a.place.certainty);
  if (best !== undefined) {
    const joined = joinState(
      best.place,
      states.map(({ code }) => code),
      places,
    );
    const near = joined?.near ?? best.place.near;
    const state = joined?.state ?? best.place.state;
    for (const { span, place } of named)
      if (isSamePlace(place, best.place, state)) read.set(span, { field: 'near', value: near });
    for (const { span, code } of states) if (code === state) read.set(span, { field: 'near', value: near });
    return { near, state: null, unservedState: null, read };
  }
  const served = states.find(({ code }) => isServed(code));
  if (served !== undefined && isServed(served.code)) {
    for (const { span, code } of states) if (code === served.code) read.set(span, { field: 'state', value: code });
    return { near: null, state: served.code, unservedState: null, read };
  }
  for (const span of me) read.set(span, { field: 'near', value: 'me' });
  return { near: me.length > 0 ? 'me' : null, state: null, unservedState: states[0]?.code ?? null, read };
}

const stateOfSpan = ({ meanings }: Span): string | null =>
  meanings.find(({ field }) => field === 'state')?.value ?? null;

/** "colorado aurora": a city and a state said apart are one place, where that state has a city of the name. */
function joinState(
  place: NamedPlace,
  codes: readonly string[],
  places: Places,
): { near: string; state: string } | null {
  if (place.city === null || place.certainty > 1) return null;
  for (const code of codes) {
    const [city] = places.cities(place.city, code);
    if (city !== undefined) return { near: city.label, state: code };
  }
  return null;
}

/** "phoenix 85004", or a city named twice. */
function isSamePlace(place: NamedPlace, best: NamedPlace, state: string | null): boolean {
  if (place === best) return true;
  if (place.city !== null && place.city === best.city) return place.state === null || place.state === state;
  return best.city === null && place.city !== null && (place.state === null || place.state === state);
}
