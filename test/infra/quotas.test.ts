import { expect, it } from 'vitest';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const template = stubTemplate();

it('the plans allow what README promises', () => {
  const plans = [...resourcesOf(template, 'AWS::ApiGateway::UsagePlan').values()].map(({ Properties }) => Properties);
  const told = plans.map(({ UsagePlanName, Throttle, Quota }) => [UsagePlanName, Throttle, Quota]);
  expect(Object.fromEntries(told.map(([name, throttle, quota]) => [name, { throttle, quota }]))).toEqual({
    'ProgramLocator-website': { throttle: { RateLimit: 400, BurstLimit: 800 }, quota: undefined },
    'ProgramLocator-partner': { throttle: { RateLimit: 10, BurstLimit: 20 }, quota: { Limit: 50_000, Period: 'DAY' } },
    'ProgramLocator-agent': { throttle: { RateLimit: 25, BurstLimit: 50 }, quota: { Limit: 200_000, Period: 'DAY' } },
  });
});

it('the search function outlives the API’s patience', () => {
  const timeouts = [...resourcesOf(template, 'AWS::ApiGateway::Method').values()].flatMap(({ Properties }) => {
    const { TimeoutInMillis } = Properties.Integration as { TimeoutInMillis?: number };
    return TimeoutInMillis === undefined ? [] : [TimeoutInMillis];
  });
  const search = [...resourcesOf(template, 'AWS::Lambda::Function').values()].find(
    ({ Properties }) => Properties.Description === 'Answers the public routes of the locator',
  );
  expect(timeouts.length).toBeGreaterThan(0);
  expect(Number(search?.Properties.Timeout) * 1_000).toBeGreaterThan(Math.max(...timeouts));
});
