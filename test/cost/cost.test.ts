import { expect, it } from 'vitest';
import { others, prices } from '../../infra/prices.ts';
import { apiCost, deviceCost, sumOf, tieredCost } from '../../infra/search-cost.ts';
import { measureUse } from './measure.ts';

const use = { readUnits: 2, handlerMs: 20, memoryMb: 1024, answerBytes: 5_000, logBytes: 500 };
const device = { files: 10, bytes: 400_000, searches: 5, checks: 2, checkBytes: 1_000 };

it('adds up to what the price lists say', () => {
  // The sum is computed by hand: CDN 1.70, traffic 5 GB, gateway 3.50, Lambda 0.20 and 20,000 GB-seconds, 2 million
  // units, 0.5 GB of log.
  expect(sumOf(apiCost(1e6, use, 0))).toBeCloseTo(1.7 + 5 * 0.085 + 3.5 + 0.2 + 0.02 * 13.3334 + 2 * 0.125 + 0.25, 6);
  expect(sumOf(apiCost(1e6, use, 1))).toBeCloseTo(1.7 + 5 * 0.085, 6);
  expect(sumOf(apiCost(2e6, use, 0.5))).toBeCloseTo(sumOf(apiCost(1e6, use, 0)) + sumOf(apiCost(1e6, use, 1)), 6);
  expect(sumOf(deviceCost(1e6, device))).toBeCloseTo(200_000 * 12e-6 * 1.7 + 200_000 * 402_000e-9 * 0.085, 6);
});

it('counts each tier of a falling price once', () => {
  const [google, grow] = others;
  expect(tieredCost(5_000, google?.tiers ?? [])).toBe(0);
  expect(tieredCost(1e6, google?.tiers ?? [])).toBe(95 * 32 + 400 * 25.6 + 500 * 19.2);
  expect(tieredCost(1e6, grow?.tiers ?? [])).toBe(990 * 0.5);
});

it('names a source for every price', () => {
  for (const { source } of [...Object.values(prices), ...others]) expect(URL.canParse(source)).toBe(true);
});

it('measures what a search and a device take', async () => {
  const { centers, search, device: measured } = await measureUse('test/fixtures/listings', 20);
  expect(centers).toBeGreaterThan(100);
  expect(search.readUnits).toBeGreaterThan(0.4);
  expect(search.answerBytes).toBeGreaterThan(500);
  expect(measured.bytes).toBeGreaterThan(50 * centers);
});
