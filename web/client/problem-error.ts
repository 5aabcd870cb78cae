import type { Problem } from './types.ts';

/** An error answer: problem details (RFC 9457) from the API, with facts from its headers. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  /** Last part of the problem's type, such as `too-broad`; `unknown` if the answer was not a problem document. */
  readonly kind: string;
  readonly problem: Problem;
  /** Id of the request, for error reports. It reveals nothing about the request's content. */
  readonly requestId: string | null;
  /** Seconds to wait before trying again. Null if the answer does not say. */
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

  /** True if repeating the request may help, because the service failed and not the request. */
  get retryable(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** There was no answer: no connection, or a timeout. Trying again may help. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly retryable = true;
}

/** Reads the body of an error; a body that is not a problem document still gives an error that can be shown. */
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
