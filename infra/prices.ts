/** One list price, with its source and the date of the price list. */
export interface Price {
  readonly dollars: number;
  readonly unit: string;
  readonly source: string;
}

/**
 * List prices of us-east-1 and us-west-2, without an account's free tier, from the lists of 2025; check the sources
 * before you rely on them. Used by `npm run cost`.
 */
export const pricesOf = '2025';
export const prices = {
  gatewayRequests: {
    dollars: 3.5,
    unit: 'million REST API requests',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  lambdaRequests: { dollars: 0.2, unit: 'million invocations', source: 'https://aws.amazon.com/lambda/pricing/' },
  lambdaGbSeconds: {
    dollars: 13.3334,
    unit: 'million GB-seconds, Arm',
    source: 'https://aws.amazon.com/lambda/pricing/',
  },
  readUnits: {
    dollars: 0.125,
    unit: 'million on-demand read units',
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  },
  cdnRequests: { dollars: 1, unit: 'million HTTPS requests', source: 'https://aws.amazon.com/cloudfront/pricing/' },
  cdnFunctions: {
    dollars: 0.1,
    unit: 'million invocations of a CloudFront function',
    source: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  cdnGigabytes: { dollars: 0.085, unit: 'GB to visitors', source: 'https://aws.amazon.com/cloudfront/pricing/' },
  firewallRequests: { dollars: 0.6, unit: 'million requests', source: 'https://aws.amazon.com/waf/pricing/' },
  logGigabytes: { dollars: 0.5, unit: 'GB of log', source: 'https://aws.amazon.com/cloudwatch/pricing/' },
} as const satisfies Readonly<Record<string, Price>>;

/**
 * A step of a price that falls with the quantity: from this number on, each further thousand costs this many dollars.
 */
export interface Tier {
  readonly from: number;
  readonly dollarsAThousand: number;
}

/** Prices of other companies' services for a similar search. */
export const others: readonly { readonly name: string; readonly source: string; readonly tiers: readonly Tier[] }[] = [
  {
    name: 'Google Places, Nearby Search Pro',
    source: 'https://developers.google.com/maps/billing-and-pricing/pricing',
    tiers: [
      { from: 0, dollarsAThousand: 0 },
      { from: 5_000, dollarsAThousand: 32 },
      { from: 100_000, dollarsAThousand: 25.6 },
      { from: 500_000, dollarsAThousand: 19.2 },
      { from: 1_000_000, dollarsAThousand: 9.6 },
      { from: 5_000_000, dollarsAThousand: 2.4 },
    ],
  },
  {
    name: 'Algolia, Grow',
    source: 'https://www.algolia.com/pricing',
    tiers: [
      { from: 0, dollarsAThousand: 0 },
      { from: 10_000, dollarsAThousand: 0.5 },
    ],
  },
  {
    name: 'Algolia, Grow Plus',
    source: 'https://www.algolia.com/pricing',
    tiers: [
      { from: 0, dollarsAThousand: 0 },
      { from: 10_000, dollarsAThousand: 1.75 },
    ],
  },
];
