import type { Collected } from './records.ts';

const mostNamed = 50;

/**
 * The closing account of an import: its first line always has the form `rows 12 = imported 9 + merged 2 + refused 1`,
 * and every refused row is counted under its reasons.
 */
export function accountOf({ rows, records, merged, refused }: Collected): string {
  const lines = [`rows ${rows} = imported ${records.length} + merged ${merged} + refused ${refused.length}`];
  for (const { where, reasons } of refused.slice(0, mostNamed)) lines.push(`  - ${where}: ${reasons.join('; ')}`);
  if (refused.length > mostNamed) lines.push(`  … and ${refused.length - mostNamed} more`);
  return `${lines.join('\n')}\n`;
}
