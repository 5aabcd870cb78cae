import { ProblemError } from '../../client/problem-error.ts';
import { leadsWords as w } from '../../words/leads.ts';

/** Lists every error that the API names, or says what else went wrong. */
export function faultText(error: unknown): string {
  if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
  if (error.status === 412) return w.corrections.changed;
  const faults = error.problem.errors?.map(({ message }) => message) ?? [];
  return faults.length === 0 ? error.problem.detail : faults.join(' ');
}
