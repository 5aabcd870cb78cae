import { help } from '../functions/http/help.ts';

/** What the firewall adds to a request that is one too many. WAF itself puts `x-amzn-waf-` in front of the name. */
export const OVER_LIMIT = 'over-limit';
export const WAF_PREFIX = 'x-amzn-waf-';

/** Requests for the API that one IP address may make in a window. A visit takes about ten. */
export const ADDRESS_LIMIT = 1_000;
export const WINDOW_SECONDS = 300;

/**
 * The answer to such a request, given by the CDN's function. WAF could give it, but of its own types none is
 * application/problem+json. It has the helplines: who is refused may need them most.
 */
export const tooMany = {
  statusCode: 429,
  statusDescription: 'Too Many Requests',
  headers: {
    'content-type': { value: 'application/problem+json' },
    'retry-after': { value: '60' },
    'cache-control': { value: 'no-store' },
    'access-control-allow-origin': { value: '*' },
    'access-control-expose-headers': { value: 'retry-after' },
    'x-content-type-options': { value: 'nosniff' },
  },
  body: {
    encoding: 'text',
    data: JSON.stringify({
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      detail: `More than ${ADDRESS_LIMIT} requests in ${WINDOW_SECONDS / 60} minutes came from this address. Wait a minute, then try again.`,
      help,
    }),
  },
} as const;
