import { type State, stateCodes } from '../../../domain/state.ts';
import { stateSchema } from '../../../domain/state-schema.ts';
import type { SignedCursors } from '../../../http/cursor.ts';
import { notAccepted, quoted } from '../../../http/faults.ts';
import { nameSchema } from '../../../http/text-schemas.ts';
import { comparable, type NameTest } from '../../../search/names/name-test.ts';
import type { Cursor, RecordKey } from '../../../search/question.ts';
import { keyOfFhirId } from '../shapes/ids.ts';
import { type Namespace, systems } from '../shapes/systems.ts';
import { includesOf, type SearchedType } from './known-parameters.ts';
import { type Near, readNear } from './near.ts';
import type { addTokens } from './tokens.ts';

/** Where a search begins. */
export type Where =
  | { readonly kind: 'near'; readonly near: Near }
  | { readonly kind: 'state'; readonly state: (typeof stateCodes)[number] }
  | { readonly kind: 'ids'; readonly ids: readonly RecordKey[]; readonly asked: readonly string[] }
  | { readonly kind: 'organization' }
  | { readonly kind: 'name' }
  | { readonly kind: 'everything' };

export const MOST_COUNT = 50;
const DEFAULT_COUNT = 10;

/** Parameters that say where to search. */
const origins = new Set([
  'near',
  'location.near',
  'address-state',
  'location.address-state',
  '_id',
  'location',
  'identifier',
]);

/** Gathers what single parameters say. Faults go to `at`. */
export class Reading {
  readonly chosen: Parameters<typeof addTokens>[2] = {};
  readonly include = new Set<string>();
  name: NameTest | null = null;
  locationName: NameTest | null = null;
  count = DEFAULT_COUNT;
  organization: readonly RecordKey[] | null = null;
  readonly #states: [name: string, state: State][] = [];
  /** True to find what is in doubt too. */
  withUnknown = false;
  readonly #wheres: [name: string, where: Where][] = [];
  #cursor: string | null = null;
  #originNamed = false;
  readonly #type: SearchedType;
  readonly #namespace: Namespace;
  readonly #at: (name: string, message: string) => void;

