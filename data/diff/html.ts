import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Changed, Difference } from '../../functions/records/diff/compare.ts';
import { consequenceLines, consequencesOf, isMinor, levelChanges } from '../../functions/records/diff/consequences.ts';
import { fieldCounts, summaryOf } from '../../functions/records/diff/text.ts';
import { card, changedCard, levelText, pairCard } from './cards.ts';
import { type Dot, toSvg } from './map.ts';
import { safe } from './safe.ts';
import { style } from './style.ts';

/**
 * Renders the difference as one page without external requests: first the consequences for people who look for a
 * program, then each center once, under the first heading that applies to it. Changes of source, date or point alone
 * are only counted.
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

/** Each center is under one heading, so that a reviewer who reads everything sees each center once. */
function sections(difference: Difference): string {
  const { added, removed, changed, became } = difference;
  const { iopLost, iopGained, phones, confirmationsLost, confirmationsChanged } = consequencesOf(difference);
  const seen = new Set<CenterRecord>();
  const changes = new Map(changed.flatMap((each) => [[each.before, each] as const, [each.after, each] as const]));
  const take = (records: readonly CenterRecord[]): Section =>
    grouped(
      records.flatMap((record) => {
        const change = changes.get(record);
        const key = change?.after ?? record;
        if (seen.has(key)) return [];
        seen.add(key);
        const html = change === undefined ? card(record, became.get(record.center.id)) : changedCard(change);
        return [{ state: record.center.address.state, html }];
      }),
    );
  // The pairs to decide come first, because a decision turns a removed and an added center into one changed center.
  const decide = grouped(
    difference.undecided.map((pair) => ({ state: pair.after.center.address.state, html: pairCard(pair) })),
  );
  const levels = levelChanges(difference).map(({ level, lost, gained }) => [
    levelText(level),
    `−${lost}`,
    `+${gained}`,
    signed(gained - lost),
  ]);
  const minor = changed.filter(isMinor).length;
  return [
    levels.length === 0 ? '' : `<h2>Levels of care</h2>\n${table(['Level', 'Lose it', 'Gain it', 'Net'], levels)}`,
    section(
      'changed',
      'May be one center: write same or different into review.csv',
      difference.undecided.length,
      decide,
    ),
    section('removed', 'IOP lost', iopLost.length, take(iopLost)),
    section('added', 'IOP gained', iopGained.length, take(iopGained)),
    section(
      'removed',
      'Confirmations of offerings that would be gone',
      confirmationsLost.length,
      take(confirmationsLost.map(({ center }) => center)),
      confirmationsLost.map(({ offering }) => offering),
    ),
    section(
      'changed',
      'Confirmations whose listing changed',
      confirmationsChanged.length,
      take(confirmationsChanged.map(({ center }) => center)),
      confirmationsChanged.map(({ offering }) => offering),
    ),
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

interface Section {
  readonly cards: number;
  readonly html: string;
}

/** Groups many cards by state, so that a reviewer can stop and continue later. */
function grouped(cards: readonly { readonly state: string; readonly html: string }[]): Section {
  const html = (some: typeof cards): string => some.map((each) => each.html).join('\n');
  if (cards.length <= 25) return { cards: cards.length, html: html(cards) };
  const parts = [...Map.groupBy(cards, ({ state }) => state)].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    cards: cards.length,
    html: parts.map(([state, some]) => `<h3>${state}: ${some.length}</h3>\n${html(some)}`).join('\n'),
  };
}

/**
 * A long section is closed at first, so that the page starts as a short list of headings with counts.
 * @param offerings Ids of the offerings that the section is about.
 */
function section(
  kind: Dot['kind'],
  title: string,
  count: number,
  { cards, html }: Section,
  offerings: readonly string[] = [],
): string {
  if (count === 0) return '';
  const above = count - cards;
  const note = above > 0 && offerings.length === 0 ? `<p class="folded">${above} of them are shown above.</p>\n` : '';
  const ids = offerings.map((id) => `<p><code>${safe(id)}</code></p>\n`).join('');
  const open = count <= 25 ? ' open' : '';
  return `<details${open}><summary><h2 class="${kind}">${safe(title)}: ${count}</h2></summary>\n${note}${ids}${html}\n</details>`;
}

const signed = (count: number): string => (count < 0 ? `−${-count}` : `+${count}`);

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
  return `<table class="counts">${cells('th', heads)}\n${rows.map((row) => cells('td', row)).join('\n')}\n</table>`;
}

function dot(kind: Dot['kind'], { center }: CenterRecord): Dot {
  return { kind, title: `${kind}: ${center.name}, ${center.address.city}`, at: center.location };
}
