import { prices, type Tier } from './prices.ts';

/** What one search uses, as measured. */
export interface SearchUse {
  readonly readUnits: number;
  readonly handlerMs: number;
  readonly memoryMb: number;
  /** Size of the compressed answer, as sent to a visitor. */
  readonly answerBytes: number;
  /** Size of the log line of a request. */
  readonly logBytes: number;
}

/** What a device uses that downloads the dataset and then searches by itself. */
export interface DeviceUse {
  readonly files: number;
  readonly bytes: number;
  /** Searches on the device between two downloads. */
  readonly searches: number;
  /** How often the device checks the dataset's version between two downloads. */
  readonly checks: number;
  readonly checkBytes: number;
}

export interface CostLine {
  readonly what: string;
  readonly dollars: number;
}

const MILLION = 1e6;
const GIGA = 1e9;

/**
 * Computes the cost in dollars of a number of searches through the API, some of which the CDN answers.
 * @param hits The share that the CDN answers, 0 to 1.
 */
export function apiCost(searches: number, use: SearchUse, hits: number): CostLine[] {
  const asked = searches * (1 - hits);
  const gbSeconds = (asked * use.handlerMs * use.memoryMb) / 1000 / 1024;
  return [
    { what: 'CDN: requests, function and firewall', dollars: (searches / MILLION) * cdnRequest },
    { what: 'CDN: traffic', dollars: ((searches * use.answerBytes) / GIGA) * prices.cdnGigabytes.dollars },
    { what: 'API Gateway', dollars: (asked / MILLION) * prices.gatewayRequests.dollars },
    {
      what: 'Lambda',
      dollars:
        (asked / MILLION) * prices.lambdaRequests.dollars + (gbSeconds / MILLION) * prices.lambdaGbSeconds.dollars,
    },
    { what: 'DynamoDB reads', dollars: ((asked * use.readUnits) / MILLION) * prices.readUnits.dollars },
    { what: 'logs', dollars: ((asked * use.logBytes) / GIGA) * prices.logGigabytes.dollars },
  ];
}

/**
 * Computes the cost in dollars of a number of searches on devices. The CDN caches the files, so nothing behind it is
 * used.
 */
export function deviceCost(searches: number, use: DeviceUse): CostLine[] {
  const devices = searches / use.searches;
  const bytes = use.bytes + use.checks * use.checkBytes;
  return [
    {
      what: 'CDN: requests, function and firewall',
      dollars: ((devices * (use.files + use.checks)) / MILLION) * cdnRequest,
    },
    { what: 'CDN: traffic', dollars: ((devices * bytes) / GIGA) * prices.cdnGigabytes.dollars },
  ];
}

const cdnRequest = prices.cdnRequests.dollars + prices.cdnFunctions.dollars + prices.firewallRequests.dollars;

/** Computes the cost in dollars of a number of searches with tiered prices. */
export function tieredCost(searches: number, tiers: readonly Tier[]): number {
  return tiers.reduce((total, { from, dollarsAThousand }, at) => {
    const to = Math.min(searches, tiers[at + 1]?.from ?? Number.POSITIVE_INFINITY);
    return total + (Math.max(0, to - from) / 1000) * dollarsAThousand;
  }, 0);
}

export const sumOf = (lines: readonly CostLine[]): number => lines.reduce((total, { dollars }) => total + dollars, 0);
