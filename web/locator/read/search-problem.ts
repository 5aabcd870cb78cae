import type { Problem } from './problem-without.ts';

/** Thrown if a search has no answer. It says why. */
export class SearchProblem extends Error {
  override readonly name = 'SearchProblem';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`no answer: ${problem.kind}`, options);
    this.problem = problem;
  }
}
