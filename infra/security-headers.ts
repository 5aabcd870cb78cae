import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { globalName } from './global-name.ts';

const policyFor = (frameAncestors: string, connect = "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${connect}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
    // No script of the site creates markup from text, so the browser blocks any script that tries to.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/**
 * The content security policy of the site's pages. A page may only load from and connect to its own origin, so no visit
 * can reach a third party.
 */
export const contentSecurityPolicy = policyFor("'none'");
/** Like `contentSecurityPolicy`, but for the one page that other websites may show in a frame. */
const frameSecurityPolicy = policyFor('*');

/**
 * Like `contentSecurityPolicy`, but for the console, which also sends an authorization code to the provider and gets
 * tokens.
 * @param provider Origin where people sign in, such as `https://sign-in.example`.
 */
export const consoleSecurityPolicy = (provider: string): string => policyFor("'none'", `'self' ${provider}`);

const shared = {
  contentTypeOptions: { override: true },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
  // No referrer is sent to linked sites, because the page's URL may contain the search.
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
} satisfies ResponseSecurityHeadersBehavior;

const permissions = 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()';
const openerPolicy = 'same-origin';

// Other origins may read the site's files, because partners import the client and the finder from here. The files are
// public and the same for everybody.
const corsBehavior = {
  accessControlAllowCredentials: false,
  accessControlAllowHeaders: ['*'],
  accessControlAllowMethods: ['GET', 'HEAD'],
  accessControlAllowOrigins: ['*'],
  originOverride: true,
};

const permissionsHeader = { header: 'Permissions-Policy', value: permissions, override: true };

/**
 * The content security policy of pages that the handler renders. It allows styles and images of this site, and forms
 * that post to it, but no scripts. JSON-LD in these pages is data that no browser runs, so the policy does not block
 * it.
 */
export const drawnPagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Makes the headers of every page that the handler renders. The handler decides how long a page may be cached. */
export function drawnPageHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'DrawnPageHeaders', {
    responseHeadersPolicyName: globalName(scope, 'DrawnPageHeaders'),
    comment: 'Security headers of pages drawn by the handler',
    securityHeadersBehavior: {
      ...shared,
      contentSecurityPolicy: { contentSecurityPolicy: drawnPagePolicy, override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [permissionsHeader, { header: 'Cross-Origin-Opener-Policy', value: openerPolicy, override: true }],
    },
  });
}

/**
 * Makes the headers of every file of the website. Only the page itself may ask for the location, and nothing may use
 * sensors.
 */
export function siteHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'SiteHeaders', {
    responseHeadersPolicyName: globalName(scope, 'SiteHeaders'),
    comment: 'Security headers of the page, whose files other sites may load',
    corsBehavior,
    securityHeadersBehavior: {
      ...shared,
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [permissionsHeader, { header: 'Cross-Origin-Opener-Policy', value: openerPolicy, override: true }],
    },
  });
}

/** Path of the only page that other websites may show in a frame. Unlike the others it has no `X-Frame-Options`. */
export const FRAME_PATH = '/embed/frame';

export function frameHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'FrameHeaders', {
    responseHeadersPolicyName: globalName(scope, 'FrameHeaders'),
    comment: 'Security headers of the one page that may be framed',
    corsBehavior,
    securityHeadersBehavior: {
      ...shared,
      contentSecurityPolicy: { contentSecurityPolicy: frameSecurityPolicy, override: true },
    },
    customHeadersBehavior: { customHeaders: [permissionsHeader] },
  });
}

/** Path pattern of the console: its page and its files. */
export const CONSOLE_PATTERN = '/console*';

/**
 * Makes the headers of the console. Search engines do not list it, and other sites may not load its files, because it
 * is only for the team.
 */
export function consoleHeaders(scope: Construct, provider: string): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'ConsoleHeaders', {
    responseHeadersPolicyName: globalName(scope, 'ConsoleHeaders'),
    comment: 'Security headers of the console',
    securityHeadersBehavior: {
      ...shared,
      contentSecurityPolicy: { contentSecurityPolicy: consoleSecurityPolicy(provider), override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        permissionsHeader,
        { header: 'Cross-Origin-Opener-Policy', value: openerPolicy, override: true },
        { header: 'X-Robots-Tag', value: 'noindex', override: true },
      ],
    },
  });
}

/**
 * The headers of a page that a CloudFront function answers with. They are the same as those of the site's pages, and
 * repeated here because policies may not apply to such an answer.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': `max-age=${shared.strictTransportSecurity.accessControlMaxAge.toSeconds()}; includeSubDomains`,
  'permissions-policy': permissions,
  'cross-origin-opener-policy': openerPolicy,
};

const apiSecurity = {
  ...shared,
  contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'", override: true },
} satisfies ResponseSecurityHeadersBehavior;

/** Makes the headers of every API answer on the website's domain. Answers are data, so nothing in them may run. */
export function apiHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'ApiHeaders', {
    responseHeadersPolicyName: globalName(scope, 'ApiHeaders'),
    comment: 'Security headers of the API',
    securityHeadersBehavior: apiSecurity,
  });
}

/**
 * Like `apiHeaders`, and browsers must not cache the answer: its URL may contain typed text, and the computer may be
 * shared. CloudFront's own cache follows the handler's header, which this policy does not change.
 */
export function apiSearchHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'ApiSearchHeaders', {
    responseHeadersPolicyName: globalName(scope, 'ApiSearchHeaders'),
    comment: 'Security headers of searches, which no browser keeps',
    securityHeadersBehavior: apiSecurity,
    customHeadersBehavior: { customHeaders: [{ header: 'Cache-Control', value: 'no-store', override: true }] },
  });
}
