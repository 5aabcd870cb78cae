import type { Problem } from './types.ts';

/** An answer that is an error: problem details (RFC 9457) as the API tells them, with what stood around them. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  /** Last part of the problem's type, such as `too-broad`; `unknown` where the answer was no problem document. */
  readonly kind: string;
  readonly problem: Problem;
  /** For a report: leads to the request without saying what was asked. */
  readonly requestId: string | null;
  /** Seconds to wait before asking again, where the answer says so. */
  readonly retryAfter: number | null;

  constructor(status: number, problem: Problem, headers: Headers) {
    super(`${problem.title}: ${problem.detail}`);
    this.status = status;
    this.kind = /\/problems\/([\w-]+)$/.exec(problem.type)?.[1] ?? 'unknown';
    this.problem = problem;
    this.requestId = headers.get('x-request-id');
    const seconds = headers.get('retry-after');
    this.retryAfter = seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) : null;
  }

  /** Worth asking the same again: the service's fault, not the question's. */
  get retryable(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** Nothing came back: no connection, or no answer in time. Worth asking again. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly retryable = true;
}

/** Reads the body of an error; one that is no problem document still gives an error that can be shown. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  return new ProblemError(response.status, isProblem(body) ? body : unread(response), response.headers);
}

function isProblem(body: unknown): body is Problem {
  const { type, title, detail } = (body ?? {}) as Partial<Record<keyof Problem, unknown>>;
  return typeof type === 'string' && typeof title === 'string' && typeof detail === 'string';
}

function unread({ status, statusText }: Response): Problem {
  return {
    type: 'about:blank',
    title: statusText || `HTTP ${status}`,
    detail: 'The answer could not be read.',
    status,
  };
}
