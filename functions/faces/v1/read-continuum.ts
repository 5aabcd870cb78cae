import type { APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import { slugSchema } from '../../domain/slug.ts';
import { readParameters } from '../../http/parameters.ts';
import { noSuchCenter } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { readWithin, type Within } from '../../http/within.ts';
import { continuumAnswer } from './shapes/continuum.ts';

const continuumParameters = z.object({
  within: z
    .string()
    .transform((text, context): Within => {
      const within = readWithin(text);
      if (typeof within !== 'string') return within;
      context.addIssue({ code: 'custom', message: within });
      return z.NEVER;
    })
    .optional(),
});

/** Where somebody can go on from each level of a center: the nearest center with the next level up, and down. */
export async function readContinuum(
  request: Request,
  { locator, meter, now }: RouteContext,
  { id = '' }: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyResult> {
  const { within = null } = readParameters(continuumParameters, request);
  const type = negotiate(request, ['application/json']);
  const missing = noSuchCenter();
  if (!slugSchema.safeParse(id).success) throw missing;
  const { answer, head } = await locator.continuum(id, within?.km ?? null, meter);
  if (answer === null) throw missing;
  return json(continuumAnswer(answer, head, now()), caching.shared, type);
}
