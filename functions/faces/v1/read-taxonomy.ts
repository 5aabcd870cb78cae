import type { APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import { readParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { datasetAnswer } from './shapes/center.ts';
import { filtersOf } from './shapes/filters.ts';

export const taxonomyParameters = z.object({ lang: z.enum(['en', 'es']).optional() });

/** Every filter value with its label, synonyms, codes in other systems, and number of centers. */
export async function readTaxonomy(request: Request, { locator, meter }: RouteContext): Promise<APIGatewayProxyResult> {
  const { lang = 'en' } = readParameters(taxonomyParameters, request);
  const type = negotiate(request, ['application/json']);
  const { summary, head } = await locator.overview(meter);
  const english = filtersOf(summary);
  // The Spanish texts are loaded on demand, because few callers request them.
  const filters = lang === 'en' ? english : (await import('./shapes/spanish-filters.ts')).inSpanish(english);
  return json({ filters, dataset: datasetAnswer(head) }, caching.shared, type);
}
