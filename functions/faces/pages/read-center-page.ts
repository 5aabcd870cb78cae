import type { APIGatewayProxyResult } from 'aws-lambda';
import { h } from 'preact';
import { centerMap } from '../../../web/locator/parts/center-map.ts';
import { centerPage } from '../../../web/locator/parts/center-page.ts';
import { centerView } from '../../../web/locator/parts/center-view.ts';
import { helplineNote } from '../../../web/locator/parts/offline.ts';
import { en } from '../../../web/words/en.ts';
import { es } from '../../../web/words/es.ts';
import { type PageLanguage, pageWords } from '../../../web/words/page.ts';
import type { FormerId } from '../../domain/former-id.ts';
import { slugSchema } from '../../domain/slug.ts';
import { answerForFormer, formerIdOf } from '../../http/former.ts';
import { noParameters } from '../../http/parameters.ts';
import { caching, negotiate, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { wholeCenterAnswer } from '../v1/shapes/center.ts';
import { documentOf } from './document.ts';

const catalogs = { en, es } as const;
const type = 'text/html; charset=utf-8';

/** A center's own page in a language: what a shared link leads to. Nothing in it depends on who asks. */
export function readCenterPage(language: PageLanguage): RouteHandler {
  const words = catalogs[language];
  return async (request, context, { id = '' }) => {
    noParameters(request);
    negotiate(request, ['text/html']);
    const known = slugSchema.safeParse(id).success;
    const { answer: row } = known ? await context.locator.center(id, context.meter) : { answer: null };
    if (row === null) {
      const former = known ? await formerIdOf(id, context) : null;
      if (former?.now != null) throw answerForFormer(former, (now) => now);
      return missing(language, context.publicUrl, former);
    }
    const { center, offerings } = wholeCenterAnswer(row, context.now());
    const { name, address, sample } = center;
    const map = await centerMap(language, center);
    const html = documentOf({
      title: `${name}, ${address.city}, ${address.state}`,
      description: pageWords[language].center(name),
      words,
      body: centerView(words, { center, offerings }, { map, report: context.reportTo ?? null }),
      addresses: { en: centerPage('', 'en', id), es: centerPage('', 'es', id) },
      publicUrl: context.publicUrl,
      noindex: sample,
    });
    return reply(200, type, html, { 'cache-control': caching.shared });
  };
}

/** A page too, with the way back: somebody followed a link to get here. */
function missing(language: PageLanguage, publicUrl: string, former: FormerId | null): APIGatewayProxyResult {
  const page = pageWords[language];
  const { title, hint } = former === null ? page.missingCenter : goneWords(language, former);
  const html = documentOf({
    title,
    description: hint,
    words: catalogs[language],
    body: h(
      'div',
      { class: 'center-page' },
      h('h1', null, title),
      h('p', null, hint),
      h('a', { class: 'solid', href: page.home }, page.title),
      helplineNote(catalogs[language]),
    ),
    addresses: null,
    publicUrl,
    noindex: true,
  });
  return former === null
    ? reply(404, type, html, { 'cache-control': caching.none })
    : reply(410, type, html, { 'cache-control': caching.shared });
}

function goneWords(
  language: PageLanguage,
  { reason, since }: FormerId,
): { readonly title: string; readonly hint: string } {
  const { closed, unlisted } = pageWords[language].goneCenter;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(since));
  const { title, hint } = reason === 'closed' ? closed : unlisted;
  return { title, hint: hint(day) };
}
