import type * as z from 'zod';
import type { Payer } from '../../../domain/payer.ts';
import { withinBounds } from '../../../http/bounds.ts';
import { faultAt, faultsOf } from '../../../http/faults.ts';
import { badRequest, type Fault } from '../../../http/problem.ts';
import { type Request, readJson } from '../../../http/request.ts';
import { type Cursors, meaningOf, type SearchSurroundings } from './meaning.ts';
import type { PathsRequest } from './paths-asked.ts';
import { DEFAULT_PATHS, faultsOfLevels, type PathsBody, pathsBodySchema, pathsKinds } from './paths-fields.ts';
import { faultsOfPayers } from './payer-faults.ts';
import { bodyOfQuery } from './query-body.ts';

const names = Object.keys(pathsKinds);

/** @throws Problem that names every fault at once. */
export function readPathsQuery(request: Request, surroundings: SearchSurroundings): PathsRequest {
  const { body, faults } = bodyOfQuery(request.query, pathsKinds);
  // A parameter that was given but could not be read has its own fault already: do not report it as missing too.
  const isMissing = ({ parameter = '' }: Fault) => Object.hasOwn(body, parameter) || !request.query.has(parameter);
  return understand(body, faults, 'parameter', request, surroundings, isMissing);
}

/** @throws Problem that names every fault at once. */
export function readPathsBody(request: Request, surroundings: SearchSurroundings): PathsRequest {
  const faults = [...request.query.keys()].map((name) => faultAt([name], 'belongs in the body', 'parameter'));
  const body = readJson(request);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const message = 'must be one JSON object, such as {"near":"85004","levels":["detox","iop"]}';
    throw badRequest([...faults, faultAt([], message, 'pointer')]);
  }
  return understand(body, faults, 'pointer', request, surroundings);
}

/**
 * Arguments that did not come by HTTP; `me` is not allowed.
 * @throws Problem that names every fault at once.
 */
export function readPathsFields(body: object, surroundings: SearchSurroundings): PathsRequest {
  return understand(body, [], 'pointer', { headers: new Map() }, surroundings);
}

function understand(
  given: object,
  faults: readonly Fault[],
  place: 'parameter' | 'pointer',
  request: Pick<Request, 'headers'>,
  surroundings: SearchSurroundings,
  isNews: (fault: Fault) => boolean = () => true,
): PathsRequest {
  const found = [...faults];
  const body = withinBounds(given, (path, message) => found.push(faultAt(path, message, place)));
  const parsed = pathsBodySchema.safeParse(body);
  if (!parsed.success) found.push(...faultsIn(parsed.error, body, place).filter(isNews));
  const { levels, ...fields } = parsed.success ? parsed.data : rightOnes(body);
  found.push(...faultsOfPayers(fields.payer ?? [], surroundings.insurers, place));
  // A missing `near` was reported above, so it is not reported again. Place and payer are read as in a search.
  const named = new Set(['near', ...Object.keys(body)]);
  const filled = new Set(Object.keys(fields));
  const search = meaningOf({ fields, faults: found, place, named, filled }, null, request, surroundings, noCursors);
  const { origin, echo, limit, withUnknown, filter } = search;
  if (origin?.location == null || levels === undefined)
    throw new Error('a question for paths needs a place and levels');
  const [payer = null] = fields.payer ?? [];
  const { near, limit: _, ...others } = echo;
  return {
    origin,
    query: {
      origin: origin.location,
      levels,
      payer: payer as Payer | null,
      age: filter.age,
      gender: filter.gender,
      population: filter.population,
      limit: fields.limit ?? limit,
      withUnknown,
    },
    echo: { near, levels, ...others, limit: fields.limit ?? DEFAULT_PATHS },
  };
}

/** Reports each fault of a body once: for example, text instead of a list is not also "too long". */
function faultsIn({ issues }: z.ZodError, body: Record<string, unknown>, place: 'parameter' | 'pointer'): Fault[] {
  const levels = faultsOfLevels(body.levels);
  const first = new Set<unknown>();
  const told = issues.flatMap((issue): z.core.$ZodIssue[] => {
    const [name = ''] = issue.path;
    if (name === 'levels') {
      if (first.has(name)) return [];
      first.add(name);
      return levels.map(({ path, message }) => ({ ...issue, code: 'custom', path: [...path], message }));
    }
    const isRepeated = first.has(name) && !Array.isArray(body[String(name)]);
    first.add(name);
    return isRepeated && name !== '' ? [] : [issue];
  });
  const what = place === 'parameter' ? 'a parameter' : 'a field';
  return faultsOf({ issues: told }, place, names, what);
}

/** The fields of a faulty body that are valid by themselves. */
function rightOnes(body: Record<string, unknown>): Partial<PathsBody> {
  const right = Object.entries(pathsBodySchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(body[name]);
    return parsed.success && body[name] !== undefined ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(right);
}

const noCursors: Cursors = {
  fingerprintOf: () => '',
  readCursor: () => {
    throw new Error('paths have no cursor');
  },
};
