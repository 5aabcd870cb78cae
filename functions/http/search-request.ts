import { insurerLabel, isPayerKind, payers } from '../domain/payer.ts';
import type { State } from '../domain/state.ts';
import type { Places } from '../places/places.ts';
import type { Filter } from '../search/filter.ts';
import { faultAt, faultsOf, notAccepted, unknownName } from './faults.ts';
import { fieldKinds, type SearchBody, searchBodySchema, synonymsOf } from './fields.ts';
import { type Origin, readNear, stateOrigin } from './origin.ts';
import { badRequest, type Fault, Problem } from './problem.ts';
import { type Request, readJson } from './request.ts';
import { readWithin, type Within } from './within.ts';

/** A search as it was understood. */
export interface SearchRequest {
  readonly origin: Origin;
  readonly state: State | null;
  readonly within: Within | null;
  readonly filter: Filter;
  readonly limit: number;
  /** The fields as they were read, for the answer's `query`. */
  readonly echo: Readonly<Record<string, unknown>>;
}

export interface SearchSurroundings {
  readonly places: Places;
  /** Slugs of the insurers that the dataset names. */
  readonly insurers: readonly string[];
}

/** A search as it was given, in the form of the JSON body. */
interface Given {
  readonly body: object;
  /** What was wrong already. */
  readonly faults: readonly Fault[];
  readonly place: 'parameter' | 'pointer';
  /** All fields that were named, also those whose value never made it into the body. */
  readonly named: { has(name: string): boolean };
}

const known = Object.keys(fieldKinds);
const origins = ['near', 'cell', 'state', 'q'] as const;

/** @throws Problem that names every fault at once. */
export function readSearchQuery(request: Request, surroundings: SearchSurroundings): SearchRequest {
  const { body, faults } = bodyOfQuery(request.query);
  return understand({ body, faults, place: 'parameter', named: request.query }, request, surroundings);
}

/** @throws Problem that names every fault at once. */
export function readSearchBody(request: Request, surroundings: SearchSurroundings): SearchRequest {
  const faults = [...request.query.keys()].map((name) => faultAt([name], 'belongs in the body', 'parameter'));
  const body = readJson(request);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest([...faults, faultAt([], 'must be one JSON object, such as {"near":"85004"}', 'pointer')]);
  }
  const named = new Map(Object.entries(body));
  return understand({ body, faults, place: 'pointer', named }, request, surroundings);
}

/** Brings a query string into the form of the JSON body; what cannot be is a fault. */
function bodyOfQuery(query: Request['query']): { body: Record<string, unknown>; faults: Fault[] } {
  const body: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, values] of query) {
    const [text = ''] = values;
    if (!Object.hasOwn(fieldKinds, name))
      faults.push(faultAt([name], unknownName(name, 'a parameter', known), 'parameter'));
    else if (values.length > 1) faults.push(faultAt([name], givenTwice(name), 'parameter'));
    else if (text.trim() === '') faults.push(faultAt([name], 'is empty; leave it out or give a value', 'parameter'));
    else body[name] = valueOfText(text, fieldKinds[name as keyof typeof fieldKinds]);
  }
  return { body, faults };
}

function valueOfText(text: string, kind: 'text' | 'list' | 'number' | 'boolean'): unknown {
  const trimmed = text.trim();
  if (kind === 'list') return trimmed.split(',').map((item) => item.trim());
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
  if (kind === 'boolean') return trimmed === 'true' ? true : trimmed === 'false' ? false : trimmed;
  return trimmed;
}

function givenTwice(name: string): string {
  const isList = fieldKinds[name as keyof typeof fieldKinds] === 'list';
  return `is given more than once${isList ? '; join its values with commas' : ''}`;
}

