import { type State, stateCodes } from '../../../domain/state.ts';
import { stateSchema } from '../../../domain/state-schema.ts';
import type { SignedCursors } from '../../../http/cursor.ts';
import { notAccepted, quoted } from '../../../http/faults.ts';
import type { NameTest } from '../../../search/names/name-test.ts';
import type { Cursor, RecordKey } from '../../../search/question.ts';
import { keyOfFhirId } from '../shapes/ids.ts';
import type { Namespace } from '../shapes/systems.ts';
import { fixedValues, NOTHING_BUT_THE_COUNT } from './fixed-values.ts';
import { absentOf, includesOf, type SearchedType } from './known-parameters.ts';
import { readLastUpdated, type UpdatedTest } from './last-updated.ts';
import { type Near, type PointOfZip, readNear } from './near.ts';
import { type AddressParameter, type AnyOf, addressParameters, type CenterTexts, readTexts } from './texts.ts';

/** Context that reading a value needs. */
export interface ReadingSurroundings {
  readonly namespace: Namespace;
  readonly pointOfZip: PointOfZip;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Where a search starts. */
export type Where =
  | { readonly kind: 'near'; readonly near: Near }
  | { readonly kind: 'state'; readonly state: (typeof stateCodes)[number] }
  | { readonly kind: 'ids'; readonly ids: readonly RecordKey[]; readonly asked: readonly string[] }
  | { readonly kind: 'organization' }
  | { readonly kind: 'name' }
  | { readonly kind: 'everything' };

const MOST_COUNT = 50;
const DEFAULT_COUNT = 10;

/** Parameters that may be given only once. */
const once = new Set(['near', 'location.near', 'include', '_count', '_cursor', '_format', '_summary', '_total']);

/** Reads one value of a parameter and returns its faults. */
type Read = (value: string, name: string, how: NameTest['how']) => readonly string[];

/**
 * Collects the parameters of a search. A repeated parameter requires both values, as everywhere in FHIR. Faults go to
 * `at`.
 */
export class Reading {
  readonly include = new Set<string>();
  readonly names: AnyOf[] = [];
  readonly locationNames: AnyOf[] = [];
  readonly address: CenterTexts['address'][number][] = [];
  readonly updated: UpdatedTest[] = [];
  count = DEFAULT_COUNT;
  /** True if only the number of matches is wanted. */
  counting = false;
  /** True if an exact total is wanted at any cost. */
  accurate = false;
  /** True to include results in doubt. */
  withUnknown = false;
  /** The reason why nothing can match, in words; null if something can. */
  nothing: string | null = null;
  #near: Near | null = null;
  #nearName = 'near';
  #states: { readonly name: string; readonly all: readonly State[] } | null = null;
  #organization: readonly string[] | null = null;
  readonly #ids = new Map<string, readonly string[]>();
  #cursor: string | null = null;
  readonly #type: SearchedType;
  readonly #surroundings: ReadingSurroundings;
  readonly #at: (name: string, message: string) => void;

  constructor(type: SearchedType, surroundings: ReadingSurroundings, at: (name: string, message: string) => void) {
    this.#type = type;
    this.#surroundings = surroundings;
    this.#at = at;
  }

  includes(parameter: '_include' | '_revinclude', value: string): void {
    const accepted = includesOf[this.#type][parameter];
    if (accepted.includes(value)) this.include.add(value);
    else
      this.#at(
        parameter,
        accepted.length === 0 ? `is not supported for ${this.#type}` : notAccepted(value, 'an inclusion', accepted),
      );
  }

  /** @param name As the caller wrote it. @param how How to compare text, from the parameter's modifier. */
  read(parameter: string, name: string, values: readonly string[], how: NameTest['how']): void {
    if (values.length > 1 && once.has(parameter)) {
      this.#at(name, 'is given more than once; give it once');
      return;
    }
    for (const value of values) {
      const wrong = this.#readerOf(parameter)(value.trim(), name, how);
      for (const message of wrong) this.#at(name, message);
    }
  }

