import type * as z from 'zod';
import { faultAt, faultsOf, unknownName } from './faults.ts';
import { badRequest, type Fault } from './problem.ts';
import type { Request } from './request.ts';

export interface ParameterOptions<Values> {
  /**
   * Checks rules that concern several parameters.
   * @param values The valid values.
   * @param given Names of all parameters that were given.
   */
  readonly together?: (values: Partial<Values>, given: ReadonlySet<string>, at: At) => void;
}
type At = (name: string, message: string) => void;

/**
 * Reads the parameters of a query with a schema; each may be given once.
 * @throws Problem that names every fault at once.
 */
export function readParameters<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  { query }: Pick<Request, 'query'>,
  { together }: ParameterOptions<z.output<z.ZodObject<Shape>>> = {},
): z.output<z.ZodObject<Shape>> {
  const known = Object.keys(schema.shape);
  const faults: Fault[] = [];
  const at: At = (name, message) => faults.push(faultAt([name], message, 'parameter'));
  const given: Record<string, string> = {};
  for (const [name, values] of query) {
    const [text = ''] = values;
    if (!known.includes(name)) at(name, unknownName(name, 'a parameter', known));
    else if (values.length > 1) at(name, 'is given more than once');
    else if (text.trim() === '') at(name, 'is empty; leave it out or give a value');
    else given[name] = text;
  }
  const parsed = schema.safeParse(given);
  // A parameter that was given but refused above is not reported as missing too.
  if (!parsed.success)
    faults.push(
      ...faultsOf(parsed.error, 'parameter', known).filter(
        ({ parameter = '' }) => Object.hasOwn(given, parameter) || !query.has(parameter),
      ),
    );
  together?.(parsed.success ? parsed.data : {}, new Set(Object.keys(given)), at);
  if (faults.length > 0 || !parsed.success) throw badRequest(faults);
  return parsed.data;
}

/**
 * Checks only the names of parameters, for routes that read their values elsewhere.
 * @throws Problem that names every unknown parameter.
 */
export function onlyParameters(
  known: readonly string[],
  { query }: Pick<Request, 'query'>,
  noun = 'a parameter of this URL',
): void {
  const faults = unknownIn(query, known, noun);
  if (faults.length > 0) throw badRequest(faults);
}

/** @throws Problem if any parameter is given. */
export const noParameters = (request: Pick<Request, 'query'>): void => onlyParameters([], request);

function unknownIn(query: Request['query'], known: readonly string[], noun: string): Fault[] {
  return [...query.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => faultAt([name], unknownName(name, noun, known), 'parameter'));
}
