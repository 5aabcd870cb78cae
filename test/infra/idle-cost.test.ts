import { expect, test } from 'vitest';
import { dollars, idleCost, idleCostText, pricesAsOf, totalCents } from '../../infra/idle-cost.ts';
import { edgeStackName, firewallStackName, stackName } from '../../infra/names.ts';
import { stubTemplate } from './support/stack.ts';

type Templates = Parameters<typeof idleCost>[0];
const templates = [stackName, firewallStackName, edgeStackName].map((name) =>
  stubTemplate({}, name).toJSON(),
) as unknown as Templates;

test('what is said of the cost is what the templates come to', () => {
  const parts = idleCost(templates);
  expect(parts.map(({ count, centsEach }) => [count, centsEach])).toEqual([
    [1, 500],
    [1, 100],
    [22, 10],
    [1, 40],
    [1, 300],
    [8, 30],
  ]);
  const words = idleCostText.replaceAll(/\s+/g, ' ');
  expect(words).toContain(`about ${dollars(totalCents(parts))} USD a month (list prices of ${pricesAsOf})`);
  const sums = parts.map(({ count, centsEach }) => dollars(count * centsEach));
  const free = 3 * 100 + 8 * 30 + 10 * 10;
  expect(words.match(/\d+\.\d\d/g)?.slice(1)).toEqual([...sums, dollars(totalCents(parts) - free)]);
  expect(words).toContain('22 metrics with an alarm');
});

test('another rule, alarm or secret is counted', () => {
  const more = {
    Resources: {
      Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' } },
      Sum: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: { Metrics: [{ Expression: 'a+b' }, { MetricStat: {} }, { MetricStat: {} }] },
      },
      Secret: { Type: 'AWS::SecretsManager::Secret' },
      Wall: { Type: 'AWS::WAFv2::WebACL', Properties: { Rules: [{}, {}] } },
    },
  };
  expect(totalCents(idleCost([...templates, more]))).toBe(1400 + 3 * 10 + 40 + 500 + 2 * 100);
});
