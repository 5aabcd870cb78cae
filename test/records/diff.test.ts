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

/** The same center under another id, its offerings too. */
function renamed(record: CenterRecord, id: string, change: Partial<CenterRecord['center']> = {}): CenterRecord {
  const offerings = record.offerings.map((offering) => ({
    ...offering,
    id: id + offering.id.slice(record.center.id.length),
  }));
  return { ...withCenter(record, { id, ...change }), offerings };
}

test('nothing changed is nothing to say', () => {
  const difference = compare(all, [...all].reverse());
  expect(difference).toEqual({ before: 120, after: 120, added: [], removed: [], changed: [], same: 120 });
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

test('a center with another id is known again by its address, suite and spelling aside', () => {
  const { street } = one.center.address;
  const address = { ...one.center.address, street: `${street?.split(', ')[0]?.toUpperCase()}, Suite 900` };
  const difference = compare([one, two], [renamed(one, 'new-name', { name: 'New Name', address }), two]);
  expect([difference.added, difference.removed, difference.same]).toEqual([[], [], 1]);
  expect(difference.changed).toHaveLength(1);
  expect(difference.changed[0]?.moved).toBe(true);
  expect(difference.changed[0]?.fields.map(({ field }) => field)).toEqual(['id', 'name', 'street']);
  expect(toText(difference)).toContain(`[new-name], was ${one.center.id}\n`);
});

test('two of one building are told apart by name or phone, and left alone where neither tells', () => {
  const neighbour = withCenter(renamed(two, 'neighbour'), { address: one.center.address });
  const phones = [{ number: '+16023440100', extension: null, purpose: 'main', answeredBy: 'facility' } as const];
  const again = [renamed(neighbour, 'b', { name: 'Other' }), renamed(one, 'a', { phones })];
  const known = compare([one, neighbour], again);
  expect(known.changed.map(({ before, after }) => [before.center.id, after.center.id]).sort()).toEqual(
    [
      [one.center.id, 'a'],
      ['neighbour', 'b'],
    ].sort(),
  );
  const strangers = ['x', 'y'].map((id) => renamed(one, id, { name: id, phones }));
  const unknown = compare([one, neighbour], strangers);
  expect([unknown.added.length, unknown.removed.length, unknown.changed.length]).toEqual([2, 2, 0]);
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
  expect(await readFile(page, 'utf8')).toContain('<h2 class="removed">118 removed</h2>');
});
