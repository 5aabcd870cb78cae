/**
 * What every answer of the API carries on its own domain: it is data, and nothing in it may run, be framed or be taken for
 * another type. The website's CDN says the same of its own accord, and for pages what pages need.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};
