import { contactHref } from '../../../web/pages/contact.ts';
import { type Link, licenses, textView } from '../../../web/pages/text.ts';
import type { PageLanguage } from '../../../web/words/page.ts';
import { stateCodes } from '../../domain/state.ts';
import { caching, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { page } from './asked.ts';
import { catalogs, documentOf, HTML } from './document.ts';

export type TextPage = 'about' | 'privacy' | 'providers';

const paths: Readonly<Record<TextPage, string>> = {
  about: '/about',
  privacy: '/privacy',
  providers: '/for-providers',
};

/**
 * The pages about the list's operator, the privacy of a search, and what a center can do, with this deployment's facts.
 */
export function textPage(kind: TextPage, language: PageLanguage): RouteHandler {
  return page(async (_request, { locator, meter, publicUrl, reportTo }) => {
    const { words, pages } = catalogs[language];
    const { head, summary } = await locator.overview(meter);
    const { title, description, sections } = pages.text[kind];
    // In the order of the home page's links.
    const states = stateCodes.filter((code) => (summary.byState[code]?.centers ?? 0) > 0);
    const facts = {
      host: new URL(publicUrl).host,
      centers: words.centers(summary.centers),
      states: words.and(states.map(words.stateName)),
      publishedAt: head.publishedAt,
      takesReports: reportTo !== undefined,
    };
    const { providers } = pages.text;
    const contact = contactHref(reportTo ?? null);
    const links: readonly Link[] = [
      ...(contact === null || kind === 'privacy' ? [] : [{ name: providers.report, href: contact }]),
      ...(kind === 'providers'
        ? [
            { name: providers.check, href: `/docs/for-providers${language === 'es' ? '/es' : ''}` },
            { name: providers.embed, href: '/embed' },
            { name: providers.api, href: '/docs' },
          ]
        : []),
    ];
    const html = documentOf({
      language,
      title,
      description,
      heading: title,
      main: textView(sections(facts), links, kind === 'about' ? licenses(words, pages) : null),
      path: paths[kind],
      publicUrl,
    });
    return reply(200, HTML, html, { 'cache-control': caching.shared });
  });
}
