/** Request limits: the stack sets them, and the reference's guide to them is generated from here. */

/** For each key of a plan: requests per second, burst and, if there is a quota, requests per day. */
export const planLimits = {
  website: { rateLimit: 400, burstLimit: 800 },
  partner: { rateLimit: 10, burstLimit: 20, perDay: 50_000 },
  agent: { rateLimit: 25, burstLimit: 50, perDay: 200_000 },
} as const;

/** API requests that one IP address may make in a window. A visit takes about ten. */
export const ADDRESS_LIMIT = 1_000;
export const WINDOW_SECONDS = 300;

/** Seconds in `Retry-After`: over the address's limit, over a key's rate, and after a key's quota. */
export const retryAfter = { address: 60, rate: 2, quota: 3_600 } as const;
