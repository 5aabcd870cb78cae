import type { APIGatewayProxyResult } from 'aws-lambda';
import { slugSchema } from '../../domain/slug.ts';
import { noParameters } from '../../http/parameters.ts';
import { noSuchCenter } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, negotiate, reply } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { oneCenterAnswer, wholeCenterAnswer } from './shapes/center.ts';

/** One center with all its offerings. */
export async function readCenter(
  request: Request,
  context: RouteContext,
  { id = '' }: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json', 'application/ld+json']);
  const known = slugSchema.safeParse(id).success;
  const { answer: row, head } = known ? await context.locator.center(id, context.meter) : { answer: null, head: null };
  if (row === null || head === null)
    throw known ? await (await import('../../http/former.ts')).answerForMissing(id, context) : noSuchCenter();
  const body = JSON.stringify(
    type === 'application/ld+json'
      ? (await import('./formats/json-ld.ts')).toJsonLd(
          wholeCenterAnswer(row, context.now()),
          `${context.publicUrl}/v1/centers/${id}`,
        )
      : oneCenterAnswer(row, head, context.now()),
  );
  return reply(200, type, body, { 'cache-control': caching.shared });
}
