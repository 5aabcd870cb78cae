import { stateCodes, stateSchema } from '../../../domain/state.ts';
import { bounds, nameFault, tooLong, tooManyValues } from '../../../http/bounds.ts';
import { type Cursor, fingerprintOf, readCursor } from '../../../http/cursor.ts';
import { faultAt, notAccepted, quoted, unknownName } from '../../../http/faults.ts';
import { badRequest, type Fault } from '../../../http/problem.ts';
import type { Request } from '../../../http/request.ts';
import type { RouteContext } from '../../../http/services.ts';
import type { Filter } from '../../../search/filter.ts';
import type { RecordKey } from '../../../search/question.ts';
import { keyOfFhirId } from '../shapes/ids.ts';
import { tokenParameters } from '../shapes/parameters.ts';
import { Namespace, systems } from '../shapes/systems.ts';
import { type Near, readNear } from './near.ts';
import { addTokens, filterOf, isTokenParameter } from './tokens.ts';

export type SearchedType = 'Location' | 'HealthcareService' | 'Organization';

/** Where a search begins. */
export type Where =
  | { readonly kind: 'near'; readonly near: Near }
  | { readonly kind: 'state'; readonly state: (typeof stateCodes)[number] }
  | { readonly kind: 'ids'; readonly ids: readonly RecordKey[]; readonly asked: readonly string[] }
  | { readonly kind: 'organization' }
  | { readonly kind: 'name' }
  | { readonly kind: 'everything' };

/** A FHIR search as it was understood. */
export interface FhirSearch {
  readonly where: Where;
  readonly filter: Filter;
  readonly name: string | null;
  readonly count: number;
  readonly cursor: Cursor | null;
  /** Services of the first center that the page before gave already. */
  readonly skip: number;
  /** The cursor as it came; empty for a first page. */
  readonly ownCursor: string;
  readonly fingerprint: string;
  /** Such as `HealthcareService:location`. */
  readonly include: ReadonlySet<string>;
  /** Parameters as understood, for links. */
  readonly kept: readonly (readonly [name: string, value: string])[];
  /** Names that were passed over, since the caller asked for leniency. */
  readonly ignored: readonly string[];
}

export const MOST_COUNT = 50;
const DEFAULT_COUNT = 10;

/** Of each type, the parameters that are not codes. */
export const parametersOf: Readonly<Record<SearchedType, readonly string[]>> = {
  Location: ['near', 'name', 'address-state', 'organization', 'identifier', 'status'],
  HealthcareService: [
    ...['location.near', 'location.address-state', 'location', 'organization', 'name', 'active'],
    ...['service-category', ...Object.keys(tokenParameters)],
  ],
  Organization: ['name', 'identifier', 'active'],
};
export const commonParameters = [
  '_id',
  '_count',
  '_format',
  '_cursor',
  '_include',
  '_revinclude',
  '_summary',
  '_total',
];
export const includesOf: Readonly<
  Record<SearchedType, Readonly<Record<'_include' | '_revinclude', readonly string[]>>>
> = {
  Location: { _include: ['Location:organization'], _revinclude: ['HealthcareService:location'] },
  HealthcareService: { _include: ['HealthcareService:location', 'HealthcareService:organization'], _revinclude: [] },
  Organization: { _include: [], _revinclude: [] },
};
const HAS = '_has:HealthcareService:location:';

/** @throws Problem that names every fault at once. */
export async function readFhirSearch(type: SearchedType, request: Request, context: RouteContext): Promise<FhirSearch> {
  const namespace = new Namespace(context.publicUrl);
  const { insurers, languages } = await context.locator.glimpse(context.meter);
  const faults: Fault[] = [];
  const at = (name: string, message: string): void => {
    faults.push(faultAt([name], message, 'parameter'));
  };
  const surroundings = { namespace, insurers, languages };
  const lenient = isLenient(request);
  const reading = new Reading(type, namespace, at);
  const kept: (readonly [string, string])[] = [];
  const ignored: string[] = [];
  let has = 0;
  for (const [name, values] of request.query) {
    const parameter = plainName(type, name);
    if (parameter === null) {
      if (lenient) ignored.push(name);
      else at(name, unknownName(name, `a search parameter of ${type}`, namesOf(type)));
      continue;
    }
    for (const value of values) if (name !== '_cursor') kept.push([name, value]);
    const tooMuch = beyondBounds(parameter, values);
    if (values.some((value) => value.trim() === '')) at(name, 'is empty; leave it out or give a value');
    else if (tooMuch !== null) at(name, tooMuch);
    else if (isTokenParameter(parameter)) {
      if (name.startsWith(HAS)) has += 1;
      for (const value of values) {
        for (const message of addTokens(parameter, value, reading.chosen, surroundings)) at(name, message);
      }
    } else if (parameter === '_include' || parameter === '_revinclude')
      for (const value of values) reading.includes(parameter, value);
    else if (values.length > 1) at(name, 'is given more than once, which means "and": that is not supported here');
    else reading.read(parameter, name, (values[0] ?? '').trim());
  }
  if (has > 1) {
    at(
      HAS,
      'can ask one thing of a service; for several of one service search HealthcareService with location.near and _include=HealthcareService:location',
    );
  }
  const organization = reading.organization === null ? null : await slugsOf(reading.organization, context);
  const where = reading.where(type);
  const fingerprint = fingerprintOf({ face: 'fhir', type, kept: kept.filter(([name]) => !notOfTheSearch.has(name)) });
  const { cursor, skip } = reading.cursor(fingerprint, where);
  if (faults.length > 0) throw badRequest(faults);
  return {
    where,
    filter: filterOf(reading.chosen, organization, languages),
    name: reading.name,
    count: reading.count,
    cursor,
    skip,
    ownCursor: request.query.get('_cursor')?.[0] ?? '',
    fingerprint,
    include: reading.include,
    kept,
    ignored,
  };
}

