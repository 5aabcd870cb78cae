import { packed } from '../../dataset/packed-center.ts';
import { stateCodes } from '../../domain/state.ts';
import { noParameters } from '../../http/parameters.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { datasetAnswer } from '../v1/shapes/center.ts';
import type { ListedCenters } from './listed.ts';
import { signedIn } from './person.ts';
import type { AgentServices } from './services.ts';

/** Most items in one DynamoDB batch read. */
const BATCH = 100;
/** Most batches read at the same time. */
const MOST_AT_ONCE = 8;

/** Returns the team's codes of all centers, so that a console can find a center by code without sending the code. */
export function readCodes({ readToken, store }: AgentServices, listed: ListedCenters): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    noParameters(request);
    const type = negotiate(request, ['application/json']);
    const { centers, head } = await listed.read(stateCodes, context);
    const ids = centers.map(({ row }) => row[packed.id]);
    const codes: { code: string; center: string }[] = [];
    const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) =>
      ids.slice(at * BATCH, (at + 1) * BATCH),
    );
    for (let from = 0; from < batches.length; from += MOST_AT_ONCE) {
      const read = await Promise.all(batches.slice(from, from + MOST_AT_ONCE).map((some) => store.privateFields(some)));
      for (const [center, { fields }] of read.flatMap((some) => [...some]))
        if (fields.facilityCode !== null) codes.push({ code: fields.facilityCode, center });
    }
    const sorted = codes.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.center < b.center ? -1 : 1));
    return json({ codes: sorted, dataset: datasetAnswer(head) }, caching.none, type);
  };
}
