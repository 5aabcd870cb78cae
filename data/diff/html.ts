import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Changed, Difference } from '../../functions/records/diff/compare.ts';
import {
  consequenceLines,
  consequencesOf,
  isMinor,
  levelChanges,
  majorFields,
} from '../../functions/records/diff/consequences.ts';
import { becameText, fieldCounts, summaryOf } from '../../functions/records/diff/text.ts';
import { type Dot, toSvg } from './map.ts';
import { style } from './style.ts';

/**
 * Renders the difference as one page without external requests: first what it means to people who look for a program, then
 * each center once, under the first heading that concerns it. Changes of source, date or point alone are only counted.
 */
export function toHtml(difference: Difference, names: { readonly before: string; readonly after: string }): string {
  const { added, removed, changed } = difference;
  const shown = changed.filter((each) => !isMinor(each));
  const dots: Dot[] = [
    ...added.map((record) => dot('added', record)),
    ...removed.map((record) => dot('removed', record)),
    ...shown.map(({ after }) => dot('changed', after)),
  ];
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
<ul class="lead">
${consequenceLines(difference).map(lead).join('\n')}
</ul>
${sections(difference)}
<details><summary><h2>Map, states and fields</h2></summary>
${toSvg(dots, safe)}
<p><b class="added">● added</b> <b class="removed">● removed</b> <b class="changed">● changed</b></p>
<h3>By state</h3>
${table(['State', 'Added', 'Removed', 'Changed'], states(added, removed, shown))}
<h3>Centers changed, by field</h3>
${table(
  ['Field', 'Centers'],
  fieldCounts(difference).map(([field, count]) => [field, count]),
)}
</details>
</body>
</html>
`;
}

function lead(line: string): string {
  const colon = line.indexOf(':');
  const bad = /^(?:IOP: [1-9]|ids: [1-9]|confirmations: [1-9])/.test(line) ? ' class="bad"' : '';
  return `<li${bad}><b>${safe(line.slice(0, colon))}</b>${safe(line.slice(colon))}</li>`;
}

/** Each center is under one heading, so that a reviewer who has read to the end has seen each once. */
function sections(difference: Difference): string {
  const { added, removed, changed, became } = difference;
  const { iopLost, iopGained, phones, confirmationsLost, confirmationsChanged } = consequencesOf(difference);
  const seen = new Set<CenterRecord>();
  const changes = new Map(changed.flatMap((each) => [[each.before, each] as const, [each.after, each] as const]));
  const take = (records: readonly CenterRecord[]): string[] =>
    records.flatMap((record) => {
      const change = changes.get(record);
      const key = change?.after ?? record;
      if (seen.has(key)) return [];
      seen.add(key);
      return [change === undefined ? card(record, became.get(record.center.id)) : changedCard(change)];
    });
  // First of all: a decision turns a removed and an added center into a changed one.
  const decide = difference.undecided.map((pair) => changedCard(pair, pair.why));
  const levels = levelChanges(difference).map(({ level, lost, gained }) => [level, `−${lost}`, `+${gained}`]);
  const minor = changed.filter(isMinor).length;
  return [
    section('changed', 'May be one center: write same or different into review.csv', decide.length, decide),
    levels.length === 0
      ? ''
      : `<h2>Levels of care</h2>\n${table(['Level', 'Centers that lose it', 'Gain it'], levels)}`,
    section('removed', 'IOP lost', iopLost.length, take(iopLost)),
    section('added', 'IOP gained', iopGained.length, take(iopGained)),
    section('removed', 'Confirmations of offerings that would be gone', confirmationsLost.length, [
      ...confirmationsLost.map(({ offering }) => `<p><code>${safe(offering)}</code></p>`),
      ...take(confirmationsLost.map(({ center }) => center)),
    ]),
    section('changed', 'Confirmations whose listing changed', confirmationsChanged.length, [
      ...confirmationsChanged.map(({ offering }) => `<p><code>${safe(offering)}</code></p>`),
      ...take(confirmationsChanged.map(({ center }) => center)),
    ]),
    section('changed', 'Other phones', phones.length, take(phones.map(({ after }) => after))),
    section('removed', 'Removed', removed.length, take(removed)),
    section('added', 'Added', added.length, take(added)),
    section(
      'changed',
      'Changed',
      changed.length - minor,
      take(changed.filter((each) => !isMinor(each)).map(({ after }) => after)),
    ),
    minor === 0 ? '' : `<p class="folded">${minor} more centers changed only in source, date or point.</p>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Closed at first where it is long: the headings with their counts are the page's outline. */
function section(kind: Dot['kind'], title: string, count: number, cards: readonly string[]): string {
  if (count === 0) return '';
  const above = count - cards.length;
  const note = above > 0 ? `<p class="folded">${above} of them are shown above.</p>\n` : '';
  const open = count <= 25 ? ' open' : '';
  return `<details${open}><summary><h2 class="${kind}">${safe(title)}: ${count}</h2></summary>\n${note}${cards.join('\n')}\n</details>`;
}

function states(...lists: [readonly CenterRecord[], readonly CenterRecord[], readonly Changed[]]) {
  const [added, removed, changed] = lists;
  const codes = [added, removed, changed.map(({ after }) => after)].map((records) =>
    records.map(({ center }) => center.address.state),
  );
  return [...new Set(codes.flat())]
    .sort()
    .map((code) => [code, ...codes.map((list) => list.filter((each) => each === code).length)]);
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = (kind: 'th' | 'td', row: readonly (string | number)[]): string =>
    `<tr>${row.map((cell) => `<${kind}>${safe(String(cell))}</${kind}>`).join('')}</tr>`;
  return `<table>${cells('th', heads)}\n${rows.map((row) => cells('td', row)).join('\n')}\n</table>`;
}

function card(record: CenterRecord, became: ReturnType<Difference['became']['get']>): string {
  const { address, id, phones } = record.center;
  const levels = [...new Set(record.offerings.map(({ level }) => level))].join(', ') || 'no level';
  const where = `${address.street ?? 'street not published'}, ${address.city}, ${address.state} ${address.zip}`;
  const says = became === undefined ? '' : ` <em>${safe(becameText(became))}</em>`;
  const number = phones[0] === undefined ? '' : `, ${safe(phones[0].number)}`;
  return `<p><strong>${safe(record.center.name)}</strong>, ${safe(where)}${number}: ${levels} <code>${id}</code>${says}</p>`;
}

function changedCard(change: Changed, why?: string): string {
  const { before, after, moved } = change;
  const fields = majorFields(change);
  const rows = fields.map(
    ({ field, before: old, after: now }) =>
      `<tr><td>${safe(field)}</td><td><del>${safe(old)}</del></td><td><ins>${safe(now)}</ins></td></tr>`,
  );
  const { name, address, id } = after.center;
  const was = moved ? `, was <code>${before.center.id}</code>` : '';
  const what = fields.map(({ field }) => field).join(', ');
  return `<details><summary><strong>${safe(name)}</strong>, ${safe(`${address.city}, ${address.state}`)} <code>${id}</code>${was}: <span>${safe(what)}</span></summary>
${why === undefined ? '' : `<p class="folded">${safe(why)}</p>\n`}<table><tr><th>Field</th><th>Before</th><th>After</th></tr>
${rows.join('\n')}
</table></details>`;
}

function dot(kind: Dot['kind'], { center }: CenterRecord): Dot {
  return { kind, title: `${kind}: ${center.name}, ${center.address.city}`, at: center.location };
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
