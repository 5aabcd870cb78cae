/**
 * Headers of every answer on the API's own domain. An answer is data: nothing in it may run, be framed or be taken for
 * another type. The website's CDN adds the same headers itself, and for pages those that pages need.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};
