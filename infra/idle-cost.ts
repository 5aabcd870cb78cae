import { metricUnits } from '../functions/environment/metrics.ts';

/** The parts of a synthesized template that are needed to compute its cost. */
interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>
  >;
}

export interface CostPart {
  readonly what: string;
  readonly count: number;
  /** US cents per month for one piece of this resource. */
  readonly centsEach: number;
}

/** List prices in US regions on the date `pricesAsOf`, in US cents per month, without the free tier of an account. */
const prices = {
  firewall: 500,
  firewallRule: 100,
  alarmMetric: 10,
  secret: 40,
  dashboard: 300,
  ownMetric: 30,
} as const;
export const pricesAsOf = 'November 2026';

/**
 * Computes what the stacks cost per month if nobody uses them: resources that are billed because they exist. Leaves out
 * a few cents for storage (table, backups, files, logs), which depend on the data.
 */
export function idleCost(templates: readonly Template[]): CostPart[] {
  const all = (type: string): Record<string, unknown>[] =>
    templates.flatMap(({ Resources }) =>
      Object.values(Resources).flatMap(({ Type, Properties = {} }) => (Type === type ? [Properties] : [])),
    );
  const firewalls = all('AWS::WAFv2::WebACL');
  return [
    { what: 'firewall', count: firewalls.length, centsEach: prices.firewall },
    { what: 'rule of it', count: sum(firewalls.map(({ Rules }) => lengthOf(Rules))), centsEach: prices.firewallRule },
    {
      what: 'metrics with an alarm',
      count: sum(all('AWS::CloudWatch::Alarm').map(watched)),
      centsEach: prices.alarmMetric,
    },
    { what: "secret (the website's key)", count: all('AWS::SecretsManager::Secret').length, centsEach: prices.secret },
    { what: 'dashboard', count: all('AWS::CloudWatch::Dashboard').length, centsEach: prices.dashboard },
    { what: 'counts of its own', count: ownMetrics(all('AWS::Lambda::Function')), centsEach: prices.ownMetric },
  ];
}

/** Formats cents as dollars, such as `7.60`. */
export const dollars = (cents: number): string => (cents / 100).toFixed(2);
export const totalCents = (parts: readonly CostPart[]): number =>
  sum(parts.map(({ count, centsEach }) => count * centsEach));

/** The monthly cost and its parts, as shown by `npm run deploy -- --help`. A test compares it with the template. */
export const idleCostText = `While nobody searches it costs about 14.00 USD a month (list prices of ${pricesAsOf}): the firewall 5.00 and its rule
1.00, 22 metrics with an alarm 2.20, the website's key 0.40, the dashboard 3.00, eight counts of its own 2.40, since the
canary searches too; and cents for the canary, storage and backups. An account's free tier covers the dashboard, the
counts and ten of the metrics, so the first locator of an account costs about 7.60.`;

/**
 * Counts the metrics that are billed without users. CloudWatch bills a metric for every hour in which it gets data. The
 * visits of the canary cause data in all metrics except the one of the admissions team.
 */
function ownMetrics(functions: readonly Record<string, unknown>[]): number {
  const counting = functions.some(({ Environment }) => JSON.stringify(Environment ?? {}).includes('METRIC_NAMESPACE'));
  return counting ? Object.keys(metricUnits).filter((name) => name !== 'confirmations').length : 0;
}

/** Counts the metrics that an alarm reads, because these are billed: one, or all metrics of its expression. */
function watched({ Metrics }: Record<string, unknown>): number {
  if (!Array.isArray(Metrics)) return 1;
  return Metrics.filter((one: { MetricStat?: unknown }) => one.MetricStat !== undefined).length;
}

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
