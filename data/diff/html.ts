import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Difference } from '../../functions/records/diff/compare.ts';
import { fieldCounts, summaryOf } from '../../functions/records/diff/text.ts';
import { type Dot, toSvg } from './map.ts';

const style = `
:root { color-scheme: light; --added: #116329; --removed: #a40e26; --changed: #0550ae; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; }
svg { width: 100%; height: auto; border: 1px solid #d0d7de; }
path { fill: #f6f8fa; stroke: #afb8c1; stroke-width: .6; } path.served { fill: #eaeef2; stroke: #57606a; }
circle { fill-opacity: .75; } circle.added { fill: var(--added); } circle.removed { fill: var(--removed); } circle.changed { fill: var(--changed); }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #d0d7de; }
h2.added, b.added { color: var(--added); } h2.removed, b.removed { color: var(--removed); } h2.changed, b.changed { color: var(--changed); }
del { color: var(--removed); } ins { color: var(--added); text-decoration: none; } code { color: #57606a; }
details { margin: .25rem 0; } summary { cursor: pointer; }`;

/** Renders the difference as one page without external requests: map, counts, and every center by field. */
export function toHtml(difference: Difference, names: { readonly before: string; readonly after: string }): string {
  const { added, removed, changed } = difference;
  const dots: Dot[] = [
    ...added.map((record) => dot('added', record)),
    ...removed.map((record) => dot('removed', record)),
    ...changed.map(({ after }) => dot('changed', after)),
  ];
  const counts = fieldCounts(difference).map(([field, count]) => `<tr><td>${safe(field)}</td><td>${count}</td></tr>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>What would change</title>
<style>${style}
</style>
</head>
<body>
<h1>What would change</h1>
<p>${safe(names.before)} → ${safe(names.after)}</p>
<p><strong>${safe(summaryOf(difference))}</strong></p>
${toSvg(dots, safe)}
<p><b class="added">● added</b> <b class="removed">● removed</b> <b class="changed">● changed</b></p>
<h2>By state</h2>
<table><tr><th>State</th><th>Added</th><th>Removed</th><th>Changed</th></tr>
${states(difference).join('\n')}
</table>
<h2>Centers changed, by field</h2>
<table><tr><th>Field</th><th>Centers</th></tr>
${counts.join('\n')}
</table>
${section('removed', removed.map(card))}
${section('added', added.map(card))}
${section('changed', changed.map(changedCard))}
</body>
</html>
`;
}

function states({ added, removed, changed }: Difference): string[] {
  const lists = [added, removed, changed.map(({ after }) => after)].map((records) =>
    records.map(({ center }) => center.address.state),
  );
  const codes = [...new Set(lists.flat())].sort();
  return codes.map((code) => {
    const cells = lists.map((list) => `<td>${list.filter((each) => each === code).length}</td>`);
    return `<tr><td>${code}</td>${cells.join('')}</tr>`;
  });
}

function section(kind: Dot['kind'], cards: readonly string[]): string {
  return `<h2 class="${kind}">${cards.length} ${kind}</h2>\n${cards.join('\n')}`;
}

function card(record: CenterRecord): string {
  const { address, id } = record.center;
  const levels = [...new Set(record.offerings.map(({ level }) => level))].join(', ') || 'no level';
  const where = `${address.street ?? 'street not published'}, ${address.city}, ${address.state} ${address.zip}`;
  return `<p><strong>${safe(record.center.name)}</strong>, ${safe(where)}: ${levels} <code>${id}</code></p>`;
}

function changedCard({ before, after, fields, moved }: Difference['changed'][number]): string {
  const rows = fields.map(
    (change) =>
      `<tr><td>${safe(change.field)}</td><td><del>${safe(change.before)}</del></td><td><ins>${safe(change.after)}</ins></td></tr>`,
  );
  const { name, address, id } = after.center;
  const was = moved ? `, was <code>${before.center.id}</code>` : '';
  return `<details><summary><strong>${safe(name)}</strong>, ${safe(`${address.city}, ${address.state}`)} <code>${id}</code>${was}: ${fields.length === 1 ? '1 field' : `${fields.length} fields`}</summary>
<table><tr><th>Field</th><th>Before</th><th>After</th></tr>
${rows.join('\n')}
</table></details>`;
}

function dot(kind: Dot['kind'], { center }: CenterRecord): Dot {
  return { kind, title: `${kind}: ${center.name}, ${center.address.city}`, at: center.location };
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
