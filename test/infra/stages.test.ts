import { describe, expect, test } from 'vitest';
import { stackNames } from '../../infra/names.ts';
import { clashes, type Placed } from './deploy-checks.ts';
import { mutant, type Open } from './support/mutant.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';
import type { PlainTemplate } from './template-checks.ts';

/** The stacks of one stage in one region of an account. All regions share one firewall. */
function stacksOf(stage: string | undefined, region: string, withFirewall = true): Placed[] {
  const names = stackNames(stage, region);
  const placed = (stack: string, at: string): Placed => ({
    template: stubTemplate({ stage, region }, stack).toJSON() as PlainTemplate,
    stack,
    region: at,
  });
  return [
    placed(names.locator, region),
    placed(names.edge, 'us-east-1'),
    ...(withFirewall ? [placed(names.firewall, 'us-east-1')] : []),
  ];
}

const only = stacksOf(undefined, 'us-west-2');
const prod = stacksOf('prod', 'us-west-2');

describe('two locators in one account', () => {
  test('as two stages of one region want no name twice', () => expect(clashes([...only, ...prod])).toEqual([]));
  test('as one stage in two regions want no name twice', () =>
    expect(clashes([...prod, ...stacksOf('prod', 'us-east-1', false)])).toEqual([]));

  const fixed: [string, (properties: Open) => void][] = [
    ['AWS::CloudWatch::Alarm', (one) => (one.AlarmName = 'ApiErrors')],
    ['AWS::CloudWatch::Dashboard', (one) => (one.DashboardName = 'Locator')],
    ['AWS::SSM::Parameter', (one) => (one.Name = '/settings')],
    ['AWS::ApiGateway::UsagePlan', (one) => (one.UsagePlanName = 'partner')],
    [
      'AWS::Cognito::UserPoolDomain',
      (one) => (one.Domain = { 'Fn::Join': ['', ['finder-', { Ref: 'AWS::AccountId' }]] }),
    ],
    ['AWS::Logs::MetricFilter', (one) => (one.MetricTransformations[0].MetricNamespace = 'Locator')],
    ['AWS::CloudFront::Function', (one) => (one.Name = 'ViewerRequest')],
    ['AWS::Events::Rule', (one) => (one.Name = 'Uploaded')],
  ];
  test.each(fixed)('whose %s has a fixed name are found', (type, change) => {
    const broken = ([first, ...rest]: Placed[]): Placed[] =>
      first === undefined
        ? []
        : [{ ...first, template: mutant(first.template, (_all, of) => change(of(type)[0])) }, ...rest];
    expect(clashes([...broken(only), ...broken(prod)]).join('\n')).toMatch(new RegExp(`^${type} `));
  });
  test('whose firewalls count under one name are found', () => {
    const broken = (stacks: Placed[]): Placed[] =>
      stacks.map((one) =>
        one.stack.endsWith('Firewall')
          ? {
              ...one,
              template: mutant(
                one.template,
                (_all, of) => (of('AWS::WAFv2::WebACL')[0].VisibilityConfig.MetricName = 'Website'),
              ),
            }
          : one,
      );
    expect(clashes([...broken(only), ...broken(prod)])).toEqual([
      expect.stringMatching(/^AWS::WAFv2::WebACL us-east-1 "Website"/),
    ]);
  });
});

describe('a stage', () => {
  test('is in its functions’ metrics, its alarms and its dashboard', () => {
    const text = JSON.stringify(prod.map(({ template }) => template));
    expect(text).toContain('"METRIC_NAMESPACE":"ProgramLocator-prod"');
    expect(text).not.toContain('"METRIC_NAMESPACE":"ProgramLocator"');
    expect(text).not.toMatch(/"AlarmName":"ProgramLocator-(?!prod-)/);
    expect(text).not.toContain('"Namespace":"ProgramLocator"');
  });
  test.each(['Prod', 'a-b', '1st', '', 'averyverylongname', 'awsprod'])('%j is refused', (stage) =>
    expect(() => stubTemplate({ stage }, 'any')).toThrow(/context "stage" must be/),
  );
  test('%j of a region that is none is refused', () =>
    expect(() => stubTemplate({ region: 'west' }, 'any')).toThrow(/context "region" must be/));
});

describe('own domains', () => {
  const context = {
    ...{ domainName: 'find.example.org', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/site' },
    ...{ apiDomainName: 'api.example.org', apiCertificateArn: 'arn:aws:acm:us-west-2:111122223333:certificate/api' },
  };
  test('are the website’s and the API’s, with TLS 1.2 and the API’s stage behind its root', () => {
    const template = stubTemplate(context);
    template.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'api.example.org',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      RegionalCertificateArn: context.apiCertificateArn,
      SecurityPolicy: 'TLS_1_2',
    });
    const [mapping] = resourcesOf(template, 'AWS::ApiGateway::BasePathMapping').values();
    expect(mapping?.Properties).not.toHaveProperty('BasePath');
    template.hasOutput('ApiUrl', { Value: 'https://api.example.org' });
    template.resourceCountIs('AWS::Route53::RecordSet', 0);
    for (const name of ['WebsiteTarget', 'ApiTarget']) template.hasOutput(name, {});
  });
  test('have their records where their zone is given', () => {
    const zone = { hostedZoneId: 'Z0123456789ABC', hostedZoneName: 'example.org' };
    const records = [...resourcesOf(stubTemplate({ ...context, ...zone }), 'AWS::Route53::RecordSet').values()];
    expect(records.map(({ Properties: { Name, Type } }) => `${Name} ${Type}`).sort()).toEqual([
      'api.example.org. A',
      'find.example.org. A',
      'find.example.org. AAAA',
    ]);
    for (const { Properties } of records) {
      expect(Properties.HostedZoneId).toBe(zone.hostedZoneId);
      expect(Properties).toHaveProperty('AliasTarget');
    }
  });
});
