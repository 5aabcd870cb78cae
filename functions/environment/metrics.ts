import * as z from 'zod';

/**
 * The counts that CloudWatch takes from our log lines. The functions that write them, the alarms and the dashboard
 * share these names. They count a whole stack: no dimension, so never by level, place or filter.
 */
export const metricUnits = {
  /** Answers to a search, a page of results each. */
  searches: 'Count',
  /** Searches that found no center. */
  emptySearches: 'Count',
  /** Searches where some center's listing could not say whether it matches. */
  searchesWithUnknowns: 'Count',
  readUnits: 'Count',
  /** Pages of the dataset that a request took from the container's memory instead of the table. */
  cacheHits: 'Count',
  /** 4xx answers of a handler. API Gateway's own 4xx minus these are its refusals: no key, or over a limit. */
  clientErrors: 'Count',
  /** Facts that the admissions team recorded. */
  confirmations: 'Count',
  /** 1 if every check of the canary passed, else 0. */
  canaryPassed: 'Count',
  /** Age of the dataset, including what people added to it. */
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
 * Members of a log line from which CloudWatch extracts the counts as metrics (embedded metric format).
 * @param now Milliseconds since 1970.
 */
export function counted(counts: Counts, namespace: string, now: number) {
  const Metrics = Object.keys(counts).map((Name) => ({ Name, Unit: metricUnits[Name as MetricName] }));
  return {
    ...counts,
    _aws: { Timestamp: now, CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [[]], Metrics }] },
  };
}
