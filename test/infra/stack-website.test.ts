import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { allRoutes } from '../../functions/api/routes.ts';
import { consoleSecurityPolicy, contentSecurityPolicy } from '../../infra/security-headers.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const template = stubTemplate();

/** The parts of a header policy that are tested. */
interface ConsoleHeaders {
  readonly Name: unknown;
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: {
      readonly ContentSecurityPolicy: { readonly 'Fn::Join': [string, (string | { readonly Ref: string })[]] };
    };
  };
  readonly CustomHeadersConfig: { readonly Items: readonly object[] };
}

describe('the website', () => {
  const [distribution] = resourcesOf(template, 'AWS::CloudFront::Distribution').values();

  test('lets the page load from and talk to its own origin only', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    const [loading, scripts] = contentSecurityPolicy.split("; require-trusted-types-for 'script'; ");
    expect(scripts).toBe("trusted-types 'none'");
    const sources = (loading ?? '').split('; ').map((directive) => directive.split(' ').slice(1).join(' '));
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'"]));
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: contentSecurityPolicy, Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, IncludeSubdomains: true, Override: true },
        },
        CustomHeadersConfig: {
          Items: Match.arrayWith([
            Match.objectLike({ Header: 'Permissions-Policy', Value: Match.stringLikeRegexp('geolocation=\\(self\\)') }),
          ]),
        },
      },
    });
  });

  test('lets the console talk to where its people sign in too, and to nobody else', () => {
    const policies = resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy').values();
    const found = [...policies].map(({ Properties }) => Properties.ResponseHeadersPolicyConfig as ConsoleHeaders);
    const [console] = found.filter(({ Name }) => JSON.stringify(Name).includes('ConsoleHeaders'));
    const provider = 'https://locator-123.auth.us-west-2.amazoncognito.com';
    const said = (console?.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1] ?? [])
      .map((part) =>
        typeof part === 'string' ? part : { 'AWS::AccountId': '123', 'AWS::Region': 'us-west-2' }[part.Ref],
      )
      .join('');
    expect(said).toBe(consoleSecurityPolicy(provider));
    expect(said).toBe(contentSecurityPolicy.replace("connect-src 'self'", `connect-src 'self' ${provider}`));
    expect(console?.CustomHeadersConfig.Items).toContainEqual({
      Header: 'X-Robots-Tag',
      Value: 'noindex',
      Override: true,
    });
  });

  test('forwards the first segment of every route to the API, by HTTPS only', () => {
    const rest = [
      '/v1/dataset/*',
      '/v1/centers*',
      '/v1/paths*',
      '/fhir/*',
      '/hsds/*',
      '/mcp',
      '/mcp/',
      '/v1/*',
      '/hsds',
    ];
    const patterns = ['/v1/agent/*', ...rest];
    // Pages that the CDN may redirect: a center's page, which the handler renders, and the bucket's pages, which have
    // their own headers.
    const pages = [
      ...['/embed/frame', '/console*'],
      ...['/centers/*', '/es/centers/*', '/states/*', '/es/states/*', '/cities/*', '/es/cities/*'],
      ...['/search', '/search/', '/es/search', '/es/search/', '/about', '/about/', '/es/about', '/es/about/'],
      ...['/privacy', '/privacy/', '/es/privacy', '/es/privacy/'],
      ...['/for-providers', '/for-providers/', '/es/for-providers', '/es/for-providers/'],
      ...['/robots.txt', '/sitemap.xml', '/sitemaps/*', '/llms.txt', '/.well-known/*'],
    ];
    for (const { path } of allRoutes)
      expect(
        [...patterns, ...pages].some((one) => path === one || (one.endsWith('*') && path.startsWith(one.slice(0, -1)))),
      ).toBe(true);
    const config = distribution?.Properties.DistributionConfig as { CacheBehaviors: { PathPattern: string }[] };
    const found = config.CacheBehaviors.map(({ PathPattern }) => PathPattern);
    expect(found.filter((one) => !patterns.includes(one))).toEqual(pages);
    expect({
      ...config,
      CacheBehaviors: config.CacheBehaviors.filter(({ PathPattern }) => !pages.includes(PathPattern)),
    }).toMatchObject({
      DefaultRootObject: 'index.html',
      CacheBehaviors: patterns.map((PathPattern) => ({
        PathPattern,
        ViewerProtocolPolicy: 'https-only',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        Compress: true,
        FunctionAssociations: [
          { EventType: 'viewer-request' },
          ...(PathPattern === '/v1/agent/*' ? [{ EventType: 'viewer-response' }] : []),
        ],
      })),
    });
  });

  test('tells /mcp its own headers and Origin, and no location of the caller', () => {
    template.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: [
            'Content-Type',
            'Origin',
            'MCP-Protocol-Version',
            'Mcp-Method',
            'Mcp-Name',
            'Access-Control-Request-Method',
            'Access-Control-Request-Headers',
          ],
        },
      },
    });
  });

  test('keeps parts of the listings for at most a day, and nothing else of the API that long', () => {
    const policies = template.findResources('AWS::CloudFront::CachePolicy');
    const ages = Object.entries(policies).map(([id, { Properties }]) => [id, Properties.CachePolicyConfig.MaxTTL]);
    const config = distribution?.Properties.DistributionConfig as {
      CacheBehaviors: { PathPattern: string; CachePolicyId: { Ref?: string } }[];
    };
    const day = ages.filter(([, age]) => age === 86_400).map(([id]) => id);
    expect(day.length).toBe(1);
    // One policy is for agents. Their answers are never cached, and the token is part of the cache key.
    expect(ages.map(([, age]) => age).sort((a, b) => a - b)).toEqual([1, 60, 86_400]);
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MaxTTL: 1,
        ParametersInCacheKeyAndForwardedToOrigin: { HeadersConfig: { Headers: ['Accept', 'Authorization'] } },
      },
    });
    expect(
      config.CacheBehaviors.filter(({ CachePolicyId }) => CachePolicyId.Ref === day[0]).map(
        ({ PathPattern }) => PathPattern,
      ),
    ).toEqual(['/v1/dataset/*']);
  });

  test('keeps an answer of the API for at most 60 s, and only if the answer says so; errors never', () => {
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL: 60,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept'] },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
        },
      },
    });
    const codes = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
    expect(distribution?.Properties.DistributionConfig).toMatchObject({
      CustomErrorResponses: codes.map((ErrorCode) => ({ ErrorCachingMinTTL: 0, ErrorCode })),
    });
  });

  test('reads from a private bucket', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });
});
