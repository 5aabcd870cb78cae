import * as z from 'zod';
import { unpackCenter } from '../../dataset/packed-center.ts';
import { levels } from '../../domain/level-of-care.ts';
import { stateCodes } from '../../domain/state.ts';
import { readParameters } from '../../http/parameters.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { centerAnswer, datasetAnswer } from '../v1/shapes/center.ts';
import { stateParameter } from './counts.ts';
import type { ListedCenters } from './listed.ts';
import { openCenters } from './open-centers.ts';
import { signedIn } from './person.ts';
import type { AgentServices } from './services.ts';

export const MOST_ROWS = 200;
const worklistParameters = z.object({
  state: stateParameter.optional(),
  level: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.enum(levels.codes, `must be one of ${levels.codes.join(', ')}`))
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, `must be a whole number from 1 to ${MOST_ROWS}`)
    .transform(Number)
    .refine((limit) => limit <= MOST_ROWS, `must be a whole number from 1 to ${MOST_ROWS}`)
    .default(20),
});

/** Centers to call next: unconfirmed offerings with the most people nearby come first. */
export function readWorklist({ readToken }: AgentServices, listed: ListedCenters): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    const { state, level, limit } = readParameters(worklistParameters, request);
    const type = negotiate(request, ['application/json']);
    const { centers, head } = await listed.read(state === undefined ? stateCodes : [state], context);
    const ranked = openCenters(centers, context.now(), level);
    const worklist = ranked.slice(0, limit).map(({ row, people, ...rest }) => ({
      ...{ center: centerAnswer(unpackCenter(row)), people },
      ...rest,
    }));
    return json({ worklist, open: ranked.length, dataset: datasetAnswer(head) }, caching.none, type);
  };
}