  #readerOf(parameter: string): Read {
    const own = parameter.replace(/^location\./, '');
    if (absentOf[this.#type].includes(parameter)) {
      return () => {
        this.nothing = `Nothing here has what ${parameter} asks for, so nothing is found by it.`;
        return [];
      };
    }
    const readers: Readonly<Record<string, Read>> = {
      near: (value, name) => this.#readNear(value, name),
      'address-state': (value, name) => this.#readStates(value, name),
      _id: (value) => this.#readIds('_id', value.split(',')),
      location: (value) => this.#readIds('location', this.#idsOf('Location', value)),
      organization: (value) => this.#readOrganizations(this.#idsOf('Organization', value)),
      identifier: (value) => this.#readIdentifiers(value),
      name: (value, _name, how) => this.#readTexts(value, how, parameter === own ? this.names : this.locationNames),
      _lastUpdated: (value) => this.#readLastUpdated(value),
      _count: (value) => this.#readCount(value),
      include: (value) => {
        this.withUnknown = value === 'unknown';
        return this.withUnknown ? [] : [notAccepted(value, 'something to include', ['unknown'])];
      },
      _cursor: (value) => {
        this.#cursor = value;
        return [];
      },
    };
    const isAddress = addressParameters.find((one) => one === own);
    if (isAddress !== undefined) return (value, _name, how) => this.#readAddress(isAddress, value, how);
    return readers[own] ?? ((value) => this.#fixed(parameter, value));
  }

  #readNear(value: string, name: string): readonly string[] {
    this.#nearName = name;
    const near = readNear(value, this.#surroundings.pointOfZip);
    if (!('point' in near)) return near;
    this.#near = near;
    return [];
  }

  #readStates(value: string, name: string): readonly string[] {
    const wrong: string[] = [];
    const named: State[] = [];
    for (const one of value.split(',').map((text) => text.trim())) {
      const state = stateSchema.safeParse(one.toUpperCase());
      if (state.success) named.push(state.data);
      else wrong.push(notAccepted(one, 'a state that we serve', stateCodes));
    }
    const all = this.#states === null ? named : this.#states.all.filter((state) => named.includes(state));
    if (all.length === 0) this.nothing = 'A place is in one state only: join alternatives with a comma.';
    this.#states = { name, all: [...new Set(all)] };
    return wrong;
  }

  #readIds(name: string, ids: readonly string[]): readonly string[] {
    const asked = [...new Set(ids.map((id) => id.trim()))];
    const before = this.#ids.get(name);
    this.#ids.set(name, before === undefined ? asked : before.filter((id) => asked.includes(id)));
    return [];
  }

