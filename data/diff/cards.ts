import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Changed, Difference } from '../../functions/records/diff/compare.ts';
import { majorFields } from '../../functions/records/diff/consequences.ts';
import { becameText } from '../../functions/records/diff/text.ts';
import { safe } from './safe.ts';

/** Fields that follow from other fields. They are not shown, because they do not help a reviewer to decide. */
const derived: ReadonlySet<string> = new Set(['id', 'organization_slug']);

/** Renders an added or removed center. */
export function card(record: CenterRecord, became?: ReturnType<Difference['became']['get']>): string {
  const { id } = record.center;
  const says = became === undefined ? '' : ` <em>${safe(becameText(became))}</em>`;
  return `<p>${facts(record)}: ${levelsOf(record)}${says} <code>${id}</code></p>`;
}

/** Renders two records that may be one center, so that a reviewer can compare them without opening anything. */
export function pairCard({ before, after, why }: Difference['undecided'][number]): string {
  return `<div class="pair"><p><del>Before</del>${facts(before)}: ${levelsOf(before)} <code>${before.center.id}</code></p>
<p><ins>After</ins>${facts(after, before)}: ${levelsOf(after)} <code>${after.center.id}</code></p>
<p class="folded">${safe(why)}</p></div>`;
}

/** Renders a changed center: the names of its changed fields, and the old and new values after a click. */
export function changedCard(change: Changed): string {
  const { before, after, moved } = change;
  const all = majorFields(change);
  const name = all.find(({ field }) => field === 'name');
  const fields = all.filter(
    ({ field, after: now }) => !derived.has(field) && !(field === 'organization' && now === name?.after),
  );
  const rows = fields.map(
    ({ field, before: old, after: now }) =>
      `<tr><td>${safe(field)}</td><td>${old === '' ? '' : `<del>${safe(old)}</del>`}</td><td>${now === '' ? '' : `<ins>${safe(now)}</ins>`}</td></tr>`,
  );
  const { address, id } = after.center;
  const was = moved ? `, was <code>${before.center.id}</code>` : '';
  const what = fields.map(({ field }) => field).join(', ');
  return `<details><summary><strong>${safe(after.center.name)}</strong>, ${safe(`${address.city}, ${address.state}`)}: <span>${safe(what)}</span> <code>${id}</code>${was}</summary>
<table><tr><th>Field</th><th>Before</th><th>After</th></tr>
${rows.join('\n')}
</table></details>`;
}

/**
 * Formats a center's name, address and phone number for people.
 * @param than A record to compare with: differences are marked.
 */
function facts({ center }: CenterRecord, than?: CenterRecord): string {
  const partsOf = ({ name, address, phones }: CenterRecord['center']): string[] => [
    `<strong>${safe(name)}</strong>`,
    safe(address.street ?? 'street not published'),
    safe(`${address.city}, ${address.state} ${address.zip}`),
    `<span class="phone">${safe(spoken(phones[0]?.number ?? 'no number'))}</span>`,
  ];
  const others = than === undefined ? null : partsOf(than.center);
  return partsOf(center)
    .map((part, at) => (others === null || others[at] === part ? part : `<mark>${part}</mark>`))
    .join(', ');
}

/** Formats a phone number for people: `+16023441234` becomes `(602) 344-1234`. */
const spoken = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

const levelsOf = ({ offerings }: CenterRecord): string =>
  [...new Set(offerings.map(({ level }) => levelText(level)))].join(', ') || 'no level';

/** Writes a level for people: `IOP`, `sober living`. */
export const levelText = (level: string): string =>
  ['iop', 'php', 'op'].includes(level) ? level.toUpperCase() : level.replace('-', ' ');
