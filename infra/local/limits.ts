import type { ApiKey } from './api-keys.ts';
import type { ThrottleDeclaration, UsagePlanDeclaration } from './declaration.ts';
import { TokenBucket } from './token-bucket.ts';

/** API Gateway's name for the error of a request over a limit. */
export type Refusal = 'THROTTLED' | 'QUOTA_EXCEEDED';

interface Usage {
  readonly bucket: TokenBucket | undefined;
  period: string;
  count: number;
}

/**
 * Counts the requests of each key and to each method, and applies limits in the order of API Gateway: the plan's
 * throttle, the plan's quota, the stage's throttle.
 */
export class Limits {
  readonly #stage: ThrottleDeclaration | undefined;
  readonly #now: () => number;
  readonly #usages = new Map<string, Usage>();
  readonly #methods = new Map<string, TokenBucket>();

  /** @param now Milliseconds since 1970. */
  constructor(stage: ThrottleDeclaration | undefined, now: () => number) {
    this.#stage = stage;
    this.#now = now;
  }

  /**
   * Counts a request. Returns why it must be refused, or undefined.
   * @param asker The key and its plan. Absent for a method that needs no key.
   */
  refuse(
    method: string,
    asker: { readonly key: ApiKey; readonly plan: UsagePlanDeclaration } | undefined,
  ): Refusal | undefined {
    if (asker) {
      const usage = this.#usageOf(asker.key, asker.plan);
      if (usage.bucket?.take() === false) return 'THROTTLED';
      if (asker.plan.quota && usage.count >= asker.plan.quota.limit) return 'QUOTA_EXCEEDED';
      usage.count += 1;
    }
    return this.#bucketOf(method)?.take() === false ? 'THROTTLED' : undefined;
  }

  #usageOf({ id }: ApiKey, { throttle, quota }: UsagePlanDeclaration): Usage {
    const period = periodOf(quota?.period ?? 'DAY', this.#now());
    const usage = this.#usages.get(id) ?? { bucket: this.#newBucket(throttle), period, count: 0 };
    if (usage.period !== period) Object.assign(usage, { period, count: 0 });
    this.#usages.set(id, usage);
    return usage;
  }

  #bucketOf(method: string): TokenBucket | undefined {
    const bucket = this.#methods.get(method) ?? this.#newBucket(this.#stage);
    if (bucket) this.#methods.set(method, bucket);
    return bucket;
  }

  #newBucket(throttle: ThrottleDeclaration | undefined): TokenBucket | undefined {
    return throttle && new TokenBucket(throttle.ratePerSecond, throttle.burst, this.#now);
  }
}

const DAY_MS = 86_400_000;

/** Names the period that a time is in. Quotas start again at midnight UTC, on Sunday, or on the first of a month. */
function periodOf(period: 'DAY' | 'WEEK' | 'MONTH', now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  if (period === 'DAY') return day;
  if (period === 'MONTH') return day.slice(0, 7);
  // Adds 4 days, so that weeks begin on Sunday: 1 January 1970 was a Thursday.
  return String(Math.floor((Math.floor(now / DAY_MS) + 4) / 7));
}