/** Parameters whose values are lists with commas, beside the tokens. */
const lists = new Set(['_id', 'location', 'organization']);

/** Why the values of a parameter are too much to look at; null where they are not. */
function beyondBounds(parameter: string, values: readonly string[]): string | null {
  if (parameter === '_cursor')
    return values.some((value) => value.length > bounds.cursor) ? 'is too long to be a cursor' : null;
  const isList = isTokenParameter(parameter) || lists.has(parameter);
  const all = isList ? values.flatMap((value) => value.split(',')) : values;
  if (all.length > bounds.values) return tooManyValues;
  return all.some((value) => value.length > bounds.text) ? tooLong : null;
}

/** What pages of one search may differ in. */
const notOfTheSearch = new Set(['_count', '_format', '_cursor', '_include', '_revinclude']);

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

/** Gathers what single parameters say. */
class Reading {
  readonly chosen: Parameters<typeof addTokens>[2] = {};
  readonly include = new Set<string>();
  name: string | null = null;
  count = DEFAULT_COUNT;
  organization: readonly RecordKey[] | null = null;
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

  /** @param name As the caller wrote it. */
  read(parameter: string, name: string, value: string): void {
    if (origins.has(parameter)) this.#originNamed = true;
    const wrong = this.#read(parameter, name, value);
    for (const message of wrong) this.#at(name, message);
  }

  #read(parameter: string, name: string, value: string): readonly string[] {
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
        const state = stateSchema.safeParse(value.toUpperCase());
        if (!state.success) return [notAccepted(value, 'a state that we serve', stateCodes)];
        this.#wheres.push([name, { kind: 'state', state: state.data }]);
        return [];
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
        this.name = value;
        return [nameFault(value)].filter((message) => message !== null);
      case '_count': {
        if (!/^[1-9]\d{0,5}$/.test(value)) return ['must be a whole number from 1 up; pages have at most 50'];
        // The most that the caller takes, by FHIR's definition: a server may give fewer.
        this.count = Math.min(Number(value), MOST_COUNT);
        return [];
      }
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

  where(type: SearchedType): Where {
    const [first, ...others] = this.#wheres;
    if (others.length > 0) {
      const names = this.#wheres.map(([name]) => name);
      for (const name of names) this.#at(name, `only one of ${names.join(' and ')} can say where to search`);
    }
    if (first !== undefined) {
      if (first[1].kind === 'ids' && this.name !== null) this.#at('name', `does not go with ${first[0]}`);
      return first[1];
    }
    // What was wrong with it has been said.
    if (this.#originNamed) return { kind: 'everything' };
    if (this.name !== null) return { kind: 'name' };
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
  cursor(fingerprint: string, where: Where): { cursor: Cursor | null; skip: number } {
    const nothing = { cursor: null, skip: 0 };
    if (this.#cursor === null) return nothing;
    const match = /^([A-Za-z0-9_-]*)(?:\.([1-9]\d?))?$/.exec(this.#cursor);
    const [, token = '', skip = '0'] = match ?? [];
    if (match === null || where.kind === 'ids' || this.#cursor === '') {
      this.#at('_cursor', 'is not a cursor; follow the links of an answer');
      return nothing;
    }
    if (token === '') return { cursor: null, skip: Number(skip) };
    const cursor = readCursor(token, fingerprint, where.kind === 'near');
    if (typeof cursor === 'string') {
      this.#at('_cursor', cursor);
      return nothing;
    }
    return { cursor, skip: Number(skip) };
  }
}

/** Every name that a search of the type takes. */
export function namesOf(type: SearchedType): string[] {
  const has = type === 'Location' ? Object.keys(tokenParameters).map((name) => HAS + name) : [];
  return [...parametersOf[type], ...has, ...commonParameters];
}

/** The parameter that a name stands for; null where it is none of the type's. */
function plainName(type: SearchedType, name: string): string | null {
  const typed = name.replace(/^location:Location\./, 'location.');
  if (!namesOf(type).includes(typed)) return null;
  return typed.startsWith(HAS) ? typed.slice(HAS.length) : typed;
}

function idOfReference(type: SearchedType, text: string, { base }: Namespace): string {
  const reference = text.trim();
  for (const prefix of [`${base}/${type}/`, `${type}/`]) {
    if (reference.startsWith(prefix)) return reference.slice(prefix.length);
  }
  return reference;
}

async function slugsOf(keys: readonly RecordKey[], { locator, meter }: RouteContext): Promise<string[]> {
  const numbered = keys.filter((key) => 'number' in key);
  const found = numbered.length === 0 ? [] : (await locator.organizationsOf(numbered, meter)).answer;
  return [
    ...keys.flatMap((key) => ('id' in key ? [key.id] : [])),
    ...found.flatMap((organization) => (organization === null ? [] : [organization.slug])),
  ];
}

/** `Prefer: handling=lenient`: what a server does not know is passed over. Ours, like the other faces, refuses it unless asked. */
function isLenient({ headers }: Request): boolean {
  return /(?:^|[,;\s])handling\s*=\s*"?lenient"?(?:$|[,;\s])/i.test(headers.get('prefer') ?? '');
}
