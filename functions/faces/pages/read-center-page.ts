import type { APIGatewayProxyResult } from 'aws-lambda';
import { h } from 'preact';
import { centerView } from '../../../web/locator/parts/center-view.ts';
import { helplineNote } from '../../../web/locator/parts/offline.ts';
import { en } from '../../../web/words/en.ts';
import { pageWords } from '../../../web/words/page.ts';
import { slugSchema } from '../../domain/slug.ts';
import { noParameters } from '../../http/parameters.ts';
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
  if (row === null) return missing();
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

/** A page too, with the way back: somebody followed a link to get here. */
function missing(): APIGatewayProxyResult {
  const { missingCenter: words } = pageWords.en;
  const html = documentOf({
    title: words.title,
    description: words.hint,
    words: en,
    body: h(
      'div',
      { class: 'center-page' },
      h('h1', null, words.title),
      h('p', null, words.hint),
      h('a', { class: 'solid', href: pageWords.en.home }, pageWords.en.title),
      helplineNote(en),
    ),
    noindex: true,
  });
  return reply(404, 'text/html; charset=utf-8', html, { 'cache-control': caching.none });
}
