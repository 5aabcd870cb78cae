import { contactHref } from '../../../web/pages/contact.ts';
import { stateCodes, stateNames } from '../../domain/state.ts';
import { help } from '../../http/help.ts';
import { noParameters } from '../../http/parameters.ts';
import { caching, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import type { RouteContext } from '../../http/services.ts';

const PLAIN = 'text/plain; charset=utf-8';
/** Media type of RFC 9727's API catalog: a set of links (RFC 9264). */
const CATALOG = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';
const DAY_MS = 86_400_000;
/**
 * Days that security.txt is valid. Counted from the first day of a month, it ends less than a year after any day of
 * that month.
 */
const HOLDS_DAYS = 334;

/** A file that programs look for at a fixed address. */
function file(
  type: string,
  write: (context: RouteContext) => string,
  headers: Readonly<Record<string, string>> = {},
): RouteHandler {
  return async (request, context) => {
    noParameters(request);
    return reply(200, type, write(context), { 'cache-control': caching.shared, ...headers });
  };
}

/** Allows crawlers everything except searches and the admissions team's pages. */
export const readRobots = file(PLAIN, ({ publicUrl }) =>
  [
    'User-agent: *',
    ...['/search', '/es/search', '/console', '/v1/agent/', '/v1/centers?', '/embed/frame'].map(
      (path) => `Disallow: ${path}`,
    ),
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n'),
);

/** RFC 9116. It may be valid for less than a year, so the end is counted from the current month. */
export const readSecurity = file(PLAIN, ({ publicUrl, reportTo, now }) => {
  const at = new Date(now());
  const month = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
  return [
    `Contact: ${contactHref(reportTo ?? null) ?? `${publicUrl}/about`}`,
    `Expires: ${new Date(month + HOLDS_DAYS * DAY_MS).toISOString().replace('.000', '')}`,
    'Preferred-Languages: en, es',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
});

/** Tells language models where the facts are, and what they must not be used for. */
export const readLlms = file(
  PLAIN,
  ({ publicUrl }) =>
    `# Treatment program locator

> Finds the nearest centers in ${Object.values(stateNames).join(', ')} that list a program for addiction or mental health: how far, whom to call, how sure. ${help.crisis}. Emergency: ${help.emergency}. Treatment referral: ${help.treatment}.

Facts are listings, each with its source and date. "Unknown" is not "no": tell people to ask. ${help.notice} Say who answers a number: each phone has \`answeredBy\`. Never log what people search.

## For tools

- [Model Context Protocol](${publicUrl}/mcp): find programs near a place, find care paths, read a center, list filters
- [OpenAPI document](${publicUrl}/v1/openapi.json): JSON search, care paths, centers, places, counts
- [API catalog](${publicUrl}/.well-known/api-catalog): every API here, FHIR R4 and Open Referral HSDS 3 too
- [Reference](${publicUrl}/docs.md): how to ask, with examples. Each page under /docs is there as Markdown: add \`.md\`
- [Search](${publicUrl}/docs/search.md), [FHIR](${publicUrl}/docs/fhir.md), [HSDS](${publicUrl}/docs/hsds.md), [care paths](${publicUrl}/docs/guides/care-paths.md), [errors](${publicUrl}/docs/guides/errors.md), [paging](${publicUrl}/docs/guides/paging.md)

## Pages

${stateCodes.map((code) => `- [Treatment centers in ${stateNames[code]}](${publicUrl}/states/${code.toLowerCase()})`).join('\n')}
- [Sitemap](${publicUrl}/sitemap.xml): every center, city and kind of program, in English and Spanish

## About

- [Who runs it, how facts are checked, how old they are](${publicUrl}/about)
- [Privacy](${publicUrl}/privacy)
- [For providers](${publicUrl}/for-providers)
`,
);

/** All APIs of this domain, with their descriptions. */
export const readApiCatalog: RouteHandler = async (request, context, parameters) => {
  const at = `${context.publicUrl}/.well-known/api-catalog`;
  return file(CATALOG, catalogOf, { link: `<${at}>; rel="api-catalog"` })(request, context, parameters);
};

function catalogOf({ publicUrl }: RouteContext): string {
  const link = (path: string, type: string) => [{ href: publicUrl + path, type }];
  const doc = (page: string) => link(`/docs/${page}`, 'text/html');
  const openapi = link('/v1/openapi.json', 'application/json');
  const apis = [
    {
      anchor: '/v1',
      'service-desc': openapi,
      'service-doc': doc('search'),
      status: link('/v1/health', 'application/json'),
    },
    { anchor: '/fhir', 'service-desc': link('/fhir/metadata', 'application/fhir+json'), 'service-doc': doc('fhir') },
    { anchor: '/hsds/', 'service-desc': openapi, 'service-doc': doc('hsds') },
    { anchor: '/mcp', 'service-desc': openapi, 'service-doc': doc('mcp') },
  ].map(({ anchor, ...links }) => ({ anchor: publicUrl + anchor, ...links }));
  const items = apis.map(({ anchor }) => ({ href: anchor }));
  return JSON.stringify({ linkset: [{ anchor: `${publicUrl}/.well-known/api-catalog`, item: items }, ...apis] });
}
