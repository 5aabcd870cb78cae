import { expect, it } from 'vitest';
import { ATTEMPTS, documentClient } from '../../functions/store/client.ts';
import { readBudget, writeBudget } from '../../functions/store/retry.ts';

/**
 * After this time API Gateway answers 504 (infra/api.ts). Our own 503 is better: it has words, helplines and
 * `Retry-After`.
 */
const GATEWAY_MS = 9_000;
/**
 * The most budgets that one search uses: for the search, its repeated reads, its alternatives and its unknown centers.
 */
const MOST_READS = 4;

it('a search that the table fails says so before the gateway gives up', () => {
  expect(readBudget.totalMs * MOST_READS).toBeLessThan(GATEWAY_MS);
  expect(readBudget.longestPauseMs).toBeLessThan(readBudget.totalMs / 4);
});

it('one lost connection does not use up a read, and a publish has minutes', async () => {
  const client = documentClient();
  const { requestTimeout, connectionTimeout } = await (
    client.config.requestHandler as unknown as { configProvider: Promise<Record<string, number>> }
  ).configProvider;
  expect(requestTimeout).toBeLessThan(readBudget.totalMs / 2);
  expect(connectionTimeout).toBeLessThan(readBudget.totalMs / 2);
  expect(ATTEMPTS).toBeGreaterThan(2);
  expect(writeBudget.totalMs).toBeGreaterThanOrEqual(60_000);
  client.destroy();
});
