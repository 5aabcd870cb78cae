import * as z from 'zod';

/**
 * The metrics that CloudWatch extracts from our log lines. The functions that write them, the alarms and the dashboard
 * share these names. They have no dimensions: each counts the whole stack, never one level, place or filter.
 */
export const metricUnits = {
  /** Answered searches. Each page of results counts as one. */
  searches: 'Count',
  /** Searches that found no center. */
  emptySearches: 'Count',
  /** Searches with a center whose listing could not say whether it matches. */
  searchesWithUnknowns: 'Count',
  readUnits: 'Count',
  /** Pages of the dataset that a request took from the container's memory instead of the table. */
  cacheHits: 'Count',
  /**
   * 4xx answers of a handler. API Gateway counts all 4xx answers; the difference is what it refused itself, without a
   * key or over a limit.
   */
  clientErrors: 'Count',
  /** Facts that the admissions team recorded. */
  confirmations: 'Count',
  /** 1 if every check of the canary passed, else 0. */
  canaryPassed: 'Count',
  /** Hours since the dataset was last published. Publishing what people added counts too. */
  datasetAgeHours: 'None',
} as const;
export type MetricName = keyof typeof metricUnits;
export type Counts = Readonly<Partial<Record<MetricName, number>>>;

/** The namespace of the metrics, which is the stack's name, so that two stages in one account stay apart. */
export const namespaceSchema = z
  .string()
  .regex(/^[\w.#/-]{1,255}$/)
  .default('ProgramLocator');

/**
 * Properties of a log line from which CloudWatch extracts the metrics (embedded metric format).
 * @param now Milliseconds since 1970.
 */
export function counted(counts: Counts, namespace: string, now: number) {
  const Metrics = Object.keys(counts).map((Name) => ({ Name, Unit: metricUnits[Name as MetricName] }));
  return {
    ...counts,
    _aws: { Timestamp: now, CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [[]], Metrics }] },
  };
}