  #idsOf(type: SearchedType, value: string): readonly string[] {
    return value.split(',').map((one) => idOfReference(type, one, this.#surroundings.namespace));
  }

  #readOrganizations(ids: readonly string[]): readonly string[] {
    this.#organization =
      this.#organization === null ? [...new Set(ids)] : this.#organization.filter((id) => ids.includes(id));
    if (this.#organization.length === 0)
      this.nothing = 'Everything here is of one organization only: join alternatives with a comma.';
    return [];
  }

  /** Our own identifiers are the ids that the other faces show. */
  #readIdentifiers(value: string): readonly string[] {
    const of = { Location: 'center', HealthcareService: 'offering', Organization: 'organization' } as const;
    const system = this.#surroundings.namespace.identifier(of[this.#type]);
    const tokens = value.split(',').map((one) => one.trim());
    const foreign = tokens.flatMap((one) => {
      const bar = one.lastIndexOf('|');
      return bar >= 0 && one.slice(0, bar) !== system ? [one.slice(0, bar)] : [];
    });
    if (foreign.length > 0)
      return foreign.map((one) => `${quoted(one)} is not a system of identifiers here. Accepted: ${system}`);
    return this.#readIds(
      'identifier',
      tokens.map((one) => one.slice(one.lastIndexOf('|') + 1)),
    );
  }

  #readTexts(value: string, how: NameTest['how'], into: AnyOf[]): readonly string[] {
    const texts = readTexts(value, how);
    if ('wrong' in texts) return texts.wrong;
    into.push(texts);
    return [];
  }

  #readAddress(of: AddressParameter, value: string, how: NameTest['how']): readonly string[] {
    const anyOf = readTexts(value, how);
    if ('wrong' in anyOf) return anyOf.wrong;
    this.address.push({ of, anyOf });
    return [];
  }

  #readLastUpdated(value: string): readonly string[] {
    const test = readLastUpdated(value, this.#surroundings.now);
    if (typeof test !== 'function') return [test.wrong];
    this.updated.push(test);
    return [];
  }

  #readCount(value: string): readonly string[] {
    if (!/^\d{1,6}$/.test(value)) return ['must be a whole number from 0 up; pages have at most 50'];
    if (Number(value) === 0) this.counting = true;
    // Takes at most MOST_COUNT: FHIR defines `_count` as a maximum, so a server may return fewer.
    else this.count = Math.min(Number(value), MOST_COUNT);
    return [];
  }

  /** Reads a parameter that has a fixed set of supported values. */
  #fixed(parameter: string, value: string): readonly string[] {
    if (parameter === '_summary' && value === NOTHING_BUT_THE_COUNT) this.counting = true;
    if (parameter === '_total' && value === 'accurate') this.accurate = true;
    const list = fixedValues[parameter] ?? [];
    return list.includes(value) ? [] : [`${quoted(value)} is not supported. Accepted: ${list.join(', ')}`];
  }

  /** Organizations to which results are restricted; null if none was named. */
  get organization(): readonly RecordKey[] | null {
    return this.#organization?.map(keyOfFhirId) ?? null;
  }

  /** States to which results are restricted; null if no state was named, or a whole state is searched. */
  get states(): readonly State[] | null {
    if (this.#states === null) return null;
    const isWhere = this.#near === null && this.#ids.size === 0 && this.#states.all.length === 1;
    return isWhere ? null : this.#states.all;
  }

  where(): Where {
    const places = [...this.#ids.keys(), ...(this.#near === null ? [] : [this.#nearName])];
    if (places.length > 1)
      for (const name of places) this.#at(name, `only one of ${places.join(' and ')} can say where to search`);
    const [first] = this.#ids;
    if (first !== undefined) {
      const [name, ids] = first;
      const asked = name === '_id' ? ids : [];
      return { kind: 'ids', ids: ids.map(name === 'identifier' ? (id) => ({ id }) : keyOfFhirId), asked };
    }
    if (this.#near !== null) return { kind: 'near', near: this.#near };
    const [state, ...others] = this.#states?.all ?? [];
    if (state !== undefined && others.length === 0) return { kind: 'state', state };
    if (this.isNamed) return { kind: 'name' };
    if (this.#organization !== null) return { kind: 'organization' };
    return { kind: 'everything' };
  }

  /** True if the index of names can look up the texts. If not, each result is compared with them. */
  get isNamed(): boolean {
    if (this.#ids.size > 0) return false;
    return [...this.names, ...this.locationNames].some((anyOf) => anyOf.length === 1);
  }

  /**
   * Reads `_cursor`: the API's signed cursor. If the last page ended inside a center, a dot follows and the number of
   * that center's services already returned.
   */
  cursor(fingerprint: string, where: Where, cursors: SignedCursors): { cursor: Cursor | null; skip: number } {
    const nothing = { cursor: null, skip: 0 };
    if (this.#cursor === null) return nothing;
    const match = /^([A-Za-z0-9_-]*)(?:\.([1-9]\d?))?$/.exec(this.#cursor);
    const [, token = '', skip = '0'] = match ?? [];
    if (match === null || this.counting || this.#cursor === '') {
      this.#at('_cursor', 'is not a cursor; follow the links of an answer');
      return nothing;
    }
    if (token === '') return { cursor: null, skip: Number(skip) };
    // In a search by name, the cursor holds a position in the whole list, not a distance.
    const cursor = cursors.readCursor(token, fingerprint, where.kind === 'near' && !this.isNamed);
    if (typeof cursor === 'string') {
      this.#at('_cursor', cursor);
      return nothing;
    }
    return { cursor, skip: Number(skip) };
  }
}

function idOfReference(type: SearchedType, text: string, { base }: Namespace): string {
  const reference = text.trim();
  for (const prefix of [`${base}/${type}/`, `${type}/`]) {
    if (reference.startsWith(prefix)) return reference.slice(prefix.length);
  }
  return reference;
}
