import type { APIGatewayProxyResult } from 'aws-lambda';
import { h } from 'preact';
import { faultView, type Way } from '../../../web/pages/fault.ts';
import type { PageLanguage } from '../../../web/words/page.ts';
import type { Problem } from '../../http/problem.ts';
import { caching, reply } from '../../http/response.ts';
import { catalogs, documentOf, HTML } from './document.ts';

interface Told {
  readonly title: string;
  readonly hint: string;
}

/** A page for something that is missing or must not be shown, with a search and helplines. */
export function faultPage(
  language: PageLanguage,
  publicUrl: string,
  status: number,
  told: Told,
  way?: Way,
): APIGatewayProxyResult {
  const html = faultDocument(language, publicUrl, told, way);
  return reply(status, HTML, html, { 'cache-control': status === 410 ? caching.shared : caching.none });
}

function faultDocument(language: PageLanguage, publicUrl: string, told: Told, way?: Way): string {
  const { words, pages } = catalogs[language];
  return documentOf({
    language,
    title: told.title,
    description: told.hint,
    heading: told.title,
    lead: h('p', { class: 'page-lead' }, told.hint),
    main: faultView(words, pages, way),
    path: null,
    publicUrl,
    noindex: true,
  });
}

/** The page for a URL that neither the handler nor the site's files know. It names no host, so one file fits all sites. */
export const notFoundDocument = (): string => faultDocument('en', '', catalogs.en.pages.text.missing);

/** An error in words for people: the problem's own text is for programs. */
export function problemPage({ status, kind }: Problem, language: PageLanguage, publicUrl: string) {
  const { fault: w, missing } = catalogs[language].pages.text;
  const told = (title: string, hint: string) => faultPage(language, publicUrl, status, { title, hint });
  if (status === 404 || status === 405) return told(missing.title, missing.hint);
  if (status === 429) return told(w.busy, w.busyHint);
  if (kind === 'too-broad') return told(w.broad, w.broadHint);
  return status >= 500 ? told(w.title, w.hint) : told(w.request, w.requestHint);
}
