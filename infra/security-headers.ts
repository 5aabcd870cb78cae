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
    // Nothing here makes markup from text: a script that tried would be stopped.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** The page may load from and talk to its own origin, and nothing else: no visit can reach a third party. */
export const contentSecurityPolicy = policyFor("'none'");
/** Like contentSecurityPolicy, for the one page that other websites may show in a frame. */
const frameSecurityPolicy = policyFor('*');

/**
 * Like contentSecurityPolicy, for the console, whose page also changes a code for tokens.
 * @param provider Where people sign in, such as `https://sign-in.example`.
 */
export const consoleSecurityPolicy = (provider: string): string => policyFor("'none'", `'self' ${provider}`);

const shared = {
  contentTypeOptions: { override: true },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
  // The page's address holds the search; no site it links to shall learn it.
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
} satisfies ResponseSecurityHeadersBehavior;

const permissions = 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()';
const openerPolicy = 'same-origin';

// Partners import the client and the finder from here. The files are public and nothing in them depends on who asks.
const corsBehavior = {
  accessControlAllowCredentials: false,
  accessControlAllowHeaders: ['*'],
  accessControlAllowMethods: ['GET', 'HEAD'],
  accessControlAllowOrigins: ['*'],
  originOverride: true,
};

const permissionsHeader = { header: 'Permissions-Policy', value: permissions, override: true };

/**
 * For pages that the handler draws: styles and pictures of this site, and a form that posts to it. No script at all: the
 * JSON-LD in them is data, which no browser runs and no policy refuses.
 */
export const drawnPagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What every page that the handler draws carries. How long it may be kept is the handler's to say. */
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

/** What every file of the website carries. Location is the page's to ask for; sensors are nobody's. */
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

/** The only page that other websites may show in a frame, so `X-Frame-Options` is not there. */
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

/** Paths of the console: its page, and the files beside it. */
export const CONSOLE_PATTERN = '/console*';

/** The team's own page: no search engine shows it, and no other site loads its files. */
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

/** The same headers for a page that a CloudFront function answers with, where no policy may be applied. */
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

/** What every answer of the API through the website's domain carries. Answers are data: nothing in them may run. */
export function apiHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'ApiHeaders', {
    responseHeadersPolicyName: globalName(scope, 'ApiHeaders'),
    comment: 'Security headers of the API',
    securityHeadersBehavior: apiSecurity,
  });
}

/**
 * The same, and no browser keeps the answer: its URL may hold what somebody typed, and the computer may be shared.
 * CloudFront's own cache goes by what the handler says, which this does not change.
 */
export function apiSearchHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'ApiSearchHeaders', {
    responseHeadersPolicyName: globalName(scope, 'ApiSearchHeaders'),
    comment: 'Security headers of searches, which no browser keeps',
    securityHeadersBehavior: apiSecurity,
    customHeadersBehavior: { customHeaders: [{ header: 'Cache-Control', value: 'no-store', override: true }] },
  });
}
