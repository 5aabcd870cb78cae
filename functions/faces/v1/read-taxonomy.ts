import type { APIGatewayProxyResult } from 'aws-lambda';
import { noParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { datasetAnswer } from './shapes/center.ts';
import { filtersOf } from './shapes/filters.ts';

/** Every filter value with its label, what people call it, its codes elsewhere, and how many centers have it. */
export async function readTaxonomy(request: Request, { locator, meter }: RouteContext): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  const { summary, head } = await locator.overview(meter);
  return json({ filters: filtersOf(summary), dataset: datasetAnswer(head) }, caching.shared, type);
}
