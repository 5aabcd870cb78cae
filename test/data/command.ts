import { runData } from '../../data/program.ts';
import { inProcess, type Outcome } from '../support/command-line.ts';

/** Runs a command of `npm run data --`: its output and exit code. */
export const data = (...args: string[]): Promise<Outcome> => inProcess(() => runData(args));
