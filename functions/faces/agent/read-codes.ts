import { packed } from '../../dataset/packed-center.ts';
import { stateCodes } from '../../domain/state.ts';
import { noParameters } from '../../http/parameters.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { datasetAnswer } from '../v1/shapes/center.ts';
import { signedIn } from './person.ts';
import type { AgentServices } from './services.ts';
import { rowsOf } from './state-rows.ts';

/** DynamoDB reads so many items at once. */
const BATCH = 100;

/** The team's codes of all centers, so that a console finds a center by its code without asking for it. */
export function readCodes({ readToken, store }: AgentServices): RouteHandler {
  return async (request, context) => {
    await signedIn(request, readToken);
    noParameters(request);
    const type = negotiate(request, ['application/json']);
    const { rows, head } = await rowsOf(stateCodes, context);
    const ids = rows.map((row) => row[packed.id]);
    const codes: { code: string; center: string }[] = [];
    for (let from = 0; from < ids.length; from += BATCH)
      for (const [center, { fields }] of await store.privateFields(ids.slice(from, from + BATCH)))
        if (fields.facilityCode !== null) codes.push({ code: fields.facilityCode, center });
    const sorted = codes.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.center < b.center ? -1 : 1));
    return json({ codes: sorted, dataset: datasetAnswer(head) }, caching.none, type);
  };
}
