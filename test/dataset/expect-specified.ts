import { expect } from 'vitest';
import { boxOf, levelsOf, offeredBy, spotsOf, statesOf } from './second-entry.ts';
import {
  type Entry,
  GEOHASH_LENGTH,
  indexRowOf,
  nameTextOf,
  numberOf,
  type Page,
  reversed,
  type SecondReader,
  wordsOf,
} from './second-reader.ts';
import { summaryOf } from './second-summary.ts';

type Tree = keyof SecondReader['head']['roots'];
type Body = (hash: string) => Promise<Uint8Array>;

const GEOHASH = '0123456789bcdefghjkmnpqrstuvwxyz';

/** The limits of section 4. */
const limits: Readonly<Record<Tree, readonly [bytes: number, abovePages: number, aboveNodes: number]>> = {
  where: [4_032, 240, 400],
  listing: [4_032, 320, 320],
  records: [4_032, 1_200, 1_200],
  names: [16_320, 3_500, 3_500],
};

interface Read extends Page {
  readonly entry: Entry;
}

/** Checks every item of a dataset against FORMAT.md. */
export async function expectSpecified(reader: SecondReader, bodyOf: Body): Promise<void> {
  const trees = {} as Record<Tree, Read[]>;
  for (const tree of Object.keys(limits) as Tree[]) {
    trees[tree] = await walk(reader, tree, reader.head.roots[tree], null, bodyOf);
    const keys = trees[tree].flatMap((page) => page.rows.map((row) => keyOf(tree, row)));
    expect(keys).toEqual([...new Set(keys)].sort());
    expectCuts(tree, trees[tree]);
  }
  const centers = trees.where.flatMap((page) => page.rows);
  expectRows(trees, centers);
  expect(await reader.summary()).toEqual(summaryOf(centers, Object.keys((await reader.summary()).byState as object)));
}

/** Checks a node and everything below it. @returns its pages */
async function walk(
  reader: SecondReader,
  tree: Tree,
  hash: string,
  endKey: string | null,
  bodyOf: Body,
): Promise<Read[]> {
  const entries = await reader.entries(hash, endKey);
  const [bytes, abovePages, aboveNodes] = limits[tree];
  expect(new Set(entries.map(({ isPage }) => isPage)).size).toBeLessThanOrEqual(1);
  expect(entries.length).toBeLessThanOrEqual(entries[0]?.isPage === false ? aboveNodes : abovePages);
  const pages: Read[] = [];
  for (const entry of entries) {
    if (entry.isPage) expect((await bodyOf(entry.hash)).length).toBeLessThanOrEqual(bytes);
    const below = entry.isPage
      ? [{ ...(await reader.page(entry.hash)), entry }]
      : await walk(reader, tree, entry.hash, entry.endKey, bodyOf);
    await expectEntry(reader, tree, entry, below);
    pages.push(...below);
  }
  return pages;
}

/** Compares an entry with the rows below it. */
async function expectEntry(reader: SecondReader, tree: Tree, entry: Entry, pages: readonly Read[]): Promise<void> {
  const rows = pages.flatMap((page) => page.rows);
  expect(entry.count).toBe(rows.length);
  expect(pages[0]?.entry.firstKey).toBe(entry.firstKey);
  const keys = rows.map((row) => keyOf(tree, row));
  expect(keys.filter((key) => key < entry.firstKey || (entry.endKey !== null && key >= entry.endKey))).toEqual([]);
  if (tree === 'records' || tree === 'names') {
    expect(entry).toMatchObject({ box: null, states: [], levels: [], spots: null });
    const begun = pages.reduce((sum, page) => sum + page.entry.organizations, 0);
    expect(entry.organizations).toBe(begun);
    return;
  }
  expect(entry.organizations).toBe(0);
  expect(entry.box).toEqual(boxOf(rows));
  expect(entry.states).toEqual(statesOf(rows));
  expect(entry.levels).toEqual(levelsOf(rows));
  expect(entry.spots).toEqual(tree === 'where' && entry.isPage ? spotsOf(rows) : null);
  if (entry.isPage) expect(await reader.offeredOn(entry.hash)).toEqual(rows.map(offeredBy));
}

/** Each page's firstKey consists of its keys' bits up to the first that differs from the page before, then zeros. */
function expectCuts(tree: Tree, pages: readonly Read[]): void {
  expect(pages[0]?.entry.firstKey ?? '').toBe('');
  for (const [at, page] of pages.entries()) {
    const [before, after] = [pages[at - 1]?.rows.at(-1), page.rows[0]];
    if (before === undefined || after === undefined) continue;
    expect(page.entry.firstKey).toBe(cutBetween(tree, keyOf(tree, before), keyOf(tree, after)));
  }
}

function cutBetween(tree: Tree, before: string, after: string): string {
  const unitOf = (key: string, at: number): number =>
    tree === 'where' && at < GEOHASH_LENGTH ? GEOHASH.indexOf(key.charAt(at)) : key.charCodeAt(at) || 0;
  let at = 0;
  while (unitOf(before, at) === unitOf(after, at)) at += 1;
  let bit = 0x8000;
  while ((unitOf(before, at) & bit) === (unitOf(after, at) & bit)) bit >>= 1;
  const unit = unitOf(after, at) & ~(bit - 1);
  const last = tree === 'where' && at < GEOHASH_LENGTH ? GEOHASH.charAt(unit) : String.fromCharCode(unit);
  return after.slice(0, at) + last;
}

