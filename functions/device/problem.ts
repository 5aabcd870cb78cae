import { v1Conventions } from '../faces/v1/conventions.ts';
import type { Problem } from '../http/problem.ts';

/** An error with the status and body that the API would return as `application/problem+json`. */
export class DeviceProblem extends Error {
  override readonly name = 'DeviceProblem';
  readonly status: number;
  readonly problem: ProblemBody;

  constructor(problem: Problem, publicUrl: string, withHelp: boolean) {
    super(problem.title, { cause: problem });
    this.status = problem.status;
    const { errorBody, withHelp: helped } = v1Conventions;
    const body = errorBody(problem, publicUrl) as Readonly<Record<string, unknown>>;
    this.problem = (withHelp ? helped(body) : body) as ProblemBody;
  }
}

/**
 * Problem details (RFC 9457). If the person is asked which place was meant, it also has the possible places and what
 * was understood.
 */
export interface ProblemBody extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}
