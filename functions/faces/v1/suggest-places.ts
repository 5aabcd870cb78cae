import type { APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import { faultAt, faultsOf, unknownName } from '../../http/faults.ts';
import { badRequest, type Fault } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';

const LIMITS = 'must be a whole number from 1 to 20';

/** In the form of JSON: digits become a number before this reads them. */
export const placesParameters = z.strictObject({
  q: z
    .string('must be the beginning of a ZIP or of a city, such as phoe')
    .trim()
    .min(1, 'must not be empty')
    .max(100, 'must be at most 100 characters'),
  limit: z.int(LIMITS).min(1, LIMITS).max(20, LIMITS).default(8),
});

const known = Object.keys(placesParameters.shape);

/** ZIPs and cities for autocomplete, larger places first. */
export async function suggestPlaces(request: Request, { places }: RouteContext): Promise<APIGatewayProxyResult> {
  const type = negotiate(request, ['application/json']);
  const faults: Fault[] = [];
  const single: Record<string, unknown> = {};
  for (const [name, values] of request.query) {
    const [text = ''] = values;
    if (!known.includes(name)) faults.push(faultAt([name], unknownName(name, 'a parameter', known), 'parameter'));
    else single[name] = name === 'limit' && /^[1-9]\d*$/.test(text) ? Number(text) : text;
    if (values.length > 1) faults.push(faultAt([name], 'is given more than once', 'parameter'));
  }
  const parsed = placesParameters.safeParse(single);
  if (!parsed.success) faults.push(...faultsOf(parsed.error, 'parameter', known));
  if (faults.length > 0 || !parsed.success) throw badRequest(faults);
  const { q, limit } = parsed.data;
  const found = places().suggest(q, limit);
  return json(
    { places: found.map(({ label, kind, location, state }) => ({ label, kind, location, state })) },
    // What somebody is typing is nobody else's, whoever uses the computer next.
    caching.none,
    type,
  );
}
