import { Logger } from '@aws-lambda-powertools/logger';
import { readCanaryEnvironment } from '../environment/canary.ts';
import { counted } from '../environment/metrics.ts';
import { visit } from './visit.ts';

const { PUBLIC_URL, METRIC_NAMESPACE } = readCanaryEnvironment(process.env);
const logger = new Logger({ serviceName: 'canary' });

/**
 * Checks the website and counts the results. A failed check is counted and not thrown, because Lambda would repeat the
 * call and hide the failure.
 */
export async function handler(): Promise<{ readonly failed: readonly string[] }> {
  const now = Date.now();
  const { failed, datasetAgeHours } = await visit({ site: PUBLIC_URL, fetch, now });
  const counts = {
    canaryPassed: failed.length === 0 ? 1 : 0,
    ...(datasetAgeHours !== undefined && { datasetAgeHours }),
  };
  const line = { failed, ms: Date.now() - now, ...counted(counts, METRIC_NAMESPACE, now) };
  if (failed.length === 0) logger.info('visit', line);
  else logger.error('visit', line);
  return { failed };
}
