import type { Problem } from './problem-without.ts';

/** A search without an answer, and the reason. */
export class SearchProblem extends Error {
  override readonly name = 'SearchProblem';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`no answer: ${problem.kind}`, options);
    this.problem = problem;
  }
}
