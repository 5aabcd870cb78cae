import type { FormerId } from '../../domain/former-id.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { Difference } from './compare.ts';
import { consequenceLines, isMinor, majorFields } from './consequences.ts';

/** A summary: `120 centers become 121: 2 added, 1 removed, 3 changed, 116 the same`. */
export function summaryOf({ before, after, added, removed, changed, same }: Difference): string {
  const moved = changed.filter((each) => each.moved).length;
  const ids = moved === 0 ? '' : ` (${moved} with another id)`;
  return `${before} centers become ${after}: ${added.length} added, ${removed.length} removed, ${changed.length} changed${ids}, ${same} the same`;
}

/** Number of centers in which each field changed, most frequent first. All offerings of a center count once. */
export function fieldCounts({ changed }: Difference): [string, number][] {
  const counts = new Map<string, number>();
  for (const { fields } of changed) {
    const names = fields.map(({ field }) => (field.includes(': ') ? `offering ${field.split(': ')[1]}` : field));
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([one, most], [other, more]) => more - most || (one < other ? -1 : 1));
}

/** What became of a former id: `merged into mesa-house-tempe-x1y2z3 (2026-04-01)`. */
export function becameText({ reason, now, since }: FormerId): string {
  if (now !== null) return `${reason === 'merged' ? 'merged into' : 'renamed to'} ${now} (${since})`;
  return `${reason === 'closed' ? 'closed' : 'no longer listed'} (${since})`;
}

/**
 * Describes the difference for a terminal: first the consequences for people who look for a program, then the centers:
 * `+` added, `-` removed, `~` changed, with each field on its own line. Centers in which only source, date or point
 * changed are only counted.
 */
export function toText(difference: Difference): string {
  const { added, removed, changed, became, undecided } = difference;
  const lines = [summaryOf(difference)];
  if (added.length + removed.length + changed.length > 0) lines.push(...consequenceLines(difference));
  if (changed.length > 0) {
    lines.push('', 'centers changed by field');
    lines.push(...fieldCounts(difference).map(([field, count]) => `  ${String(count).padStart(5)}  ${field}`));
  }
  const said = ({ center }: CenterRecord): string => {
    const one = became.get(center.id);
    return one === undefined ? '' : `, ${becameText(one)}`;
  };
  if (undecided.length > 0) lines.push('', 'may be one center: write same or different into review.csv');
  for (const { before, after, why } of undecided) lines.push(`? ${line(before)} → ${line(after)}`, `    ${why}`);
  if (removed.length > 0) lines.push('', 'removed', ...removed.map((record) => `- ${line(record)}${said(record)}`));
  if (added.length > 0) lines.push('', 'added', ...added.map((record) => `+ ${line(record)}`));
  const shown = changed.filter((each) => !isMinor(each));
  if (shown.length > 0) lines.push('', 'changed');
  for (const change of shown) {
    const { before, after, moved } = change;
    lines.push(`~ ${line(after)}${moved ? `, was ${before.center.id}` : ''}`);
    for (const { field, before: old, after: now } of majorFields(change))
      lines.push(`    ${field}: ${old || '(nothing)'} → ${now || '(nothing)'}`);
  }
  return `${lines.join('\n')}\n`;
}

function line({ center: { id, name, address } }: CenterRecord): string {
  return `${address.state} ${address.city}: ${name} [${id}]`;
}
