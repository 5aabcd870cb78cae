import type { APIGatewayProxyResult } from 'aws-lambda';
import { datasetAnswer } from '../../faces/v1/shapes/center.ts';
import { noParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';

/** Reports if a dataset can be read, and which one. Throws the same 503 as a search would. */
export async function readHealth(request: Request, { locator, meter }: RouteContext): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  const { head } = await locator.overview(meter);
  return json({ status: 'ok', centers: head.centers, dataset: datasetAnswer(head) }, caching.none, type);
}