/** The index rows are exactly those that the centers need. */
function expectRows(trees: Record<Tree, Read[]>, centers: readonly (readonly unknown[])[]): void {
  const places = new Map(trees.where.flatMap((page) => page.rows.map((row) => [row[0], keyOf('where', row)] as const)));
  const records = trees.records.flatMap((page) => page.rows.map(indexRowOf));
  const names = trees.names.flatMap((page) => page.rows.map(indexRowOf));
  const slugs = new Set(centers.map((row) => row[3] as string));
  const former = records.filter(({ key, name }) => key.startsWith('n') && name !== undefined);
  for (const { key, target, name = '' } of former) {
    const [, day = '', now] = name.split(' ');
    expect(key).toBe(`n${numberOf('center', target)}\0${target}`);
    expect(places.has(target)).toBe(false);
    expect(name).toMatch(/^(?:(?:renamed|merged) \S+ [a-z0-9-]+|(?:unlisted|closed) \S+)$/);
    expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
    if (now !== undefined) expect(places.has(now)).toBe(true);
  }
  expect(records.filter(({ key }) => key.startsWith('n'))).toHaveLength(centers.length + slugs.size + former.length);
  expect(records.filter(({ key }) => key.startsWith('o')).map(({ key, target, name }) => [key, target, name])).toEqual(
    centers
      .map((row) => [`o${row[3]}\0${row[0]}`, places.get(row[0]), row[4]])
      .sort(([a = ''], [b = '']) => (`${a}` < `${b}` ? -1 : 1)),
  );
  const begun = new Set<string>();
  for (const page of trees.records) {
    const first = page.rows.map(indexRowOf).filter(({ key }) => key.startsWith('o'));
    const fresh = new Set(first.map(({ key }) => key.split('\0')[0] ?? '').filter((slug) => !begun.has(slug)));
    expect(page.entry.organizations).toBe(fresh.size);
    for (const slug of fresh) begun.add(slug);
  }
  const words = centers.map((row) => {
    const [id, name, , , organization, , , city, state] = row as string[];
    const alternate = row[2] === 0 ? [] : (row[2] as string[]);
    const text = nameTextOf(name ?? '', city ?? '', state ?? '', [organization ?? '', ...alternate]);
    return { id: id ?? '', name: text.join('\n'), words: wordsOf(text) };
  });
  const keys = (list: readonly string[]) => list.toSorted((a, b) => (a < b ? -1 : 1));
  const rowsOfWords = names.filter(({ key }) => key.startsWith('w'));
  expect(rowsOfWords.map(({ key }) => key)).toEqual(
    keys(words.flatMap((one) => one.words.map((word) => `w${word}\0${one.id}`))),
  );
  const nameOf = new Map(words.map(({ id, name }) => [id, name]));
  const astray = rowsOfWords.filter(({ target, name }) => {
    const id = target.slice(GEOHASH_LENGTH);
    return target !== places.get(id) || name !== nameOf.get(id);
  });
  expect(astray).toEqual([]);
  const spelled = [...new Set(words.flatMap((one) => one.words))].filter(
    (word) => !/\p{N}/u.test(word) && [...word].length >= 3 && [...word].length <= 40,
  );
  expect(names.filter(({ key }) => key.startsWith('s')).map(({ key }) => key)).toEqual(
    keys(spelled.flatMap((word) => [`s>\0${word}`, `s<\0${reversed(word)}`])),
  );
}

/** A row's key in its tree. Computes a center's geohash independently; a cell includes its south and west border. */
function keyOf(tree: Tree, row: readonly unknown[]): string {
  if (tree === 'records' || tree === 'names') return row[0] as string;
  const [id, name, city, state] = [row[0], row[1], row[7], row[8]] as string[];
  if (tree === 'where') {
    const place = placeOf.get(row) ?? geohashOf(row[10] as number, row[11] as number) + id;
    placeOf.set(row, place);
    return place;
  }
  return [state, city?.toLowerCase(), name?.toLowerCase(), id].join('\0');
}

/** Keys in `where` that were computed. */
const placeOf = new WeakMap<readonly unknown[], string>();

function geohashOf(lat: number, lng: number): string {
  const ranges = { lat: [-90, 90], lng: [-180, 180] };
  let bits = '';
  for (let at = 0; at < 5 * GEOHASH_LENGTH; at += 1) {
    const [value, range] = at % 2 === 0 ? [lng, ranges.lng] : [lat, ranges.lat];
    const middle = ((range[0] ?? 0) + (range[1] ?? 0)) / 2;
    bits += value >= middle ? '1' : '0';
    range[value >= middle ? 0 : 1] = middle;
  }
  return (bits.match(/.{5}/g) ?? []).map((five) => GEOHASH.charAt(Number.parseInt(five, 2))).join('');
}
