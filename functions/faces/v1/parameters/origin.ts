import { editDistance } from '../../../domain/edit-distance.ts';
import { isState, type State, stateNames } from '../../../domain/state.ts';
import type { Point } from '../../../geo/point.ts';
import { quoted } from '../../../http/faults.ts';
import { likelyPointText } from '../../../http/likely-point.ts';
import { isAbroad } from '../../../places/abroad.ts';
import { nameKey } from '../../../places/name-key.ts';
import { readBesideZip } from '../../../places/near-zip.ts';
import { pastedPoint } from '../../../places/pasted-point.ts';
import {
  isAmbiguous,
  isMilitaryZip,
  type Place,
  type PlaceName,
  type Places,
  shortZipIn,
  startsAsStreet,
  zipIn,
} from '../../../places/places.ts';
import { stateOf } from '../../../places/postal-states.ts';
import { stateAt } from '../../../places/state-at.ts';
import { withoutWeakWords } from '../../../places/weak-words.ts';
import { withZipDigits } from '../../../places/zip-digits.ts';
import { slipsAllowed } from '../../../query/slips.ts';
import { nearlySpelled } from './nearly-spelled.ts';

/** Where a search starts, in the form that answers use. */
export interface Origin {
  readonly kind: 'point' | 'zip' | 'place' | 'viewer' | 'cell' | 'state';
  readonly label: string;
  readonly location: Point | null;
  /**
   * Postal code of the state, district or territory; null outside of all. For a cell, the state of its center point.
   */
  readonly state: string | null;
}

/** Why a text cannot be an origin, with the places that it may mean. */
export interface OriginFault {
  readonly message: string;
  readonly candidates: readonly Place[];
  /** A whole state that could be searched instead. */
  readonly state?: State;
}

const ANY_PAIR = /^[-+.\deE]+\s*,\s*[-+.\deE]+$/;
const FORMS = 'a ZIP, a city with its state, such as "Phoenix, AZ", or a point such as 33.45,-112.07';
const MOST_CANDIDATES = 8;
const MOST_NAMESAKES = 3;
const LONGEST_CODE = 2;

