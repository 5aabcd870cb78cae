import { runData } from '../../data/program.ts';
import { inProcess, type Outcome } from '../support/command-line.ts';

/** A command of `npm run data --`: what it printed and how it ended. */
export const data = (...args: string[]): Promise<Outcome> => inProcess(() => runData(args));
