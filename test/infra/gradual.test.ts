import { describe, expect, test } from 'vitest';
import { referredIds } from '../../infra/local/intrinsics.ts';
import { stackName } from '../../infra/names.ts';
import { comesAfterTheApi, shiftsGradually } from './deploy-checks.ts';
import { mutant, type Open, type Seed } from './support/mutant.ts';
import { stubTemplate } from './support/stack.ts';
import type { Check, PlainTemplate } from './template-checks.ts';

const template = stubTemplate().toJSON() as PlainTemplate;

describe('a new version of the functions', () => {
  test('a tenth of the requests for five minutes, then all, and back when an alarm rings', () =>
    expect(shiftsGradually(template)).toEqual([]));

  const found = (check: Check, finding: RegExp, seed: Seed) =>
    expect(check(mutant(template, seed)).join('\n')).toMatch(finding);
  test('is found where a method invokes the function itself', () =>
    found(shiftsGradually, /invokes a function past its alias/, (resources, of) => {
      const [alias] = Object.entries<Open>(resources).find(([, { Type }]) => Type === 'AWS::Lambda::Alias') ?? [];
      const [id] = referredIds(resources[alias ?? ''].Properties.FunctionName);
      const method = of('AWS::ApiGateway::Method').find((one: Open) =>
        JSON.stringify(one.Integration).includes(`"${alias}"`),
      );
      method.Integration = JSON.parse(
        JSON.stringify(method.Integration).replaceAll(`{"Ref":"${alias}"}`, `{"Fn::GetAtt":["${id}","Arn"]}`),
      );
    }));
  test('is found where all requests go to it at once', () =>
    found(shiftsGradually, /CodeDeployDefault\.LambdaAllAtOnce/, (_all, of) => {
      const [group] = of('AWS::CodeDeploy::DeploymentGroup');
      group.DeploymentConfigName = 'CodeDeployDefault.LambdaAllAtOnce';
    }));
  test('is found where no alarm takes it back', () =>
    found(shiftsGradually, /no alarm takes it back/, (_all, of) => {
      delete of('AWS::CodeDeploy::DeploymentGroup')[0].AlarmConfiguration;
    }));
  test('is found where the alarms leave out its own errors', () =>
    found(shiftsGradually, /no alarm counts errors of Search\w*/, (resources, of) => {
      for (const group of of('AWS::CodeDeploy::DeploymentGroup')) {
        const { Alarms } = group.AlarmConfiguration;
        group.AlarmConfiguration.Alarms = Alarms.filter(
          ({ Name }: Open) =>
            !/errors of the search|search function crashes/i.test(JSON.stringify(resources[Name.Ref])),
        );
      }
    }));
  test('is found where it is not taken back', () =>
    found(shiftsGradually, /is not rolled back on DEPLOYMENT_STOP_ON_ALARM/, (_all, of) => {
      const { AutoRollbackConfiguration } = of('AWS::CodeDeploy::DeploymentGroup')[0];
      AutoRollbackConfiguration.Events = ['DEPLOYMENT_FAILURE'];
    }));
  test('is found where CodeDeploy does not move the alias', () =>
    found(shiftsGradually, /is moved at once/, (resources) => {
      for (const one of Object.values<Open>(resources)) if (one.Type === 'AWS::Lambda::Alias') delete one.UpdatePolicy;
    }));
});

describe('the site’s files', () => {
  test('come after the API', () => expect(comesAfterTheApi(template)).toEqual([]));
  test('are found where they do not wait', () =>
    expect(
      comesAfterTheApi(
        mutant(template, (resources) => {
          for (const [id, one] of Object.entries<Open>(resources))
            if (one.Type === 'Custom::CDKBucketDeployment' && id.startsWith('SiteFiles')) one.DependsOn = [];
        }),
      ).join(),
    ).toMatch(/^SiteFiles\w+: does not wait for the API$/));
});

test('names of alarms are the stack’s', () => {
  for (const { Type, Properties } of Object.values(template.Resources))
    if (Type === 'AWS::CloudWatch::Alarm') expect(String(Properties?.AlarmName)).toMatch(`${stackName}-`);
});
