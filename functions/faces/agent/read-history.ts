import * as z from 'zod';
import { noParameters, readParameters } from '../../http/parameters.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { signedIn } from './person.ts';
import { requireCenterId } from './read-centers.ts';
import type { AgentServices } from './services.ts';
import { actAnswer, correctionsAnswer } from './shapes/recorded.ts';

export const MOST_ACTS = 500;
const historyParameters = z.object({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, `must be a whole number from 1 to ${MOST_ACTS}`)
    .transform(Number)
    .refine((limit) => limit <= MOST_ACTS, `must be a whole number from 1 to ${MOST_ACTS}`)
    .default(100),
});

/** Everything that people recorded about a center, newest first: who, when, what. */
export function readHistory({ readToken, store }: AgentServices): RouteHandler {
  return async (request, _, { id = '' }) => {
    await signedIn(request, readToken);
    const { limit } = readParameters(historyParameters, request);
    const type = negotiate(request, ['application/json']);
    requireCenterId(id);
    const [acts, corrections, confirmations, hidden] = await Promise.all([
      store.acts(id),
      store.correctionHistory(id),
      store.history(id),
      store.privateHistory(id),
    ]);
    const newest = <T>(list: readonly T[]): T[] => list.slice(-limit).reverse();
    return json(
      {
        acts: newest(acts).map(actAnswer),
        corrections: newest(corrections).map(correctionsAnswer),
        confirmations: newest(confirmations).map(({ center: __, ...one }) => one),
        // Shows who changed private fields and when, but not the old values: those stay in the table, for editors.
        private: newest(hidden).map(({ version, by, at }) => ({ version, by, at })),
        more: Math.max(acts.length, corrections.length, confirmations.length, hidden.length) > limit,
      },
      caching.none,
      type,
    );
  };
}

/** The corrections of a center that are in effect. */
export function readCorrections({ readToken, store }: AgentServices): RouteHandler {
  return async (request, _, { id = '' }) => {
    await signedIn(request, readToken);
    noParameters(request);
    const type = negotiate(request, ['application/json']);
    requireCenterId(id);
    return json(correctionsAnswer(await store.corrections(id)), caching.none, type);
  };
}
