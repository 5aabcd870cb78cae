import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toHtml } from '../../data/diff/html.ts';
import { project } from '../../data/diff/map.ts';
import { formatJson } from '../../data/records/format.ts';
import { loadRecords } from '../../data/records/load.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { places } from '../../functions/places/load.ts';
import { compare } from '../../functions/records/diff/compare.ts';
import { consequenceLines, consequencesOf } from '../../functions/records/diff/consequences.ts';
import { fieldCounts, summaryOf, toText } from '../../functions/records/diff/text.ts';
import { data } from '../data/command.ts';
import { temporaryFolder } from '../data/folder.ts';

const all = await loadRecords('test/fixtures/listings');
const arizona = all.filter(({ center, offerings }) => center.address.state === 'AZ' && offerings.length > 0);
const [one, two, three, four] = arizona;
if (one === undefined || two === undefined || three === undefined || four === undefined)
  throw new Error('too few centers');

const withCenter = (record: CenterRecord, change: Partial<CenterRecord['center']>): CenterRecord => ({
  ...record,
  center: { ...record.center, ...change },
});

/** A center and its offerings under another id. */
function renamed(record: CenterRecord, id: string, change: Partial<CenterRecord['center']> = {}): CenterRecord {
  const offerings = record.offerings.map((offering) => ({
    ...offering,
    id: id + offering.id.slice(record.center.id.length),
  }));
  return { ...withCenter(record, { id, ...change }), offerings };
}

test('nothing changed is nothing to say', () => {
  const difference = compare(all, [...all].reverse());
  expect(difference).toMatchObject({
    before: 120,
    after: 120,
    added: [],
    removed: [],
    changed: [],
    same: 120,
    broken: [],
  });
  expect(toText(difference)).toBe('120 centers become 120: 0 added, 0 removed, 0 changed, 120 the same\n');
});

test('added, removed and changed centers are named by field', () => {
  const phone = { number: '+16023440100', extension: '9', purpose: 'intake', answeredBy: 'facility' } as const;
  const [first, ...rest] = two.offerings;
  if (first === undefined) throw new Error('the center has offerings');
  const changed = {
    ...withCenter(two, { website: 'https://example.org/', phones: [phone] }),
    offerings: [...rest, { ...first, housing: true, payers: ['medicaid' as const] }],
  };
  const difference = compare([one, two, three], [changed, three, four]);
  expect(summaryOf(difference)).toBe('3 centers become 3: 1 added, 1 removed, 1 changed, 1 the same');
  expect([difference.added, difference.removed]).toEqual([[four], [one]]);
  const tail = first.id.slice(two.center.id.length + 1);
  expect(difference.changed[0]?.fields).toEqual([
    { field: 'phones', before: expect.any(String), after: 'intake, facility: (602) 344-0100 ext. 9' },
    { field: 'website', before: '', after: 'https://example.org/' },
    { field: `${tail}: payers`, before: first.payers.join('; '), after: 'medicaid' },
    { field: `${tail}: housing`, before: first.housing === null ? '' : 'no', after: 'yes' },
  ]);
  expect(fieldCounts(difference).map(([field]) => field)).toContain('offering payers');
  expect(toText(difference)).toContain('    website: (nothing) → https://example.org/\n');
});

test('an offering that comes or goes is named', () => {
  const fewer = { ...two, offerings: two.offerings.slice(1) };
  const tail = two.offerings[0]?.id.slice(two.center.id.length + 1);
  expect(compare([two], [fewer]).changed[0]?.fields).toEqual([{ field: 'offering', before: tail, after: '' }]);
  expect(compare([fewer], [two]).changed[0]?.fields).toEqual([{ field: 'offering', before: '', after: tail }]);
});

