import { edgeSource } from './edge-code.ts';
import { IMMUTABLE_FOLDER } from './locator-files.ts';
import { pageHeaders } from './security-headers.ts';
import type { SiteContents } from './site-assets.ts';
import { OVER_LIMIT, tooMany, tooManyPage, WAF_PREFIX } from './too-many.ts';

/** Source of the CloudFront function that runs on each request to the API. */
export const apiRequestSource = (): string =>
  edgeSource('viewer-request.js', { overLimit: WAF_PREFIX + OVER_LIMIT, tooMany });

/** Source of the CloudFront function that runs on each request for a page that the handler renders. */
export const pageRequestSource = (): string =>
  edgeSource('viewer-request.js', { overLimit: WAF_PREFIX + OVER_LIMIT, tooMany: tooManyPage });

/** Source of the CloudFront function that runs on each request for a file of the website's bucket. */
export function siteRequestSource({ files, notFoundHtml }: SiteContents): string {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...pageHeaders };
  const notFound = {
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
    html: notFoundHtml,
  };
  return edgeSource('site-request.js', { files, kept: `/${IMMUTABLE_FOLDER}/`, notFound });
}
