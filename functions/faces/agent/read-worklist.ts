import * as z from 'zod';
import { packed, unpackCenter } from '../../dataset/packed-center.ts';
import { levels } from '../../domain/level-of-care.ts';
import { stateCodes } from '../../domain/state.ts';
import { readParameters } from '../../http/parameters.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { readTable } from '../../places/load.ts';
import { PlaceTable } from '../../places/table.ts';
import { centerAnswer, datasetAnswer } from '../v1/shapes/center.ts';
import { countsOf, stateParameter } from './counts.ts';
import type { ListedCenters } from './listed.ts';
import { peopleNear } from './people-near.ts';
import { signedIn } from './person.ts';
import type { AgentServices } from './services.ts';

export const MOST_ROWS = 200;
export const worklistParameters = z.object({
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

let people: ReturnType<typeof peopleNear> | undefined;
/** Read once a container, when first asked for. */
const nearby = () => {
  if (people === undefined) {
    const table = new PlaceTable(readTable());
    const places = Array.from({ length: table.placeCount }, (_, position) => table.placeAt(position));
    people = peopleNear(places.filter(({ kind }) => kind === 'city'));
  }
  return people;
};

/** Centers to ask next: the most people near an offering that nobody confirmed, first. */
export function readWorklist({ readToken }: AgentServices, listed: ListedCenters): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    const { state, level, limit } = readParameters(worklistParameters, request);
    const type = negotiate(request, ['application/json']);
    const now = context.now();
    const { centers, head } = await listed.read(state === undefined ? stateCodes : [state], context);
    const near = nearby();
    const open = centers.flatMap((one) => {
      const { unconfirmed, stale } = countsOf(one, now, level);
      const unknownLevels = one.unknownLevels.filter((unknown) => level === undefined || unknown === level);
      if (unconfirmed + stale + unknownLevels.length === 0) return [];
      const { row } = one;
      const people = near({ lat: row[packed.lat], lng: row[packed.lng] });
      return [{ row, people, unconfirmed, stale, unknownLevels }];
    });
    const ranked = open.sort((a, b) => b.people - a.people || (a.row[packed.id] < b.row[packed.id] ? -1 : 1));
    const worklist = ranked.slice(0, limit).map(({ row, people, ...rest }) => ({
      ...{ center: centerAnswer(unpackCenter(row)), people },
      ...rest,
    }));
    return json({ worklist, open: ranked.length, dataset: datasetAnswer(head) }, caching.none, type);
  };
}
