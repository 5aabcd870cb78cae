import { noParameters } from '../../http/parameters.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { datasetAnswer } from '../v1/shapes/center.ts';
import { signedIn } from './person.ts';
import type { AgentServices } from './services.ts';

/**
 * Returns the admissions team's codes of all centers, so that a console can find a center by code without sending the
 * code.
 */
export function readCodes({ readToken, store }: AgentServices): RouteHandler {
  return async (request, { locator, meter }) => {
    await signedIn(request, readToken);
    noParameters(request);
    const type = negotiate(request, ['application/json']);
    const [codes, { head }] = await Promise.all([store.codes(), locator.parts(meter)]);
    const sorted = codes.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.center < b.center ? -1 : 1));
    return json({ codes: sorted, dataset: datasetAnswer(head) }, caching.none, type);
  };
}