test('who continues whom is what the import judged: another id is shown, and broken where nothing leads on', () => {
  const { street } = one.center.address;
  const address = { ...one.center.address, street: `${street?.split(', ')[0]?.toUpperCase()}, Suite 900` };
  const again = [renamed(one, 'new-name', { name: 'New Name', address }), two];
  const unjudged = compare([one, two], again);
  expect([unjudged.added.length, unjudged.removed.length, unjudged.broken]).toEqual([1, 1, [one.center.id]]);
  const difference = compare([one, two], again, { continues: new Map([['new-name', one.center.id]]) });
  expect([difference.added, difference.removed, difference.same]).toEqual([[], [], 1]);
  expect(difference.changed).toHaveLength(1);
  expect(difference.changed[0]?.moved).toBe(true);
  expect(difference.changed[0]?.fields.map(({ field }) => field)).toEqual(['id', 'name', 'street']);
  expect(difference.broken).toEqual([one.center.id]);
  expect(toText(difference)).toContain(`[new-name], was ${one.center.id}\n`);
  const former = [{ id: one.center.id, reason: 'renamed', since: '2026-04-01', now: 'new-name' } as const];
  const published = compare([one, two], again, { former });
  expect([published.changed.length, published.broken]).toEqual([1, []]);
});

test('a removed center says what became of it', () => {
  const former = [
    { id: one.center.id, reason: 'merged', since: '2026-04-01', now: two.center.id },
    { id: three.center.id, reason: 'unlisted', since: '2026-04-01', now: null },
  ] as const;
  const text = toText(compare([one, two, three, four], [two], { former }));
  expect(text).toContain('ids: 1 broken, 1 lead to another center, 1 say why they are gone\n');
  expect(text).toContain(`[${one.center.id}], merged into ${two.center.id} (2026-04-01)\n`);
  expect(text).toContain(`[${three.center.id}], no longer listed (2026-04-01)\n`);
});

test('it begins with the consequences, and what touches only source, date or point is counted', () => {
  const withIop = arizona.find(({ offerings }) => offerings.some(({ level }) => level === 'iop'));
  const confirmed = arizona.find((record) => record !== withIop && record.offerings.length > 1);
  if (withIop === undefined || confirmed === undefined) throw new Error('too few centers');
  const others = arizona.filter((record) => record !== withIop && record !== confirmed).slice(0, 3);
  const [dated, called, gone] = others;
  if (dated === undefined || called === undefined || gone === undefined) throw new Error('too few centers');
  const at = '2026-11-01T00:00:00.000Z';
  const said: CenterRecord = {
    ...confirmed,
    offerings: confirmed.offerings.map((offering) => ({
      ...offering,
      confirmation: { state: 'confirmed', confirmedAt: at, expiresAt: '2027-02-01T00:00:00.000Z' },
    })),
  };
  const phone = { number: '+16023440100', extension: null, purpose: 'main', answeredBy: 'facility' } as const;
  const difference = compare(
    [withIop, said, dated, called, gone],
    [
      { ...withIop, offerings: withIop.offerings.filter(({ level }) => level !== 'iop') },
      { ...said, offerings: said.offerings.slice(1) },
      withCenter(dated, {
        sources: dated.center.sources.map((source) => ({ ...source, asOf: '2027-04-01' })),
        location: { ...dated.center.location, lat: dated.center.location.lat + 0.01 },
      }),
      withCenter(called, { phones: [phone] }),
    ],
  );
  const goneHasIop = gone.offerings.some(({ level }) => level === 'iop');
  expect(consequenceLines(difference)).toEqual([
    `IOP: ${goneHasIop ? 2 : 1} centers lose it, 0 gain it`,
    'phones: 1 centers get other numbers',
    'ids: 1 broken, 0 lead to another center, 0 say why they are gone',
    'confirmations: 1 of offerings that would be gone, 0 of offerings whose listing changed',
    'to look at: 3 changed centers; 1 changed only in source, date or point',
  ]);
  const text = toText(difference);
  expect(text.split('\n')[1]).toMatch(/^IOP: /);
  expect(text).not.toContain(`~ AZ ${dated.center.address.city}: ${dated.center.name}`);
  const html = toHtml(difference, { before: 'old', after: 'new' });
  expect(html).toContain('1 more centers changed only in source, date or point.');
  expect(html).not.toContain(`<code>${dated.center.id}</code>`);
  expect(html.indexOf('IOP lost')).toBeLessThan(html.indexOf('Other phones'));
  expect(html).toContain(`<code>${said.offerings[0]?.id}</code>`);
});

