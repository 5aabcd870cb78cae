import { distanceKm, KM_PER_MILE } from '../geo/distance.ts';
import { lettersOf, nameKey } from './name-key.ts';
import type { Place } from './place.ts';
import type { Places } from './places.ts';
import { postalStates, stateOf } from './postal-states.ts';
import { isStreet } from './street.ts';

/**
 * Greatest distance in miles between a city and a ZIP that can be in one address. Checked with 5,427 treatment centers
 * in eight states: all are nearer (99 % within 13 miles), or the ZIP is named for their city.
 */
const SAME_ADDRESS_MILES = 25;
/**
 * Greatest distance in miles between a county's point and a ZIP in the county. Counties are large, but only in a few
 * deserts is a ZIP farther away than this.
 */
const SAME_COUNTY_MILES = 100;
const LONGEST_NAME = 5;
const LONGEST_STATE = 3;

/**
 * What the text next to a ZIP says: it agrees with the ZIP, it names another place, or it is not part of an address.
 */
export type BesideZip =
  | { readonly kind: 'agrees' }
  | {
      readonly kind: 'elsewhere';
      readonly said: string;
      readonly places: readonly Place[];
      /** Set if the text names only a state: its postal code. */
      readonly state: string | null;
    }
  | { readonly kind: 'unknown'; readonly words: string };

export interface Known {
  readonly places: Places;
  /** The place whose nickname is the whole text. */
  readonly called: (text: string) => Place | null;
  /** True if the text is a misspelling of the name. */
  readonly isSlip: (text: string, name: string) => boolean;
}

const agrees: BesideZip = { kind: 'agrees' };
const LED =
  /^(?:(?:near|in|around|at|by|zip|zip\s*code|code|downtown|central|greater|north|south|east|west)(?:\s+|$))+/i;

/** True if an address with this ZIP can be in this city or county. */
export function isAround(zip: Place, place: Place): boolean {
  if (place.state !== zip.state) return false;
  if (place.kind === 'county') return milesBetween(zip, place) <= SAME_COUNTY_MILES;
  return zip.label === `${place.label} ${zip.label.slice(-5)}` || milesBetween(zip, place) <= SAME_ADDRESS_MILES;
}

const milesBetween = (a: Place, b: Place): number => distanceKm(a.location, b.location) / KM_PER_MILE;

/**
 * Reads what is typed before a ZIP. It understands a street, a city near the ZIP, the ZIP's state, and combinations of
 * these in their usual order. It skips words such as "near" and "zip code". It reports anything else as a
 * contradiction, because a search at the ZIP would silently ignore it.
 */
export function readBesideZip(text: string, zip: Place, known: Known): BesideZip {
  const typed = text.replace(/[\s,;:]+$/, '').replace(/^[\s,;:]+/, '');
  if (typed === '' || isStreet(typed)) return agrees;
  const nickname = known.called(typed);
  if (nickname !== null && isAround(zip, nickname)) return agrees;
  if (lettersOf(typed) === '') return { kind: 'unknown', words: typed };
  return readWords(typed, zip, known);
}

function readWords(typed: string, zip: Place, known: Known): BesideZip {
  const words = typed.split(/[\s,]+/);
  let other: BesideZip | null = null;
  for (let count = 0; count <= Math.min(LONGEST_STATE, words.length); count++) {
    const state = count === 0 ? null : stateOf(words.slice(-count).join(' '));
    if (count > 0 && state === null) continue;
    const rest = withoutWords(typed, count);
    const found = state === null || state === zip.state ? readCity(rest, zip, known) : null;
    if (found?.kind === 'agrees') return found;
    const disagreement = elsewhere(rest, state, zip, known);
    // The place with the longest state at the end wins, because it is the clearest.
    other = disagreement ?? other;
  }
  return other ?? { kind: 'unknown', words: typed };
}

/** The text without its last `count` words. */
function withoutWords(text: string, count: number): string {
  let rest = text;
  for (let taken = 0; taken < count; taken++) rest = rest.replace(/[\s,]*[^\s,]+$/, '');
  return rest.replace(/[\s,]+$/, '');
}

/** Agrees if the text ends with a city near the ZIP, alone or after a street. */
function readCity(text: string, zip: Place, known: Known): BesideZip | null {
  if (text === '' || isStreet(text)) return agrees;
  const words = text.split(/[\s,]+/);
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
    const name = words.slice(-count).join(' ');
    const before = withoutWords(text, count);
    const isLed = before === '' || LED.exec(before)?.[0] === before;
    if ((isLed || isStreet(before)) && isCityOf(name, zip, known)) return agrees;
  }
  return LED.exec(text)?.[0] === text ? agrees : null;
}

function isCityOf(name: string, zip: Place, { places, called, isSlip }: Known): boolean {
  const nickname = called(name);
  if (nickname !== null && isAround(zip, nickname)) return true;
  if (nameKey(name) === '') return false;
  if (places.named(name, zip.state).some((place) => isAround(zip, place))) return true;
  return isSlip(name, zip.label.slice(0, -', AZ 85004'.length));
}

/** The contradiction if the text names another place or state than the ZIP's. Null if it names none. */
function elsewhere(text: string, state: string | null, zip: Place, { places, called }: Known): BesideZip | null {
  const name = text.replace(LED, '').replace(/^.*,/, '').trim();
  if (nameKey(name) === '') {
    if (state === null || state === zip.state) return null;
    return { kind: 'elsewhere', said: postalStates.find(([code]) => code === state)?.[1] ?? state, places: [], state };
  }
  const nickname = state === null ? called(name) : null;
  const found = nickname === null ? places.named(name, state ?? undefined) : [nickname];
  const [first] = found;
  if (first === undefined) return null;
  return { kind: 'elsewhere', said: found.length === 1 ? first.label : name, places: found, state: null };
}
