/**
 * Headers of every answer on the API's own domain. An answer is data: browsers must not run it, frame it or guess
 * another type for it. On the website's domain the CDN sets these headers, with a policy for pages that lets them load
 * what they need.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};
