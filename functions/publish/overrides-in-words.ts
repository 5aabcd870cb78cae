import type { Remark } from './added/apply-overrides.ts';
import type { PublishReport } from './publish.ts';

/** Describes what a publish did with former ids and corrections, and which of them somebody should review. */
export function describeOverrides({
  overrides,
  closed,
  remarks,
  orphanOverrides,
  carried,
  overtakenOverrides,
  leadNowhere,
}: Pick<
  PublishReport,
  'overrides' | 'closed' | 'remarks' | 'orphanOverrides' | 'carried' | 'overtakenOverrides' | 'leadNowhere'
>): string[] {
  const lines: string[] = [];
  if (leadNowhere.length > 0) {
    lines.push(
      `former ids left out, since their successor is not in the data: ${leadNowhere.length}, such as "${leadNowhere[0]}"`,
    );
  }
  if (carried.size > 0) {
    lines.push(`renamed centers whose corrections, confirmations and facts moved to the new id: ${carried.size}`);
    lines.push(...[...carried].map(([id, now]) => `  ${id} → ${now}`));
  }
  for (const { override, now } of overtakenOverrides) {
    lines.push(
      `corrections of "${override.center}" did not move to "${now}", which has later ones: set what is still right there, ` +
        `then take the old ones back with \`override ${override.center} --clear all\``,
    );
  }
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
