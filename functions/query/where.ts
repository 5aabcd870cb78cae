import { type State, stateCodes } from '../domain/state.ts';
import { isAround } from '../places/near-zip.ts';
import type { Places } from '../places/places.ts';
import { postalStates, stateOf } from '../places/postal-states.ts';
import { plainText } from './names.ts';
import { type NamedPlace, rank, type Span, textOf } from './span.ts';
import { isStopWord, leadsToPlace } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Where the text says to search, and the spans that said so; `others` are spans that name another place. */
export interface Where {
  readonly near: string | null;
  readonly state: State | null;
  readonly unservedState: string | null;
  /** The spans that were understood, each with its field and value. */
  readonly read: ReadonlyMap<Span, { readonly field: 'near' | 'state'; readonly value: string }>;
}

interface Named {
  readonly span: Span;
  readonly place: NamedPlace;
}
interface Stated {
  readonly span: Span;
  readonly code: string;
}

const isServed = (code: string): code is State => stateCodes.some((state) => state === code);

/**
 * Chooses where to search: around one place, else in a whole state, else near the person ("me"). If a state is named, a
 * name without its own state must be in it. If a ZIP is outside of the named city or state, `near` contains both, so
 * that the person is asked.
 */
export function whereIn(tokens: readonly Token[], spans: readonly Span[], places: Places): Where {
  const named = spans.flatMap((span) => (span.place === undefined ? [] : [{ span, place: span.place }]));
  const states = statesIn(tokens, spans);
  const bound = named.filter(({ place }) => isInSaidState(place, states, places));

  // Of equally certain places, one in a state with centers is preferred, then the one named first: sorting keeps the
  // order of the text.
  const served = ({ place }: Named) => Number(place.state !== null && isServed(place.state));
  const inName = new Map(bound.map((one) => [one, Number(isInName(tokens, one.span, spans))]));
  const [best] = [...bound].sort(
    (a, b) =>
      (inName.get(a) ?? 0) - (inName.get(b) ?? 0) || b.place.certainty - a.place.certainty || served(b) - served(a),
  );
  if (best !== undefined) return aroundPlace(best.place, bound, states, places);
  const asked = askedBack(tokens, named, states);
  if (asked !== null) return asked;
  const read = new Map<Span, { field: 'near' | 'state'; value: string }>();
  const whole = states.find(({ code }) => isServed(code));
  if (whole !== undefined && isServed(whole.code)) {
    for (const { span, code } of states) if (code === whole.code) read.set(span, { field: 'state', value: code });
    return { near: null, state: whole.code, unservedState: null, read };
  }
  const me = spans.filter(({ meanings }) => meanings.some(({ field }) => field === 'near'));
  for (const span of me) read.set(span, { field: 'near', value: 'me' });
  return { near: me.length > 0 ? 'me' : null, state: null, unservedState: states[0]?.code ?? null, read };
}

const housesAfter = wordsOf(
  'house home center lodge hospital clinic foundation ministry recovery health behavioral rising academy institute',
);
const housesBefore = wordsOf('clinica centro casa hospital hogar fundacion instituto iglesia');

/**
 * True for a place that is part of a center's name: "Phoenix House", "Clínica Sierra Vista", "Florence Crittenton". Any
 * other place in the text is preferred to it.
 */
function isInName(tokens: readonly Token[], { from, to, place }: Span, spans: readonly Span[]): boolean {
  if (place?.city == null || place.saysState === true) return false;
  const [before, next] = [tokens[from - 1], tokens[to]];
  if (leadsToPlace(before?.plain ?? '')) return false;
  if (housesBefore.has(before?.plain ?? '') && /^\s+$/.test(tokens[from]?.gap ?? '')) return true;
  if (next?.kind !== 'word' || !/^\s+$/.test(next.gap)) return false;
  if (housesAfter.has(next.word)) return true;
  const isRead = spans.some((span) => span.from <= to && to < span.to);
  return !isRead && !isStopWord(next.plain) && !isStopWord(next.word);
}

const stateOfSpan = ({ meanings }: Span): string | null =>
  meanings.find(({ field }) => field === 'state')?.value ?? null;

