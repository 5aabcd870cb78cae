import type { APIGatewayProxyResult } from 'aws-lambda';
import { centerMap } from '../../../web/locator/parts/center-map.ts';
import { centerLead, centerView } from '../../../web/pages/center.ts';
import { shortText } from '../../../web/pages/place-facts.ts';
import { type PageLanguage, pageWords } from '../../../web/words/page.ts';
import type { PackedCenter } from '../../dataset/packed-center.ts';
import { TooBroadError } from '../../dataset/read/too-broad.ts';
import type { FormerId } from '../../domain/former-id.ts';
import { slugSchema } from '../../domain/slug.ts';
import { formerIdOf } from '../../http/former.ts';
import { caching, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import type { RouteContext } from '../../http/services.ts';
import { wholeCenterAnswer } from '../v1/shapes/center.ts';
import { continuumAnswer } from '../v1/shapes/continuum.ts';
import { movedTo, page } from './asked.ts';
import { citySlug } from './city-slug.ts';
import { catalogs, documentOf, HTML, pathIn } from './document.ts';
import { faultPage } from './error-page.ts';
import { structuredData } from './structured-data.ts';

/** A center's own page in a language, for shared links. Nothing in it depends on the visitor. */
export function readCenterPage(language: PageLanguage): RouteHandler {
  const { words, pages } = catalogs[language];
  return page(async (_request, context, { id = '' }) => {
    const known = slugSchema.safeParse(id).success;
    const found = known ? await whole(id, context) : null;
    if (found === null) {
      const former = known ? await formerIdOf(id, context) : null;
      if (former?.now != null) return movedTo(former.now);
      return missing(language, context.publicUrl, former);
    }
    const { result, steps } = found;
    const { name, address, sample } = result.center;
    const path = `/centers/${id}`;
    const html = documentOf({
      language,
      title: `${name}, ${address.city}, ${address.state}`,
      description: shortText(words, result),
      crumbs: crumbsOf(language, address),
      heading: name,
      lead: centerLead(words, pages, result),
      main: centerView(words, pages, result, {
        map: await centerMap(language, result.center),
        report: context.reportTo ?? null,
        steps,
      }),
      path,
      publicUrl: context.publicUrl,
      noindex: sample,
      data: structuredData(result, context.publicUrl + pathIn(language, path), language),
    });
    return reply(200, HTML, html, { 'cache-control': caching.shared });
  });
}

/**
 * The center with the next levels of care from each of its levels, or without them if finding them would read too much.
 */
async function whole(id: string, context: RouteContext) {
  const { locator, meter, now } = context;
  try {
    const { answer, head } = await locator.continuum(id, null, meter);
    if (answer === null) return null;
    return { result: centerOf(answer.row, now()), steps: continuumAnswer(answer, head, now()) };
  } catch (error) {
    if (!(error instanceof TooBroadError)) throw error;
    const { answer: row } = await locator.center(id, meter);
    return row === null ? null : { result: centerOf(row, now()), steps: null };
  }
}

function centerOf(row: PackedCenter, now: number) {
  const { center, offerings } = wholeCenterAnswer(row, now);
  return { center, offerings };
}

/** Links to the state's page, and to the city's heading there, since not every city has its own page. */
function crumbsOf(language: PageLanguage, { city, state }: { readonly city: string; readonly state: string }) {
  const { words } = catalogs[language];
  const href = pathIn(language, `/states/${state.toLowerCase()}`);
  return [
    { name: words.stateName(state), href },
    { name: city, href: `${href}#${citySlug(city)}` },
  ];
}

/** A page for a missing center, with links back, since somebody followed a link to get here. */
function missing(language: PageLanguage, publicUrl: string, former: FormerId | null): APIGatewayProxyResult {
  if (former === null) return faultPage(language, publicUrl, 404, pageWords[language].missingCenter);
  const { closed, unlisted } = pageWords[language].goneCenter;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(former.since),
  );
  const { title, hint } = former.reason === 'closed' ? closed : unlisted;
  return faultPage(language, publicUrl, 410, { title, hint: hint(day) });
}
