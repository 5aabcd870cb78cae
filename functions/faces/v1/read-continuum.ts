import type { APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import { slugSchema } from '../../domain/slug.ts';
import { help } from '../../http/help.ts';
import { readParameters } from '../../http/parameters.ts';
import { notFound } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { readWithin, type Within } from '../../http/within.ts';
import type { StepTo } from '../../search/continuum.ts';
import { type CenterAnswer, datasetAnswer, resultAnswer, wholeCenterAnswer } from './shapes/center.ts';

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
  const missing = notFound('No center has this id. It may have closed, or the link may be cut off.');
  if (!slugSchema.safeParse(id).success) throw missing;
  const { answer, head } = await locator.continuum(id, within?.km ?? null, meter);
  if (answer === null) throw missing;
  const { center } = wholeCenterAnswer(answer.row, now());
  const steps = answer.steps.map(({ level, stepUp, stepDown }) => ({
    level,
    stepUp: stepAnswer(stepUp, center, now()),
    stepDown: stepAnswer(stepDown, center, now()),
  }));
  return json({ center, steps, dataset: datasetAnswer(head), help }, caching.shared, type);
}

/** @param from The center that distances are measured from: if it is known by its ZIP only, all of them are approximate. */
function stepAnswer(step: StepTo | null, from: CenterAnswer, now: number) {
  if (step === null) return null;
  const { center, offerings, distance } = resultAnswer(step.match, now);
  const { approximate: _, ...exact } = distance ?? {};
  const isApproximate = center.id !== from.id && [center, from].some(({ location }) => location.accuracy === 'zip');
  return { level: step.level, center, offerings, distance: isApproximate ? { ...exact, approximate: true } : exact };
}
