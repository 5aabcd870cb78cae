import { readsAsCrisis } from '../../../functions/crisis/crisis.ts';
import { crisisLine } from '../../../functions/http/help.ts';

/**
 * Prints the helplines as the first line where what was typed speaks of danger to life. With --json the output is the
 * API's own answer, which says it itself, so there the line goes to standard error.
 */
export function crisisFirst(typed: readonly string[]): void {
  if (!readsAsCrisis(typed.join(' '))) return;
  const output = typed.includes('--json') ? process.stderr : process.stdout;
  output.write(`${crisisLine}\n`);
}
