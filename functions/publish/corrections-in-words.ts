import type { Remark } from './added/apply-corrections.ts';
import type { PublishReport } from './publish.ts';

/** Describes in sentences what a publish did with former ids and corrections, and what an editor should review. */
export function correctionsInWords({
  corrected,
  closed,
  remarks,
  orphanCorrections,
  carried,
  overtakenCorrections,
  leadNowhere,
}: Pick<
  PublishReport,
  'corrected' | 'closed' | 'remarks' | 'orphanCorrections' | 'carried' | 'overtakenCorrections' | 'leadNowhere'
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
  for (const { corrections, now } of overtakenCorrections) {
    lines.push(
      `corrections of "${corrections.center}" did not move to "${now}", which has later ones: set what is still right there, ` +
        `then take the old ones back with \`correct ${corrections.center} --clear all\``,
    );
  }
  if (corrected > 0)
    lines.push(`centers with corrections kept: ${corrected}${closed > 0 ? `, ${closed} of them closed` : ''}`);
  if (remarks.length > 0) lines.push(`corrections to look at again: ${remarks.length}`, ...remarks.map(describeRemark));
  if (orphanCorrections.length > 0) {
    lines.push(`corrections of centers that are not in the data, kept in the table: ${orphanCorrections.length}`);
    lines.push(...orphanCorrections.map(({ center, by, at }) => `  ${center}: by ${by} at ${at}`));
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
