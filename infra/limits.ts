/** Limits for requests. The stack enforces them, and the API reference describes them from the same numbers. */

/**
 * For each key of a plan: requests per second (`rateLimit`), requests at once (`burstLimit`) and, if there is a quota,
 * requests per day.
 */
export const planLimits = {
  website: { rateLimit: 400, burstLimit: 800 },
  partner: { rateLimit: 10, burstLimit: 20, perDay: 50_000 },
  agent: { rateLimit: 25, burstLimit: 50, perDay: 200_000 },
} as const;

/** Number of API requests that one IP address may make in a window of `WINDOW_SECONDS`. A visit takes about ten. */
export const ADDRESS_LIMIT = 1_000;
export const WINDOW_SECONDS = 300;

/**
 * Seconds that a client is told to wait (`Retry-After`) after exceeding the limit of an IP address, the rate of a key,
 * or the quota of a key.
 */
export const retryAfter = { address: 60, rate: 2, quota: 3_600 } as const;
