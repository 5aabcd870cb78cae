import type { Collected, RefusedRow } from './records.ts';

/**
 * The closing report of an import. Its first line always has the form `rows 12 = imported 9 + merged 2 + refused 1`. Up
 * to a thousand refused rows follow, with their reasons.
 */
export function accountOf({ rows, records, merged, refused, refusals, dropped }: Collected): string {
  const lines = [`rows ${rows} = imported ${records.length} + merged ${merged} + refused ${refused}`];
  lines.push(...refusals.map(line));
  if (refused > refusals.length) lines.push(`  … and ${refused - refusals.length} more`);
  if (dropped.length > 0) lines.push('numbers left out of rows that have another', ...dropped.map(line));
  return `${lines.join('\n')}\n`;
}

function line({ where, reasons }: RefusedRow): string {
  return `  - ${where}: ${reasons.join('; ')}`;
}
