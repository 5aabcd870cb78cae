import type { APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import { readParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { placeAnswer } from './shapes/places.ts';

const LIMITS = 'must be a whole number from 1 to 20';

export const placesLimit = z.int(LIMITS).min(1, LIMITS).max(20, LIMITS).default(8);

export const placesParameters = z.object({
  q: z
    .string('must be the beginning of a ZIP or of a city, such as phoe')
    .trim()
    .min(1, 'must not be empty')
    .max(100, 'must be at most 100 characters'),
  limit: z
    .string()
    .regex(/^[1-9]\d*$/, LIMITS)
    .transform(Number)
    .optional()
    .pipe(placesLimit),
});

/** Suggests ZIPs and places while a person types, likeliest first. */
export async function suggestPlaces(request: Request, { places }: RouteContext): Promise<APIGatewayProxyResult> {
  const type = negotiate(request, ['application/json']);
  const { q, limit } = readParameters(placesParameters, request);
  const found = places().suggest(q, limit);
  return json(
    { places: found.map(placeAnswer) },
    // Private: the URL contains what the person types, so no cache may keep the answer.
    caching.none,
    type,
  );
}
