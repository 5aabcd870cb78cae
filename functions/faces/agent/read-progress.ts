import * as z from 'zod';
import { packed } from '../../dataset/packed-center.ts';
import { stateCodes, stateNames } from '../../domain/state.ts';
import { noParameters, readParameters } from '../../http/parameters.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { datasetAnswer } from '../v1/shapes/center.ts';
import { stateParameter, total } from './counts.ts';
import type { ListedCenters } from './listed.ts';
import { signedIn } from './person.ts';
import type { AgentServices } from './services.ts';

/** Counts what is confirmed and what is still unknown in each state. */
export function readProgress({ readToken }: AgentServices, listed: ListedCenters): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    noParameters(request);
    const type = negotiate(request, ['application/json']);
    const { centers, head } = await listed.read(stateCodes, context);
    const now = context.now();
    const byState = Map.groupBy(centers, ({ row }) => row[packed.state]);
    const states = stateCodes.map((code) => ({ code, name: stateNames[code], ...total(byState.get(code) ?? [], now) }));
    return json({ states, dataset: datasetAnswer(head) }, caching.none, type);
  };
}

export const MOST_DAYS = 366;
const daysText = `must be a whole number from 1 to ${MOST_DAYS}`;
const progressDaysParameters = z.object({
  state: stateParameter.optional(),
  days: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, daysText)
    .transform(Number)
    .refine((days) => days <= MOST_DAYS, daysText)
    .default(30),
});

/**
 * Counts what was unknown and confirmed at the end of each day, earliest first. Starts from today's listings and
 * subtracts the changes recorded on each later day. So an import changes the counts of all days, and a call changes the
 * counts from its own day on.
 */
export function readProgressDays({ readToken, store }: AgentServices, listed: ListedCenters): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    const { state, days } = readParameters(progressDaysParameters, request);
    const type = negotiate(request, ['application/json']);
    const now = context.now();
    const codes = state === undefined ? stateCodes : [state];
    const names = Array.from({ length: days }, (_, ago) => dayOf(now - ago * DAY_MS));
    const [{ centers, head }, changes] = await Promise.all([
      listed.read(codes, context),
      store.progress(names.at(-1) ?? '', names[0] ?? ''),
    ]);
    const byState = Map.groupBy(centers, ({ row }) => row[packed.state]);
    const left = new Map(
      codes.map((code) => {
        const { unconfirmed, unknownLevels, confirmed, stale } = total(byState.get(code) ?? [], now);
        return [code, { unknown: unconfirmed + unknownLevels, confirmed: confirmed + stale }];
      }),
    );
    const byDay = Map.groupBy(changes, ({ day }) => day);
    const backwards = names.map((day) => {
      const states = [...left].map(([code, counts]) => ({ code, ...counts }));
      for (const change of byDay.get(day) ?? []) {
        const counts = left.get(change.state);
        if (counts === undefined) continue;
        counts.unknown -= change.unknown;
        counts.confirmed -= change.confirmed;
      }
      return { day, states };
    });
    return json({ days: backwards.reverse(), dataset: datasetAnswer(head) }, caching.none, type);
  };
}

const DAY_MS = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
