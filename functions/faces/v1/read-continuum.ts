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

/** Where somebody can continue from each level of a center: the nearest center with the next level up, and down. */
export async function readContinuum(
  request: Request,
  context: RouteContext,
  { id = '' }: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyResult> {
  const { within = null } = readParameters(continuumParameters, request);
  const type = negotiate(request, ['application/json']);
  if (!slugSchema.safeParse(id).success) throw noSuchCenter();
  const { locator, meter, now } = context;
  const { answer, head } = await locator.continuum(id, within?.km ?? null, meter);
  if (answer === null) {
    const asked = within === null ? '' : `?within=${encodeURIComponent(request.query.get('within')?.[0] ?? '')}`;
    const { answerForMissing } = await import('../../http/former.ts');
    throw await answerForMissing(id, context, (other) => `../${other}/continuum${asked}`);
  }
  return json(continuumAnswer(answer, head, now()), caching.shared, type);
}