test('the page has every center, a map of the states with a dot each, and asks nobody for anything', () => {
  const evil = withCenter(four, { name: '<script>alert("1")</script> & more' });
  const html = toHtml(compare([one, two], [withCenter(two, { name: 'Another' }), evil]), {
    before: 'old',
    after: 'new',
  });
  expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  expect(html).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|https?:/i);
  expect(html.match(/<circle /g)).toHaveLength(3);
  expect(html.match(/<path class="served"/g)).toHaveLength(stateCodes.length);
  expect(html.match(/<path class="state"/g)?.length).toBeGreaterThan(38);
  expect(html).toContain('<circle class="removed"');
  expect(html).toContain('2 centers become 2: 1 added, 1 removed, 1 changed, 0 the same');
  expect(html).toContain(`<ins>Another</ins>`);
});

test('the map has every center’s city in the picture, west to the left and north above', () => {
  const [seattle, newark, chicago, tucson] = [
    ['Seattle', 'WA'],
    ['Newark', 'NJ'],
    ['Chicago', 'IL'],
    ['Tucson', 'AZ'],
  ].map(
    ([city = '', state]) =>
      project(places().cities(city, state)[0]?.location ?? { lat: 0, lng: 0 }) ?? [Number.NaN, Number.NaN],
  ) as [[number, number], [number, number], [number, number], [number, number]];
  expect(seattle[0]).toBeLessThan(tucson[0]);
  expect(tucson[0]).toBeLessThan(chicago[0]);
  expect(chicago[0]).toBeLessThan(newark[0]);
  expect(seattle[1]).toBeLessThan(tucson[1]);
  expect(all.filter(({ center }) => project(center.location) === null)).toEqual([]);
  expect(project({ lat: 61.2, lng: -149.9 })).toBeNull();
});

test('the command prints the text and writes the page', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'AZ.json');
  await writeFile(file, formatJson([one, two]));
  const page = join(folder, 'out', 'diff.html');
  const { code, stdout } = await data('diff', file, '--against', 'test/fixtures/listings', '--html', page);
  expect([code, stdout.split('\n')[0]]).toEqual([
    0,
    '120 centers become 2: 0 added, 118 removed, 0 changed, 2 the same',
  ]);
  expect(await readFile(page, 'utf8')).toContain('<h2 class="removed">Removed: 118</h2>');
});

test('a pair to decide shows both centers without a click, what differs marked', () => {
  const other = renamed(two, 'other-id', { name: 'Copper House' });
  const undecided = [{ old: two.center.id, now: 'other-id', why: 'building same +5' }];
  const html = toHtml(compare([one, two], [one, other], { undecided }), { before: 'old', after: 'new' });
  const pair = html.slice(html.indexOf('<div class="pair">'), html.indexOf('</div>'));
  expect(pair).toContain('<mark><strong>Copper House</strong></mark>');
  expect(pair.match(/<mark>/g)).toHaveLength(1);
  expect(pair).toContain(two.center.id);
  expect(pair).toMatch(/\(\d{3}\) \d{3}-\d{4}/);
  expect(html).toContain('prefers-color-scheme: dark');
});

test('a long list of cards is grouped by state, each center once', () => {
  const html = toHtml(compare(all, []), { before: 'old', after: 'new' });
  const removed = html.slice(html.indexOf('Removed: 120'));
  for (const { center } of all) expect(html.split(`<code>${center.id}</code>`)).toHaveLength(2);
  expect([...removed.matchAll(/<h3>([A-Z]{2}): \d+<\/h3>/g)].map(([, state]) => state)).toEqual([...stateCodes].sort());
});

test('an IOP that was denied counts as lost, and one that is denied no longer as gained', () => {
  const listed = arizona.find(({ offerings }) => offerings.filter(({ level }) => level === 'iop').length === 1);
  if (listed === undefined) throw new Error('no center lists one IOP');
  const confirmation = { state: 'denied', confirmedAt: '2026-11-01T00:00:00.000Z', expiresAt: null } as const;
  const offerings = listed.offerings.map((one) => (one.level === 'iop' ? { ...one, confirmation } : one));
  const denied = { ...listed, offerings };
  const ids = (records: readonly CenterRecord[]) => records.map(({ center }) => center.id);
  const [lost, gained] = [compare([listed], [denied]), compare([denied], [listed])].map(consequencesOf);
  expect([ids(lost?.iopLost ?? []), ids(lost?.iopGained ?? [])]).toEqual([[listed.center.id], []]);
  expect([ids(gained?.iopLost ?? []), ids(gained?.iopGained ?? [])]).toEqual([[], [listed.center.id]]);
});
