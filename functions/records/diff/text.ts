import type { CenterRecord } from '../../domain/record.ts';
import type { Difference } from './compare.ts';

/** `120 centers become 121: 2 added, 1 removed, 3 changed, 116 the same`. */
export function summaryOf({ before, after, added, removed, changed, same }: Difference): string {
  const moved = changed.filter((each) => each.moved).length;
  const ids = moved === 0 ? '' : ` (${moved} with another id)`;
  return `${before} centers become ${after}: ${added.length} added, ${removed.length} removed, ${changed.length} changed${ids}, ${same} the same`;
}

/** How often each field changed, the most frequent first; an offering's fields are counted whatever the offering. */
export function fieldCounts({ changed }: Difference): [string, number][] {
  const counts = new Map<string, number>();
  for (const { fields } of changed) {
    const names = fields.map(({ field }) => (field.includes(': ') ? `offering ${field.split(': ')[1]}` : field));
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([one, most], [other, more]) => more - most || (one < other ? -1 : 1));
}

/** The difference for a terminal: `+` added, `-` removed, `~` changed with each field on a line of its own. */
export function toText(difference: Difference): string {
  const { added, removed, changed } = difference;
  const lines = [summaryOf(difference)];
  if (changed.length > 0) {
    lines.push('', 'centers changed by field');
    lines.push(...fieldCounts(difference).map(([field, count]) => `  ${String(count).padStart(5)}  ${field}`));
  }
  if (removed.length > 0) lines.push('', 'removed', ...removed.map((record) => `- ${line(record)}`));
  if (added.length > 0) lines.push('', 'added', ...added.map((record) => `+ ${line(record)}`));
  if (changed.length > 0) lines.push('', 'changed');
  for (const { before, after, fields, moved } of changed) {
    lines.push(`~ ${line(after)}${moved ? `, was ${before.center.id}` : ''}`);
    for (const { field, before: old, after: now } of fields)
      lines.push(`    ${field}: ${old || '(nothing)'} → ${now || '(nothing)'}`);
  }
  return `${lines.join('\n')}\n`;
}

function line({ center: { id, name, address } }: CenterRecord): string {
  return `${address.state} ${address.city}: ${name} [${id}]`;
}
