import { isListedPayer } from '../../../domain/payer.ts';
import { withinBounds } from '../../../http/bounds.ts';
import { faultAt, faultsOf } from '../../../http/faults.ts';
import { badRequest, type Fault } from '../../../http/problem.ts';
import { type Request, readJson } from '../../../http/request.ts';
import { type SearchBody, searchBodySchema } from './fields.ts';
import { type Cursors, meaningOf, type SearchRequest, type SearchSurroundings } from './meaning.ts';
import { bodyOfQuery, fieldNamesOfSearch, filledOf } from './query-body.ts';
import { readQ } from './read-q.ts';
import { withStateCodes } from './states-of-search.ts';

/** The context for reading a search. */
export interface ReadingSearch extends SearchSurroundings {
  readonly cursors: Cursors;
}

/** A search as received, in the form of the JSON body. */
interface Given {
  readonly body: object;
  /** Faults found so far. */
  readonly faults: readonly Fault[];
  readonly place: 'parameter' | 'pointer';
  /** Names of all fields in the request, including those whose value never reached the body. */
  readonly named: { has(name: string): boolean };
  /** Names of the fields that have a value. */
  readonly filled: { has(name: string): boolean };
}

/** A caller whose location the CDN does not know. */
const nobody: Pick<Request, 'headers'> = { headers: new Map() };

/** @throws Problem that names every fault at once. */
export async function readSearchQuery(request: Request, surroundings: ReadingSearch): Promise<SearchRequest> {
  const { body, faults } = bodyOfQuery(request.query);
  const given = [...request.query].flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
  const filled = filledOf(given);
  return understand({ body, faults, place: 'parameter', named: request.query, filled }, request, surroundings);
}

/**
 * A search whose fields did not come by HTTP: a record in the form of the JSON body. We must not guess the caller's
 * location, so `me` is refused.
 * @throws Problem that names every fault at once.
 */
export async function readSearchFields(body: object, surroundings: ReadingSearch): Promise<SearchRequest> {
  const named = new Map(Object.entries(body));
  return understand({ body, faults: [], place: 'pointer', named, filled: filledOf(named) }, nobody, surroundings);
}

/** @throws Problem that names every fault at once. */
export async function readSearchBody(request: Request, surroundings: ReadingSearch): Promise<SearchRequest> {
  const faults = [...request.query.keys()].map((name) => faultAt([name], 'belongs in the body', 'parameter'));
  const body = readJson(request);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest([...faults, faultAt([], 'must be one JSON object, such as {"near":"85004"}', 'pointer')]);
  }
  const named = new Map(Object.entries(body));
  return understand({ body, faults, place: 'pointer', named, filled: filledOf(named) }, request, surroundings);
}

async function understand(
  { body: given, faults, place, named, filled }: Given,
  request: Pick<Request, 'headers'>,
  surroundings: ReadingSearch,
): Promise<SearchRequest> {
  const found = [...faults];
  const bounded = withinBounds(given, (path, message) => found.push(faultAt(path, message, place)));
  const body = withStateCodes(bounded);
  const parsed = searchBodySchema.safeParse(body);
  if (!parsed.success) found.push(...faultsOf(parsed.error, place, fieldNamesOfSearch));
  // Even if some fields are faulty, the others are checked, so that one answer names every fault.
  const fields: Partial<SearchBody> = parsed.success ? parsed.data : partOf(body);
  // Most searches name valid payers. The words for suggestions are loaded only when a payer is not valid.
  const { payer = [] } = fields;
  if (!payer.every((one) => isListedPayer(one, surroundings.insurers))) {
    const { faultsOfPayers } = await import('./payer-faults.ts');
    found.push(...faultsOfPayers(payer, surroundings.insurers, place));
  }
  const typed = fields.q === undefined ? null : await readQ(fields.q, surroundings);
  return meaningOf({ fields, faults: found, place, named, filled }, typed, request, surroundings, surroundings.cursors);
}

/** The valid fields of a faulty body. */
function partOf(body: object): Partial<SearchBody> {
  const part: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(searchBodySchema.shape)) {
    const parsed = schema.safeParse((body as Record<string, unknown>)[name]);
    if (parsed.success && parsed.data !== undefined) part[name] = parsed.data;
  }
  return part;
}
