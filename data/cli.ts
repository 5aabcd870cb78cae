import './commands/memory.ts';
import { runData } from './program.ts';

process.exitCode = await runData(process.argv.slice(2));
