import type { APIGatewayProxyResult } from 'aws-lambda';
import { stateCodes, stateNames } from '../../domain/state.ts';
import { noParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';

/** The states that are served, with how many centers each has, by level of care. */
export async function listStates(request: Request, { locator, meter }: RouteContext): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  const { summary } = await locator.overview(meter);
  const states = stateCodes.map((code) => {
    const { centers = 0, byLevel = {} } = summary.byState[code] ?? {};
    return { code, name: stateNames[code], centers, byLevel };
  });
  return json({ states }, caching.shared, type);
}
