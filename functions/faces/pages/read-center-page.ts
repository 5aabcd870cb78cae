import type { APIGatewayProxyResult } from 'aws-lambda';
import { centerView } from '../../../web/locator/parts/center-view.ts';
import { en } from '../../../web/words/en.ts';
import { slugSchema } from '../../domain/slug.ts';
import { noParameters } from '../../http/no-parameters.ts';
import { notFound } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, negotiate, reply } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { wholeCenterAnswer } from '../v1/shapes/center.ts';
import { documentOf } from './document.ts';

/** A center's own page: what a shared link leads to. Nothing in it depends on who asks. */
export async function readCenterPage(
  request: Request,
  context: RouteContext,
  { id = '' }: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyResult> {
  noParameters(request);
  negotiate(request, ['text/html']);
  const known = slugSchema.safeParse(id).success;
  const { answer: row } = known ? await context.locator.center(id, context.meter) : { answer: null };
  if (row === null) throw notFound('No center has this id. It may have closed, or the link may be cut off.');
  const whole = wholeCenterAnswer(row, context.now());
  const { name, address, sample } = whole.center;
  const html = documentOf({
    title: `${name}, ${address.city}, ${address.state}`,
    description: `${name}: what it lists, whom to call, and how sure we are.`,
    words: en,
    body: centerView(en, { center: whole.center, offerings: whole.offerings }),
    noindex: sample,
  });
  return reply(200, 'text/html; charset=utf-8', html, { 'cache-control': caching.shared });
}
