import type { Command } from 'commander';

/** Commands that read or write whole files. They print their time and memory, because people run them every year. */
const measured: ReadonlySet<string> = new Set(['import', 'export', 'diff']);

/** Lets these commands end with a line on standard error: the time they took, and the most memory at once. */
export function addCost(program: Command): void {
  let start = performance.now();
  program.hook('preAction', () => {
    start = performance.now();
  });
  program.hook('postAction', (_program, command) => {
    if (!measured.has(command.name()) && !measured.has(command.parent?.name() ?? '')) return;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
    process.stderr.write(`took ${seconds} s and at most ${megabytes} MB\n`);
  });
}
