import type { Logger } from '@aws-lambda-powertools/logger';
import { type Counts, counted } from '../environment/metrics.ts';
import type { RequestLine } from './middleware/request-line.ts';

/** The numbers in a log line that CloudWatch extracts as metrics. */
export function countsOf({ route, status, readUnits, cacheHits, ...line }: RequestLine): Counts {
  const { searches, emptySearches, searchesWithUnknowns } = line;
  return {
    readUnits,
    cacheHits,
    clientErrors: status >= 400 && status < 500 ? 1 : 0,
    ...(searches > 0 && { searches, emptySearches, searchesWithUnknowns }),
    ...(route === 'recordFacts' && { confirmations: status < 300 ? 1 : 0 }),
  };
}

/**
 * Returns a function that writes one log line per request, including the metrics.
 * @param namespace The stack's namespace for metrics.
 */
export function lineWriter(logger: Logger, namespace: string, now: () => number): (line: RequestLine) => void {
  return (line) => {
    const written = { ...line, ...counted(countsOf(line), namespace, now()) };
    if (line.status >= 500) logger.error('request', written);
    else logger.info('request', written);
  };
}