/** Reads a point, a ZIP (also next to a street, city or state that contains it) or a place. */
export function readNear(text: string, places: Places): Origin | OriginFault {
  const pair = pastedPoint(text);
  if (pair !== null) return readPoint(...pair);
  if (ANY_PAIR.test(text)) return fault(`${quoted(text)} is not a point such as 33.4484,-112.0740`);
  const digits = withZipDigits(text);
  return readZip(digits, places) ?? readPlace(digits, places);
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

/** Reads a ZIP in the text; null if there is none. */
function readZip(text: string, places: Places): Origin | OriginFault | null {
  const short = shortZipIn(text);
  const read = short !== null && places.zip(short.zip)?.state === 'NJ' ? short : zipIn(text);
  if (read === null) return null;
  const place = places.zip(read.zip);
  if (place === null && !read.isFirst && isMilitaryZip(read.zip))
    return fault(`"${read.zip}" is a ZIP of military mail (APO, FPO, DPO), delivered abroad; give ${FORMS}`);
  if (place === null)
    return read.isFirst ? null : fault(`"${read.zip}" is not a ZIP ${inKnownStates(places) ?? 'of the United States'}`);
  const beside = readBesideZip(read.beside, place, { places, called: (name) => places.called(name), isSlip });
  if (beside.kind === 'agrees')
    return { kind: 'zip', label: place.label, location: place.location, state: place.state };
  // A street address whose number looks like a ZIP, such as "12345 Main St, Phoenix, AZ".
  if (read.isFirst && startsAsStreet(text)) return null;
  if (beside.kind === 'elsewhere') {
    const where = `${read.zip} is in ${place.label.slice(0, -' 85004'.length)}, not ${beside.said}`;
    const message = `${where}; give the one that you mean`;
    const candidates = distinct([place, ...beside.places]);
    return isState(beside.state) ? { message, candidates, state: beside.state } : fault(message, candidates);
  }
  const hint = `use q for phrases like ${quoted(text)}, or give near=${read.zip} alone`;
  return fault(`${quoted(beside.words)} is not a street, city or state in the ZIP ${read.zip}; ${hint}`, [place]);
}

/** If the city is only misspelled, the ZIP decides: nobody who writes "Pheonix, AZ 85004" means another city. */
function isSlip(text: string, name: string): boolean {
  const [typed, key] = [nameKey(text), nameKey(name)];
  const most = Math.min(slipsAllowed(typed.length), slipsAllowed(key.length));
  return most > 0 && editDistance(typed, key, most) <= most;
}

function readPlace(text: string, places: Places): Origin | OriginFault {
  const state = stateOf(text);
  // Washington is read as the state, which is served; the city is "Washington, DC".
  if (isState(state) && text.length > LONGEST_CODE) return aState(text, state);
  const name = places.parsePlace(text);
  // A name in another script than Latin cannot be looked up.
  const found = name === null || nameKey(name.name) === '' ? [] : places.named(name.name, name.state ?? undefined);
  const called = places.called(text);
  // "Orange County" nearly always means the one in California: for a county's name, the everyday meaning comes first.
  const [largest] = called !== null && found[0]?.kind === 'county' ? [called] : found;
  if (largest === undefined) {
    // "LA" means Los Angeles to most people and Louisiana to some.
    if (state !== null) return aState(text, state, called);
    if (called !== null) return aPlace(called);
    const bare = withoutWeakWords(text);
    const read = bare === text ? null : readPlace(bare, places);
    if (read !== null && ('kind' in read || read.candidates.length > 0 || read.state !== undefined)) return read;
    const candidates = distinct([...nearlySpelled(text, places), ...namesakes(name, places)]);
    const hint = candidates.length === 0 ? '' : `; did you mean ${listed(candidates)}?`;
    const said = name?.state ?? null;
    const known = said !== null && places.states?.includes(said) ? null : inKnownStates(places);
    const message = `${quoted(text)} is not a place we know${known === null ? '' : ` ${known}`}${hint || '.'} Give ${FORMS}`;
    return isState(said) ? { message, candidates, state: said } : fault(message, candidates);
  }
  if (name?.state === null && isAbroad(text.toLowerCase()))
    return fault(`${quoted(text)} is outside of the United States; name a city, or a ZIP, such as "Phoenix, AZ"`);
  // If the text names a state, a city is the only one of its name there; a township may not be.
  const isOneOfMany = name?.state === null || largest.kind !== 'city';
  if (isOneOfMany && largest !== called && isAmbiguous(found)) {
    const candidates = found.slice(0, MOST_CANDIDATES);
    const other = found.some(({ elsewhere }) => elsewhere) ? ', or a place in another state' : '';
    const which = name?.state === null ? 'say which state' : 'say which one';
    const message = `${quoted(text)} may be ${listed(candidates)}${other}; ${which}`;
    return isState(name?.state) ? { message, candidates, state: name.state } : fault(message, candidates);
  }
  return aPlace(largest);
}

/** Lists the states whose places this device has, for an error message; null if it has all places. */
function inKnownStates({ states }: Places): string | null {
  if (states === null) return null;
  return `in ${states.slice(0, -1).join(', ')} or ${states.at(-1)}, the only states whose places this device has`;
}

const aPlace = ({ label, location, state }: Place): Origin => ({ kind: 'place', label, location, state });

/**
 * Places of the same name that may be meant if the typed name and state do not fit together: "Denver, NJ", "vegas az",
 * "Washington Township NJ".
 */
function namesakes(name: PlaceName | null, places: Places): readonly Place[] {
  if (name === null || name.state === null || nameKey(name.name) === '') return [];
  const town = name.name.replace(/\s+(?:township|twp\.?)$/i, '');
  const inState = nameKey(town) === '' || town === name.name ? [] : places.named(town, name.state);
  const called = places.called(name.name);
  return [...inState, ...(called === null ? places.named(town || name.name) : [called])].slice(0, MOST_NAMESAKES);
}

function aState(text: string, state: string, called: Place | null = null): OriginFault {
  const search = isState(state) ? `search it with state=${state}, or ` : '';
  const meant = called === null ? '' : `; did you mean ${called.label}?`;
  const message = `${quoted(text)} is a state: ${search}name a city or a ZIP in it${meant}`;
  const candidates = called === null ? [] : [called];
  return isState(state) ? { message, candidates, state } : fault(message, candidates);
}

const distinct = (candidates: readonly Place[]): readonly Place[] =>
  [...new Map(candidates.map((place) => [place.label, place])).values()].slice(0, MOST_CANDIDATES);

const fault = (message: string, candidates: readonly Place[] = []): OriginFault => ({ message, candidates });

function listed(candidates: readonly Place[]): string {
  const labels = candidates.map(({ label }) => label);
  return labels.length === 1 ? labels.join() : `${labels.slice(0, -1).join('; ')} or ${labels.at(-1)}`;
}
