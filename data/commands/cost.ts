import type { Command } from 'commander';

/** Commands that read or write whole files. Each prints at its end how much time and memory it took. */
const measured: ReadonlySet<string> = new Set(['import', 'export', 'diff']);

/**
 * Makes these commands print, as their last line on standard error, the time that they took and their largest use of
 * memory.
 */
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
