/** Numbers and texts that the guides take from the running system, so that no number is written twice. */
export interface Facts {
  readonly plans: Readonly<
    Record<'partner' | 'agent', { readonly rateLimit: number; readonly burstLimit: number; readonly perDay: number }>
  >;
  /** Maximum number of requests from one IP address in a number of minutes, on the website's domain. */
  readonly address: { readonly requests: number; readonly minutes: number };
  /** Seconds in the header `Retry-After`, for each kind of limit. */
  readonly retryAfter: { readonly address: number; readonly rate: number; readonly quota: number };
  /** Maximum size of a request's body in bytes. */
  readonly bodyBytes: number;
  readonly bounds: { readonly text: number; readonly values: number; readonly fields: number };
  /** CORS: headers that scripts of other websites may send, and headers of answers that they may read. */
  readonly cors: { readonly sent: string; readonly exposed: string; readonly preflightSeconds: number };
  /** Results in one page: the maximum, and the default. */
  readonly limit: { readonly most: number; readonly usual: number };
  readonly problems: Readonly<Record<string, ProblemText>>;
  /** Example of a problem document that names several errors. */
  readonly faults: unknown;
}

export interface ProblemText {
  readonly status: number;
  readonly title: string;
  readonly meaning: string;
  readonly remedy: string;
}

export interface Guide {
  /** The last part of the guide's URL path. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** Text of the guide in Markdown, without its title. */
  readonly text: string;
}

export const count = (number: number): string => number.toLocaleString('en-US');
