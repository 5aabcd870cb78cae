import { readsAsCrisis } from '../../../functions/crisis/crisis.ts';
import { crisisLine } from '../../../functions/http/help.ts';

/**
 * Prints the helplines as the first line if the typed text expresses danger to life. With `--json` the line goes to
 * standard error, because the API's answer already contains the helplines.
 */
export function crisisFirst(typed: readonly string[]): void {
  if (!readsAsCrisis(typed.join(' '))) return;
  const output = typed.includes('--json') ? process.stderr : process.stdout;
  output.write(`${crisisLine}\n`);
}
