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
 * One place to search around, or else a whole state, or else "me". A named state is binding: a name next to it cannot
 * mean a place outside of it. A ZIP outside of the named city or state is a contradiction, which `near` preserves so
 * that the caller is asked.
 */
export function whereIn(tokens: readonly Token[], spans: readonly Span[], places: Places): Where {
  const named = spans.flatMap((span) => (span.place === undefined ? [] : [{ span, place: span.place }]));
  const states = statesIn(tokens, spans);
  const bound = named.filter(({ place }) => isInSaidState(place, states, places));

  // Of equally certain places, prefers one in a state with centers, then the one named first.
  // The sort keeps text order.
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
 * "Phoenix House", "Clínica Sierra Vista", "Florence Crittenton": a place in a center's name yields to another place.
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

/** True if no state is named, or the place has its own, or it is or can be in one of the named states. */
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

/** "colorado aurora": a city and a state that are typed separately are one place if the state has such a city. */
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
 * "seattle wa 85004": the text that the caller is asked about; null if a place or state next to the ZIP agrees with it,
 * or there is none.
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
 * "iop denver nj": if the named state has no such place, the caller is asked, because the name or the state is wrong. A
 * name that is only guessed from a slip, or is elsewhere in the text, is left out instead.
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

/** "phoenix 85004", or the same city named twice. */
function isSamePlace(place: NamedPlace, best: NamedPlace, state: string | null, places: Places): boolean {
  if (place === best) return true;
  if (place.city !== null && place.city === best.city) return place.state === null || place.state === state;
  return best.city === null && best.state !== null && isAroundZip(place, best, places);
}