/** The states that are named, correctly spelled ones first: "wasihngton ca" is in California. */
function statesIn(tokens: readonly Token[], spans: readonly Span[]): readonly Stated[] {
  const isExact = ({ span: { from, to } }: Stated) => stateOf(plainText(tokens, from, to)) !== null;
  return spans
    .flatMap((span): Stated[] => {
      const code = stateOfSpan(span);
      return code === null ? [] : [{ span, code }];
    })
    .sort((a, b) => Number(isExact(b)) - Number(isExact(a)));
}

/**
 * True if the place is compatible with the named states: none is named, the place was named with its own state, or one
 * of its possible states is among them.
 */
function isInSaidState(place: NamedPlace, states: readonly Stated[], places: Places): boolean {
  if (states.length === 0 || place.saysState === true || place.certainty === 3) return true;
  const isZip = place.city === null;
  return isZip || states.some(({ code }) => code === place.state) || joinState(place, states, places) !== null;
}

function aroundPlace(best: NamedPlace, named: readonly Named[], states: readonly Stated[], places: Places): Where {
  const joined = joinState(best, states, places);
  const contradicted = contradiction(best, named, states, places);
  const near = contradicted ?? joined?.near ?? best.near;
  const state = joined?.state ?? best.state;
  const read = new Map<Span, { field: 'near' | 'state'; value: string }>();
  for (const { span, place } of named)
    if (contradicted !== null || isSamePlace(place, best, state, places))
      read.set(span, { field: 'near', value: near });
  for (const { span, code } of states)
    if (contradicted !== null || code === state) read.set(span, { field: 'near', value: near });
  return { near, state: null, unservedState: null, read };
}

/**
 * Joins a city and a state that are typed separately or in reverse order, if the state has such a city: "colorado
 * aurora". Null if there is none.
 */
function joinState(
  place: NamedPlace,
  states: readonly Stated[],
  places: Places,
): { near: string; state: string } | null {
  if (place.city === null || place.saysState === true) return null;
  for (const { code } of states) {
    if (place.certainty > 1 && code !== place.state) continue;
    const [city] = places.named(place.city, code);
    if (city !== undefined) return { near: city.label, state: code };
  }
  return null;
}

/**
 * The text that the person is asked about, such as "seattle wa 85004", if a ZIP contradicts the places and states in
 * the text. Null if one of them agrees with the ZIP, or none is named.
 */
function contradiction(
  zip: NamedPlace,
  named: readonly Named[],
  states: readonly Stated[],
  places: Places,
): string | null {
  if (zip.city !== null || zip.state === null) return null;
  const others = named.map(({ place }) => place).filter(({ city }) => city !== null);
  if (others.some((place) => isAroundZip(place, zip, places))) return null;
  const [other] = [...others].sort((a, b) => b.certainty - a.certainty);
  if (other !== undefined) return `${other.near} ${zip.near}`;
  if (states.length === 0 || states.some(({ code }) => code === zip.state)) return null;
  return `${postalStates.find(([code]) => code === states[0]?.code)?.[1] ?? ''} ${zip.near}`;
}

function isAroundZip({ city, state }: NamedPlace, { near }: NamedPlace, places: Places): boolean {
  const zip = places.zip(near);
  if (zip === null || city === null || (state !== null && state !== zip.state)) return false;
  return places.named(city, zip.state).some((place) => isAround(zip, place));
}

/**
 * The place to ask about if a city is named next to a state that does not have it, as in "iop denver nj". Null if the
 * name is only guessed from a slip, or is not next to the state; it is then ignored.
 */
function askedBack(tokens: readonly Token[], named: readonly Named[], states: readonly Stated[]): Where | null {
  for (const { span } of named) {
    if (span.rank === rank.guess) continue;
    const beside = states.find((state) => state.span.from === span.to || state.span.to === span.from);
    if (beside === undefined) continue;
    const near = `${textOf(tokens, span).replace(/[,\s]+/g, ' ')}, ${beside.code}`;
    const value = { field: 'near' as const, value: near };
    const read = new Map([span, beside.span].map((each) => [each, value]));
    return { near, state: null, unservedState: null, read };
  }
  return null;
}

/**
 * True if a named place is the chosen one: the same city again, or the city around the chosen ZIP ("phoenix 85004").
 */
function isSamePlace(place: NamedPlace, best: NamedPlace, state: string | null, places: Places): boolean {
  if (place === best) return true;
  if (place.city !== null && place.city === best.city) return place.state === null || place.state === state;
  return best.city === null && best.state !== null && isAroundZip(place, best, places);
}