  constructor(type: SearchedType, namespace: Namespace, at: (name: string, message: string) => void) {
    this.#type = type;
    this.#namespace = namespace;
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
  read(parameter: string, name: string, value: string, how: NameTest['how']): void {
    if (origins.has(parameter)) this.#originNamed = true;
    const wrong = this.#read(parameter, name, value, how);
    for (const message of wrong) this.#at(name, message);
  }

  #read(parameter: string, name: string, value: string, how: NameTest['how']): readonly string[] {
    switch (parameter) {
      case 'near':
      case 'location.near': {
        const near = readNear(value);
        if (!('point' in near)) return near;
        this.#wheres.push([name, { kind: 'near', near }]);
        return [];
      }
      case 'address-state':
      case 'location.address-state': {
        const wrong: string[] = [];
        for (const one of value.split(',').map((text) => text.trim())) {
          const state = stateSchema.safeParse(one.toUpperCase());
          if (state.success) this.#states.push([name, state.data]);
          else wrong.push(notAccepted(one, 'a state that we serve', stateCodes));
        }
        return wrong;
      }
      case '_id':
        return this.#ids(name, value.split(','));
      case 'location':
        return this.#ids(
          name,
          value.split(',').map((one) => idOfReference('Location', one, this.#namespace)),
        );
      case 'identifier':
        return this.#identifiers(name, value);
      case 'organization':
        this.organization = value
          .split(',')
          .map((one) => keyOfFhirId(idOfReference('Organization', one, this.#namespace)));
        return [];
      case 'name':
        this.name = { how, text: value };
        return testFaults(value);
      case 'location.name':
        this.locationName = { how, text: value };
        return testFaults(value);
      case '_count': {
        if (!/^[1-9]\d{0,5}$/.test(value)) return ['must be a whole number from 1 up; pages have at most 50'];
        // The most that the caller takes, by FHIR's definition: a server may give fewer.
        this.count = Math.min(Number(value), MOST_COUNT);
        return [];
      }
      case 'include':
        this.withUnknown = value === 'unknown';
        return this.withUnknown ? [] : [notAccepted(value, 'something to include', ['unknown'])];
      case '_cursor':
        this.#cursor = value;
        return [];
      default:
        return this.#fixed(parameter, value);
    }
  }

  /** Parameters of which we can honour only some values. */
  #fixed(parameter: string, value: string): readonly string[] {
    const accepted: Readonly<Record<string, readonly string[]>> = {
      active: ['true'],
      status: ['active'],
      'service-category': ['behav', `${systems.category}|behav`],
      _summary: ['false'],
      _total: ['none', 'estimate'],
      _format: ['json', 'application/fhir+json', 'application/json'],
    };
    const list = accepted[parameter] ?? [];
    return list.includes(value) ? [] : [`${quoted(value)} is not supported. Accepted: ${list.join(', ')}`];
  }

  #ids(name: string, ids: readonly string[]): readonly string[] {
    const asked = [...new Set(ids.map((id) => id.trim()))];
    this.#wheres.push([name, { kind: 'ids', ids: asked.map(keyOfFhirId), asked: name === '_id' ? asked : [] }]);
    return [];
  }

  /** Our own identifiers are the ids that the other faces show. */
  #identifiers(name: string, value: string): readonly string[] {
    const of = { Location: 'center', HealthcareService: 'offering', Organization: 'organization' } as const;
    const system = this.#namespace.identifier(of[this.#type]);
    const bar = value.lastIndexOf('|');
    if (bar >= 0 && value.slice(0, bar) !== system)
      return [`${quoted(value.slice(0, bar))} is not a system of identifiers here. Accepted: ${system}`];
    this.#wheres.push([name, { kind: 'ids', ids: [{ id: value.slice(bar + 1) }], asked: [] }]);
    return [];
  }

  /** States that results are kept to, beside a point or ids; null if no state was named, or a whole state is searched. */
  get states(): readonly State[] | null {
    if (this.#states.length === 0 || this.#wheres.length === 0) return null;
    return this.#states.map(([, state]) => state);
  }

  get #hasName(): boolean {
    return this.name !== null || this.locationName !== null;
  }

  where(type: SearchedType): Where {
    const [state, ...furtherStates] = this.#states;
    if (state !== undefined && this.states === null) {
      if (furtherStates.length > 0)
        this.#at(state[0], 'names several states, which only a point can go with; give one');
      return { kind: 'state', state: state[1] };
    }
    const [first, ...others] = this.#wheres;
    if (others.length > 0) {
      const names = this.#wheres.map(([name]) => name);
      for (const name of names) this.#at(name, `only one of ${names.join(' and ')} can say where to search`);
    }
    if (first !== undefined) {
      if (first[1].kind === 'ids' && this.#hasName) this.#at('name', `does not go with ${first[0]}`);
      return first[1];
    }
    // Its fault was reported when it was read.
    if (this.#originNamed) return { kind: 'everything' };
    if (this.#hasName) return { kind: 'name' };
    if (this.organization !== null) return { kind: 'organization' };
    if (type === 'Location')
      this.#at('near', 'say where to search: near, address-state, organization, name, identifier or _id');
    const beyondLevel = Object.keys(this.chosen).find((field) => field !== 'level');
    if (type === 'HealthcareService' && beyondLevel !== undefined) {
      this.#at(
        'location.near',
        'say where to search: location.near, location.address-state, location, organization, name or _id; without them services can be listed by service-type only',
      );
    }
    return { kind: 'everything' };
  }

  /** A token, then after a dot how many services of the next center were given. */
  cursor(fingerprint: string, where: Where, cursors: SignedCursors): { cursor: Cursor | null; skip: number } {
    const nothing = { cursor: null, skip: 0 };
    if (this.#cursor === null) return nothing;
    const match = /^([A-Za-z0-9_-]*)(?:\.([1-9]\d?))?$/.exec(this.#cursor);
    const [, token = '', skip = '0'] = match ?? [];
    if (match === null || where.kind === 'ids' || this.#cursor === '') {
      this.#at('_cursor', 'is not a cursor; follow the links of an answer');
      return nothing;
    }
    if (token === '') return { cursor: null, skip: Number(skip) };
    // Searches by name have numbered pages.
    const cursor = cursors.readCursor(token, fingerprint, where.kind === 'near' && !this.#hasName);
    if (typeof cursor === 'string') {
      this.#at('_cursor', cursor);
      return nothing;
    }
    return { cursor, skip: Number(skip) };
  }
}

/** Lists what is wrong with a text that names are to be compared with. */
function testFaults(text: string): readonly string[] {
  const parsed = nameSchema.safeParse(text);
  if (!parsed.success) return [parsed.error.issues[0]?.message ?? 'is no name'];
  return comparable(text) === '' ? ['has neither a letter nor a digit'] : [];
}

function idOfReference(type: SearchedType, text: string, { base }: Namespace): string {
  const reference = text.trim();
  for (const prefix of [`${base}/${type}/`, `${type}/`]) {
    if (reference.startsWith(prefix)) return reference.slice(prefix.length);
  }
  return reference;
}
