import { describe, expect, test } from 'vitest';
import { firewallStackName, stackName } from '../../infra/names.ts';
import { mutant, type Open } from './support/mutant.ts';
import { stubTemplate } from './support/stack.ts';
import {
  browsersKeepNoSearch,
  type Check,
  filesMayBeImported,
  firewallCountsApiOnly,
  globalNamesAreOwn,
  markedRequestsAreRefused,
  memoryFitsNewAccount,
  nothingReserved,
  onlyTheFrameMayBeFramed,
  type PlainTemplate,
  unknownPathsHaveAPage,
} from './template-checks.ts';

const template = stubTemplate().toJSON() as PlainTemplate;
const firewall = stubTemplate({}, firewallStackName).toJSON() as PlainTemplate;

const distribution = (of: (type: string) => Open): Open => of('AWS::CloudFront::Distribution')[0].DistributionConfig;
const policy = (of: (type: string) => Open, name: string): Open =>
  of('AWS::CloudFront::ResponseHeadersPolicy')
    .map((one: Open) => one.ResponseHeadersPolicyConfig)
    .find((one: Open) => JSON.stringify(one.Name).includes(name));
const rateRule = (of: (type: string) => Open): Open =>
  of('AWS::WAFv2::WebACL')[0].Rules[0].Statement.RateBasedStatement;
const edge = (of: (type: string) => Open, name: string): Open =>
  of('AWS::CloudFront::Function').find((one: Open) => JSON.stringify(one.Name).includes(name));

describe('on this application', () => {
  const checks: Record<string, Check> = {
    memoryFitsNewAccount,
    nothingReserved,
    globalNamesAreOwn: globalNamesAreOwn(stackName),
    firewallCountsApiOnly: firewallCountsApiOnly(firewall),
    markedRequestsAreRefused: markedRequestsAreRefused(firewall),
    browsersKeepNoSearch,
    filesMayBeImported,
    onlyTheFrameMayBeFramed,
    unknownPathsHaveAPage,
  };
  test.each(Object.entries(checks))('%s finds nothing', (_name, check) => expect(check(template)).toEqual([]));
  test('names of the firewall’s stack are its own', () =>
    expect(globalNamesAreOwn(firewallStackName)(firewall)).toEqual([]));
});

