import type { State } from '../domain/state.ts';
import { stateNames } from '../domain/state.ts';
import type { Point } from '../geo/point.ts';
import { isAbroad } from '../places/abroad.ts';
import { nameKey } from '../places/name-key.ts';
import { isAmbiguous, type Place, type Places, trailingZip } from '../places/places.ts';
import { stateOf } from '../places/postal-states.ts';
import { stateAt } from '../places/state-at.ts';
import { placeCalled } from '../query/nicknames.ts';
import { quoted } from './faults.ts';
import { likelyPointText } from './likely-point.ts';
import { nearlySpelt } from './nearly-spelt.ts';

/** Where a search starts, as answers show it. */
export interface Origin {
  readonly kind: 'point' | 'zip' | 'place' | 'viewer' | 'cell' | 'state';
  readonly label: string;
  readonly location: Point | null;
  /** Postal code of the state, district or territory; null in none of them. A cell has the state of its middle. */
  readonly state: string | null;
}

/** Why a text is no origin, with the places that it may mean. */
export interface OriginFault {
  readonly message: string;
  readonly candidates: readonly Place[];
  /** A whole state that could be searched instead. */
  readonly state?: State;
}

const POINT = /^([-+]?\d{1,3}(?:\.\d+)?)\s*,\s*([-+]?\d{1,3}(?:\.\d+)?)$/;
const ANY_PAIR = /^[-+.\deE]+\s*,\s*[-+.\deE]+$/;
const MOST_CANDIDATES = 8;
const LONGEST_CODE = 2;

/** Reads a point, a ZIP (also after a place's name) or a place. */
export function readNear(text: string, places: Places): Origin | OriginFault {
  const pair = POINT.exec(text);
  if (pair !== null) return readPoint(pair[1] ?? '', pair[2] ?? '');
  if (ANY_PAIR.test(text)) return fault(`${quoted(text)} is not a point such as 33.4484,-112.0740`);
  const zip = trailingZip(text);
  if (zip !== null) {
    const place = places.zip(zip);
    if (place === null) return fault(`"${zip}" is not a ZIP of the United States`);
    return { kind: 'zip', label: place.label, location: place.location, state: place.state };
  }
  return readPlace(text, places);
}

export function stateOrigin(state: State): Origin {
  return { kind: 'state', label: stateNames[state], location: null, state };
}

function readPoint(first: string, second: string): Origin | OriginFault {
  const [lat, lng] = [Number(first), Number(second)];
  const wrong: string[] = [];
  if (lat < -90 || lat > 90) wrong.push(`latitude ${lat} is not between -90 and 90`);
  if (lng < -180 || lng > 180) wrong.push(`longitude ${lng} is not between -180 and 180`);
  const meant = likelyPointText(first, second, ',');
  if (meant !== null)
    return fault(
      `${wrong.join(', and ') || `${first},${second} is outside of the United States`}; did you mean ${meant}?`,
    );
  if (wrong.length > 0)
    return fault(`${wrong.join(', and ')}; a point is latitude,longitude such as 33.4484,-112.0740`);
  return { kind: 'point', label: `${lat}, ${lng}`, location: { lat, lng }, state: stateAt({ lat, lng }) };
}

function readPlace(text: string, places: Places): Origin | OriginFault {
  const state = stateOf(text);
  // Washington is searched as the state that it is here; the city is "Washington, DC".
  if (isServed(state) && text.length > LONGEST_CODE) return aState(text, state);
  const name = places.parsePlace(text);
  // A name in another script than ours has no key to look it up by.
  const found = name === null || nameKey(name.name) === '' ? [] : places.cities(name.name, name.state ?? undefined);
  const [largest] = found;
  const called = placeCalled(text, places);
  if (largest === undefined) {
    // "LA" is Los Angeles to most and Louisiana to some.
    if (state !== null) return aState(text, state, called);
    if (called !== null) return aPlace(called);
    const candidates = nearlySpelt(text, places).slice(0, MOST_CANDIDATES);
    const hint = candidates.length === 0 ? '' : `; did you mean ${listed(candidates)}?`;
    const forms = 'Give a ZIP, a city with its state, such as "Phoenix, AZ", or a point such as 33.45,-112.07';
    return fault(`${quoted(text)} is no place that is known here${hint || '.'} ${forms}`, candidates);
  }
  if (name?.state === null && isAbroad(text.toLowerCase()))
    return fault(`${quoted(text)} is outside of the United States; name a city, or a ZIP, such as "Phoenix, AZ"`);
  if (name?.state === null && isAmbiguous(found)) {
    const candidates = found.slice(0, MOST_CANDIDATES);
    return fault(`${quoted(text)} may be ${listed(candidates)}; say which state`, candidates);
  }
  return aPlace(largest);
}

const aPlace = ({ label, location, state }: Place): Origin => ({ kind: 'place', label, location, state });

function aState(text: string, state: string, called: Place | null = null): OriginFault {
  const search = isServed(state) ? `search it with state=${state}, or ` : '';
  const meant = called === null ? '' : `; did you mean ${called.label}?`;
  const message = `${quoted(text)} is a state: ${search}name a city or a ZIP in it${meant}`;
  const candidates = called === null ? [] : [called];
  return isServed(state) ? { message, candidates, state } : fault(message, candidates);
}

function isServed(state: string | null): state is State {
  return state !== null && Object.hasOwn(stateNames, state);
}

const fault = (message: string, candidates: readonly Place[] = []): OriginFault => ({ message, candidates });

function listed(candidates: readonly Place[]): string {
  const labels = candidates.map(({ label }) => label);
  return labels.length === 1 ? labels.join() : `${labels.slice(0, -1).join('; ')} or ${labels.at(-1)}`;
}
