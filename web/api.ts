import type { Answer, CellAnswer, Coverage, Place, SearchFields, State } from './answer.ts';
import { type Distance, LocatorClient, NoAnswerError, ProblemError, type Result } from './client/index.ts';

/** What a problem tells besides its words. */
interface ProblemFacts {
  readonly kind?: string;
  readonly messages?: readonly string[];
  readonly candidates?: readonly string[];
  readonly state?: string | null;
  readonly coverage?: Coverage | null;
  readonly crisis?: boolean;
  readonly query?: unknown;
}

/** Why an answer did not come, in words for the visitor. `status` 0 means that nothing came back at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** Last part of the problem's type, such as `location-needed`. */
  readonly kind: string;
  readonly messages: readonly string[];
  /** The places that an ambiguous name could mean, where the API lists them. */
  readonly candidates: readonly string[];
  /** The code of the state that was typed as a place, where it can be searched whole. */
  readonly state: string | null;
  readonly coverage: Coverage | null;
  readonly crisis: boolean;
  /** What was understood, in the shape of an answer's `query`. */
  readonly query: unknown;

  constructor(status: number, title: string, facts: ProblemFacts = {}) {
    super(title);
    this.status = status;
    this.kind = facts.kind ?? 'unknown';
    this.messages = facts.messages ?? [];
    this.candidates = facts.candidates ?? [];
    this.state = facts.state ?? null;
    this.coverage = facts.coverage ?? null;
    this.crisis = facts.crisis ?? false;
    this.query = facts.query ?? null;
  }

  /** Worth asking the same again: our fault or the network's, not the question's. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Reads RFC 9457 problem details; a body that is none still gives a problem that can be shown. */
export function readProblem(status: number, body: unknown): ApiProblem {
  const problem = record(body);
  const crisis = problem.crisis === true;
  const busy = 'Too many searches from here just now. Wait a moment, then retry';
  if (status === 429) return new ApiProblem(status, busy, { crisis });
  if (status >= 500) return new ApiProblem(status, 'The search is not answering just now', { crisis });
  const faults = list(problem.errors).map(record);
  const messages = faults.flatMap(({ message }) => text(message));
  const places = [...list(problem.candidates), ...faults.flatMap((fault) => list(fault.candidates))];
  const candidates = places.flatMap((place) => [...text(place), ...text(record(place).label)]);
  const facts = {
    kind: /\/problems\/([\w-]+)$/.exec(text(problem.type)[0] ?? '')?.[1] ?? 'unknown',
    messages: messages.length > 0 ? messages : text(problem.detail),
    candidates,
    coverage: readCoverage(problem.coverage),
    crisis,
    query: problem.query,
  };
  const [state] = text(problem.state);
  if (state !== undefined) {
    const words = 'Search all of it, or type a city or a ZIP code to see what is nearest.';
    return new ApiProblem(status, 'That is a whole state', { ...facts, messages: [words], candidates: [], state });
  }
  const pointers = new Set(faults.map(({ pointer }) => pointer));
  const onlyFault = pointers.size === 1 ? [...pointers][0] : undefined;
  return new ApiProblem(status, titleOf(onlyFault, facts, text(problem.title)[0]), facts);
}

/** A place and words for the API to read are all that a visitor types; every other field is chosen from a list. */
function titleOf(pointer: unknown, { candidates, crisis }: ProblemFacts, title: string | undefined): string {
  const typed = pointer === '/near' || pointer === '/q';
  if (typed && candidates?.length) return 'Which place do you mean?';
  if (pointer === '/near' && !crisis) return 'That place was not found';
  return typed ? 'We could not search with these words' : (title ?? 'The search could not be read');
}

function readCoverage(value: unknown): Coverage | null {
  const { states, origin } = record(value);
  const { state, listed } = record(origin);
  if (typeof listed !== 'boolean') return null;
  return { states: list(states).flatMap(text), origin: { state: text(state)[0] ?? null, listed } };
}

const client = new LocatorClient();

/** Searches by POST, so that a location never stands in a URL, a history or an access log. */
export async function searchCenters(fields: SearchFields, signal: AbortSignal): Promise<Answer> {
  const { results, ...answer } = await search(fields, signal);
  // Only a cell has ranges for distances.
  return { ...answer, results: results as (Omit<Result, 'distance'> & { readonly distance?: Distance })[] };
}

/** Every center that can be among the nearest `limit` of some point of the cell. */
export function searchCell(fields: SearchFields & { readonly cell: string }, signal: AbortSignal): Promise<CellAnswer> {
  return search(fields, signal);
}

async function search(fields: SearchFields, signal: AbortSignal) {
  // The form's values come from the API's own taxonomy, not from what was known when this was compiled.
  const { origin, ...answer } = await ask(client.search(fields as Parameters<LocatorClient['search']>[0], { signal }));
  if (origin === null) throw new Error('a search of this page names a place');
  return { ...answer, origin };
}

export async function suggestPlaces(query: string, signal: AbortSignal): Promise<readonly Place[]> {
  const { places } = await ask(client.places(query, { limit: 8, signal }));
  return places;
}

/** The states that can be searched whole. */
export async function readStates(signal?: AbortSignal): Promise<readonly State[]> {
  const { states } = await ask(client.states(signal ? { signal } : {}));
  return states;
}

export function readTaxonomy(): Promise<unknown> {
  return ask(client.taxonomy());
}

/** Puts the client's errors into words for the visitor; a call that was given up passes through. */
async function ask<Body>(answer: Promise<Body>): Promise<Body> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProblemError) throw readProblem(error.status, error.kind === 'unknown' ? null : error.problem);
    if (error instanceof NoAnswerError) throw new ApiProblem(0, 'No answer came back. Your connection may be down');
    throw error;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string as a list of one, anything else as none, so that it can be spread into another list. */
function text(value: unknown): readonly string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}