function understand(
  { body, faults, place, named }: Given,
  request: Request,
  surroundings: SearchSurroundings,
): SearchRequest {
  const found = [...faults];
  const members: Record<string, unknown> = {};
  const parsed = searchBodySchema.safeParse(body);
  if (!parsed.success) found.push(...faultsOf(parsed.error, place, known));
  // Where some fields are wrong, the others are looked at all the same, so that one answer names every fault.
  const fields: Partial<SearchBody> = parsed.success ? parsed.data : partOf(body);
  const at = (name: string, message: string) => found.push(faultAt([name], message, place));

  for (const name of notYet) if (fields[name] !== undefined) at(name, 'is not available yet');
  const origin = readOrigin(fields, request, surroundings, at, members, { body, named });
  const within = fields.within === undefined ? null : readWithin(fields.within);
  if (typeof within === 'string') at('within', within);
  else if (within !== null && fields.state !== undefined) at('within', 'goes with near; a state is searched whole');
  for (const [index, payer] of (fields.payer ?? []).entries()) {
    if (isPayerKind(payer) || surroundings.insurers.includes(payer)) continue;
    found.push(faultAt(['payer', index], notAPayer(payer, surroundings.insurers), place));
  }
  if (found.length > 0) {
    const onlyLocation = origin === 'location-needed' && found.length === 1;
    throw onlyLocation ? locationNeeded(found) : badRequest(found, members);
  }
  if (!parsed.success || origin === null || origin === 'location-needed' || typeof within === 'string') {
    throw new Error('a request without a fault could not be read');
  }
  return {
    origin,
    state: parsed.data.state ?? null,
    within,
    filter: filterOf(parsed.data),
    limit: parsed.data.limit,
    echo: { ...parsed.data, ...(within === null ? {} : { within: within.text }) },
  };
}

const notYet = ['cell', 'q', 'name', 'cursor'] as const;

function readOrigin(
  fields: Partial<SearchBody>,
  request: Request,
  { places }: SearchSurroundings,
  at: (name: string, message: string) => void,
  members: Record<string, unknown>,
  { body, named }: Pick<Given, 'body' | 'named'>,
): Origin | 'location-needed' | null {
  const given = origins.filter((name) => Object.hasOwn(body, name));
  if (given.length > 1)
    for (const name of given) at(name, `only one of ${given.join(' and ')} can say where to search`);
  // One that is there but wrong has been told so already.
  if (![...origins, 'name'].some((name) => named.has(name))) {
    at('near', 'say where to search: near (a ZIP, a place, a point, or me) or state');
  }
  if (fields.near === 'me') {
    const viewer = viewerOrigin(request);
    if (viewer === null) at('near', 'your location is not known; give a ZIP, a place or a point');
    return viewer ?? 'location-needed';
  }
  if (fields.near !== undefined) {
    const near = readNear(fields.near, places);
    if ('kind' in near) return near;
    at('near', near.message);
    if (near.candidates.length > 0) {
      members.candidates = near.candidates.map(({ label, location, state }) => ({ label, location, state }));
    }
    return null;
  }
  return fields.state === undefined ? null : stateOrigin(fields.state);
}

function notAPayer(payer: string, insurers: readonly string[]): string {
  const labels = insurers.map((value) => ({ word: insurerLabel(value).toLowerCase(), value }));
  return notAccepted(payer, 'a payer in the data', [...payers.codes, ...insurers], [...synonymsOf(payers), ...labels]);
}

/** The CDN's own guess, as good as a city: the only location that nobody had to give. */
function viewerOrigin({ headers }: Request): Origin | null {
  const near = [headers.get('cloudfront-viewer-latitude'), headers.get('cloudfront-viewer-longitude')];
  const [lat, lng] = near.map((text) =>
    text === undefined || !/^-?\d+(\.\d+)?$/.test(text) ? Number.NaN : Number(text),
  );
  if (lat === undefined || lng === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) return null;
  return { kind: 'viewer', label: 'Your area', location: { lat, lng } };
}

function locationNeeded(errors: readonly Fault[]): Problem {
  return new Problem(
    400,
    'location-needed',
    'A location is needed',
    'Where you are is not known here. Give a ZIP such as 85004, or a place such as "Phoenix, AZ".',
    { errors },
  );
}

function filterOf(body: SearchBody): Filter {
  const { confirmed } = body;
  return {
    level: body.level,
    condition: body.condition,
    population: body.population,
    therapy: body.therapy,
    payer: body.payer,
    modality: body.modality,
    schedule: body.schedule,
    language: body.language,
    housing: body.housing,
    maxHoursPerWeek: body.maxHoursPerWeek,
    maxSessionsPerWeek: body.maxSessionsPerWeek,
    maxWeeks: body.maxWeeks,
    confirmed:
      confirmed === undefined ? undefined : { maxAgeDays: confirmed === true ? null : Number.parseInt(confirmed, 10) },
    accepting: body.accepting,
    organization: body.organization,
  };
}

/** Those fields of a faulty body that are right by themselves. */
function partOf(body: object): Partial<SearchBody> {
  const part: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(searchBodySchema.shape)) {
    const parsed = schema.safeParse((body as Record<string, unknown>)[name]);
    if (parsed.success && parsed.data !== undefined) part[name] = parsed.data;
  }
  return part;
}
