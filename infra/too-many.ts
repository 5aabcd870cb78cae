import { help } from '../functions/http/help.ts';
import { ADDRESS_LIMIT, retryAfter, WINDOW_SECONDS } from './limits.ts';
import { drawnPagePolicy } from './security-headers.ts';

/**
 * Name of the header that the firewall adds to a request over the limit. WAF itself puts `x-amzn-waf-` in front of it.
 */
export const OVER_LIMIT = 'over-limit';
export const WAF_PREFIX = 'x-amzn-waf-';

/**
 * The answer of the CDN's function to a request over the limit of an IP address. WAF could answer itself, but not with
 * the media type application/problem+json. The answer contains the helplines, because a person who is refused may need
 * them most.
 */
export const tooMany = {
  statusCode: 429,
  statusDescription: 'Too Many Requests',
  headers: {
    'content-type': { value: 'application/problem+json' },
    'retry-after': { value: String(retryAfter.address) },
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
      detail: `More than ${ADDRESS_LIMIT} requests in ${WINDOW_SECONDS / 60} minutes came from this IP address. Wait a minute, then try again.`,
      help,
    }),
  },
} as const;

/**
 * Like {@link tooMany}, but an HTML page for people, because their browsers would otherwise show JSON. It is in both
 * languages and has the helplines' numbers.
 */
export const tooManyPage = {
  ...tooMany,
  headers: {
    'content-type': { value: 'text/html; charset=utf-8' },
    'retry-after': { value: String(retryAfter.address) },
    'cache-control': { value: 'no-store' },
    'x-content-type-options': { value: 'nosniff' },
    'content-security-policy': { value: drawnPagePolicy },
  },
  body: {
    encoding: 'text',
    data:
      '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
      '<meta name="robots" content="noindex"><title>Too many requests</title><link rel="stylesheet" href="/page.css">' +
      '<body><div class="finder page"><main id="main"><div class="page-text"><section class="panel">' +
      '<h1>Too many requests from here just now</h1><p>Wait a minute, then try again. These numbers answer day and night:</p>' +
      '<p>In a crisis <a href="tel:988">call 988</a> or <a href="sms:988">text 988</a>. In danger: <a href="tel:911">911</a>.</p>' +
      '<p>Where to find treatment: <a href="tel:+18006624357">1-800-662-HELP (4357)</a></p>' +
      '<p lang="es">Demasiadas peticiones desde aquí. Espere un minuto. En una crisis <a href="tel:988">llame al 988</a> y oprima 2.</p>' +
      '<p><a href="/">Find a program</a></p></section></div></main></div></body></html>',
  },
} as const;
