import type { ProblemKind } from './problem-kinds.ts';

/** Seconds for which the list of downloadable parts (/v1/dataset) may be cached. */
export const LIST_AGE_S = 5;

/** One fault in a request: where it is, and what would be right. */
export interface Fault {
  /** A fault has either the name of a query parameter, or a JSON pointer into the body. */
  readonly parameter?: string;
  readonly pointer?: string;
  readonly message: string;
}

/** An error as RFC 9457 problem details. Its text is for the caller and has no internal details. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** Last part of the type's URI, such as `too-broad`. */
  readonly kind: ProblemKind;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;
  /** Additional properties of the problem document. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    kind: ProblemKind,
    title: string,
    detail: string,
    more: {
      readonly errors?: readonly Fault[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly members?: Readonly<Record<string, unknown>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(title, { cause: more.cause });
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
    this.members = more.members ?? {};
  }
}

export const badRequest = (errors: readonly Fault[], members: Readonly<Record<string, unknown>> = {}): Problem =>
  new Problem(
    400,
    'bad-request',
    'The request has a fault',
    errors.length === 1
      ? errors.map(({ parameter, pointer, message }) => `${parameter ?? (pointer || 'The body')}: ${message}`).join()
      : `${errors.length} things are wrong; each is named in errors.`,
    { errors, members },
  );

export const notFound = (detail: string): Problem => new Problem(404, 'not-found', 'Not found', detail);

export const noSuchCenter = (): Problem =>
  notFound('No center has this id. It may have closed, or the link may be cut off.');

export const gone = (cause: unknown): Problem =>
  new Problem(
    410,
    'cursor-gone',
    'These pages are no longer kept',
    'The listings that this cursor leads through were replaced more than a day ago. Begin the search again without it.',
    { errors: [{ parameter: 'cursor', message: 'is too old; begin the search again without it' }], cause },
  );

/**
 * The current dataset does not have this part. A caller can try again after {@link LIST_AGE_S}, when no cache has the
 * old list of parts anymore.
 */
export const partGone = (): Problem =>
  new Problem(
    410,
    'part-gone',
    'This part was replaced',
    'The current listings have nothing with this hash. Read /v1/dataset again and download what it names.',
    { headers: { 'retry-after': String(LIST_AGE_S) } },
  );

export const unavailable = (cause: unknown): Problem =>
  new Problem(
    503,
    'unavailable',
    'The search is unavailable for a moment',
    'The listings could not be read in full, so there is no answer rather than a partial one. Please try again. ' +
      'For treatment referral call 1-800-662-HELP (4357); in a crisis call or text 988.',
    { headers: { 'retry-after': '2' }, cause },
  );