describe('a mutant is found:', () => {
  const found = (check: Check, finding: RegExp, seed: Parameters<typeof mutant>[1]) => {
    const findings = check(mutant(template, seed));
    expect(findings.join('\n')).toMatch(finding);
  };
  const nameOf: Record<string, (properties: Open) => Open> = {
    'AWS::CloudFront::CachePolicy': ({ CachePolicyConfig }) => CachePolicyConfig,
    'AWS::CloudFront::OriginRequestPolicy': ({ OriginRequestPolicyConfig }) => OriginRequestPolicyConfig,
    'AWS::CloudFront::ResponseHeadersPolicy': ({ ResponseHeadersPolicyConfig }) => ResponseHeadersPolicyConfig,
    'AWS::CloudFront::OriginAccessControl': ({ OriginAccessControlConfig }) => OriginAccessControlConfig,
    'AWS::CloudFront::Function': (properties) => properties,
  };

  test('a function of more memory', () =>
    found(memoryFitsNewAccount, /^Publisher.*3538 MB/, (resources) => {
      const id = Object.keys(resources).find((key) => /^PublisherFunction[0-9A-F]{8}$/.test(key)) ?? '';
      resources[id].Properties.MemorySize = 3_538;
    }));

  test('reserved concurrency', () =>
    found(nothingReserved, /reserves concurrency/, (_all, of) => {
      of('AWS::Lambda::Function')[0].ReservedConcurrentExecutions = 1;
    }));

  test.each(Object.keys(nameOf))('the name of a %s without the region', (type) =>
    found(globalNamesAreOwn(stackName), /: its name is global and lacks the region$/, (_all, of) => {
      const named = nameOf[type]?.(of(type)[0]);
      named.Name = `${stackName}-Name`;
    }),
  );

  test.each(Object.keys(nameOf))('the name of a %s without the stack’s', (type) =>
    found(globalNamesAreOwn(stackName), /: its name is global and lacks the stack's name$/, (_all, of) => {
      const named = nameOf[type]?.(of(type)[0]);
      named.Name = { 'Fn::Join': ['', [{ Ref: 'AWS::Region' }, '-Name']] };
    }),
  );

  test('a role or a bucket with a name', () => {
    found(globalNamesAreOwn(stackName), /lacks the region and the stack's name/, (_all, of) => {
      of('AWS::IAM::Role')[0].RoleName = 'Search';
    });
    found(globalNamesAreOwn(stackName), /lacks the region and the stack's name/, (_all, of) => {
      of('AWS::S3::Bucket')[0].BucketName = 'uploads';
    });
  });

  const wall = (finding: RegExp, seed: (rule: Open) => void): void => {
    const broken = mutant(firewall, (_all, of) => seed(rateRule(of)));
    expect(firewallCountsApiOnly(broken)(template).join('\n')).toMatch(finding);
  };
  test('a firewall that counts every path', () =>
    wall(/counts every path/, (rule) => {
      delete rule.ScopeDownStatement;
    }));
  test('a firewall that counts the page’s files', () =>
    wall(/counts \/main\.js, which is the page's/, (rule) => {
      rule.ScopeDownStatement.RegexMatchStatement.RegexString = '^/';
    }));
  test('a firewall that leaves out a path of the API', () =>
    wall(/does not count \/fhir\/some/, (rule) => {
      const match = rule.ScopeDownStatement.RegexMatchStatement;
      match.RegexString = match.RegexString.replace('fhir/|', '');
    }));
  test('a firewall that looks at something else', () =>
    wall(/does not look at the path/, (rule) => {
      rule.ScopeDownStatement.RegexMatchStatement.FieldToMatch = { QueryString: {} };
    }));
  test('a firewall whose mark nobody heeds', () => {
    const broken = mutant(firewall, (_all, of) => {
      const { Action } = of('AWS::WAFv2::WebACL')[0].Rules[0];
      Action.Count.CustomRequestHandling.InsertHeaders[0].Name = 'another';
    });
    expect(markedRequestsAreRefused(broken)(template)).toContain('/v1/*: lets a request go on that is marked another');
  });
  test('a behavior of the API without the function that refuses', () =>
    found(markedRequestsAreRefused(firewall), /^\/fhir\/\*: lets a request go on/, (_all, of) => {
      const one = distribution(of).CacheBehaviors.find(({ PathPattern }: Open) => PathPattern === '/fhir/*');
      delete one.FunctionAssociations;
    }));

  test('searches that a browser may keep', () =>
    found(browsersKeepNoSearch, /^\/v1\/centers\*: a browser may keep/, (_all, of) => {
      delete policy(of, 'ApiSearchHeaders').CustomHeadersConfig;
    }));
  test('searches with the policy of other answers', () =>
    found(browsersKeepNoSearch, /^\/hsds\/\*: a browser may keep/, (_all, of) => {
      const { CacheBehaviors } = distribution(of);
      const policyOf = (pattern: string): Open =>
        CacheBehaviors.find(({ PathPattern }: Open) => PathPattern === pattern);
      policyOf('/hsds/*').ResponseHeadersPolicyId = policyOf('/v1/*').ResponseHeadersPolicyId;
    }));
  test('searches after a pattern that takes them', () =>
    found(browsersKeepNoSearch, /comes after \/v1\/\*/, (_all, of) => distribution(of).CacheBehaviors.reverse()));
  test('an API that is not told that the CDN asks', () =>
    found(browsersKeepNoSearch, /the API is not told/, (_all, of) => {
      const origin = distribution(of).Origins.find(({ OriginCustomHeaders }: Open) => OriginCustomHeaders);
      origin.OriginCustomHeaders = origin.OriginCustomHeaders.filter(
        ({ HeaderName }: Open) => HeaderName === 'x-api-key',
      );
    }));

  test('files that other origins may not import', () =>
    found(filesMayBeImported, /^\*: pages of other origins may not import/, (_all, of) => {
      delete policy(of, 'SiteHeaders').CorsConfig;
    }));
  test('files with credentials', () =>
    found(filesMayBeImported, /allows credentials/, (_all, of) => {
      policy(of, 'SiteHeaders').CorsConfig.AccessControlAllowCredentials = true;
    }));

  test('a page that anybody may frame', () =>
    found(onlyTheFrameMayBeFramed, /^\*: \* may frame it\n\*: lacks X-Frame-Options$/, (_all, of) => {
      const config = distribution(of);
      const frame = config.CacheBehaviors.find(({ PathPattern }: Open) => PathPattern === '/embed/frame');
      config.DefaultCacheBehavior.ResponseHeadersPolicyId = frame.ResponseHeadersPolicyId;
    }));
  test('the frame’s headers on more than the frame', () =>
    found(
      onlyTheFrameMayBeFramed,
      /^\/embed\/\*: \* may frame it\n.*\n\/embed\/frame: has no behavior$/,
      (_all, of) => {
        const frame = distribution(of).CacheBehaviors.find(({ PathPattern }: Open) => PathPattern === '/embed/frame');
        frame.PathPattern = '/embed/*';
      },
    ));
  test('a frame that may not be framed', () =>
    found(onlyTheFrameMayBeFramed, /^\/embed\/frame: X-Frame-Options says DENY$/, (_all, of) => {
      policy(of, 'FrameHeaders').SecurityHeadersConfig.FrameOptions = { FrameOption: 'DENY', Override: true };
    }));
  test('pages of the API’s data that may be framed', () =>
    found(onlyTheFrameMayBeFramed, /anybody may frame it/, (_all, of) => {
      policy(of, 'ApiHeaders').SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy = "default-src 'none'";
    }));

  test('a site that asks the bucket for what is not there', () =>
    found(unknownPathsHaveAPage, /lacks status 404/, (_all, of) => {
      edge(of, 'SiteRequest').FunctionCode = 'function handler(event) { return event.request; }';
    }));
  test('a 404 without the crisis line', () =>
    found(unknownPathsHaveAPage, /^\*: its answer to an unknown path lacks 988$/m, (_all, of) => {
      const one = edge(of, 'SiteRequest');
      one.FunctionCode = one.FunctionCode.replaceAll('988', '');
    }));
  test('error pages in place of the API’s problems', () =>
    found(unknownPathsHaveAPage, /replaces the API's own 404/, (_all, of) => {
      const one = distribution(of).CustomErrorResponses.find(({ ErrorCode }: Open) => ErrorCode === 404);
      Object.assign(one, { ResponsePagePath: '/not-found.html', ResponseCode: 404 });
    }));
});
