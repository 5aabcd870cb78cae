import type { Remark } from './added/apply-overrides.ts';
import type { PublishReport } from './publish.ts';

/** What editors set right, and what of it somebody should look at again. */
export function describeOverrides({
  overrides,
  closed,
  remarks,
  orphanOverrides,
}: Pick<PublishReport, 'overrides' | 'closed' | 'remarks' | 'orphanOverrides'>): string[] {
  const lines: string[] = [];
  if (overrides > 0)
    lines.push(`centers with corrections kept: ${overrides}${closed > 0 ? `, ${closed} of them closed` : ''}`);
  if (remarks.length > 0) lines.push(`corrections to look at again: ${remarks.length}`, ...remarks.map(describeRemark));
  if (orphanOverrides.length > 0) {
    lines.push(`corrections of centers that are not in the data, kept in the table: ${orphanOverrides.length}`);
    lines.push(...orphanOverrides.map(({ center, by, at }) => `  ${center}: by ${by} at ${at}`));
  }
  return lines;
}

export function describeRemark({ center, path, kind, value, was, now }: Remark): string {
  const [corrected, then, today] = [value, was, now].map((one) =>
    one === undefined ? 'nothing' : JSON.stringify(one),
  );
  const saying = {
    changed: `corrected from ${then} to ${corrected}; the import says ${today} now. It stays corrected`,
    agrees: `the import says ${corrected} too by now: it can be cleared`,
    misfit: `corrected to ${corrected}, for which the record has no place any more: it is not in effect`,
  }[kind];
  return `  ${center}: ${path} ${saying}`;
}
