import { beforeAll, describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { sourceVocabularies, vocabularyOfOffering } from '../../functions/domain/source-vocabulary.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import { correct } from '../../functions/publish/correct.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { clustered } from '../publish/clustered.ts';
import { expectSpecified } from './expect-specified.ts';
import { blocksOf } from './format-page.ts';
import { offeringsOf, recordOf } from './second-center.ts';
import { SecondReader, textOf } from './second-reader.ts';
import { varied } from './varied.ts';

// Long: publishes datasets with several floors of nodes and reads every item of them.

const NOW = Date.parse('2026-11-29T12:00:00Z');
const examples = await loadRecords('data/examples.json');
const listings = await loadRecords('test/fixtures/listings');

const bodyIn = (store: DatasetStore) => async (hash: string) => {
  const { bodies } = await store.read({ hashes: [hash], head: false }, newMeter());
  return bodies.get(hash) ?? new Uint8Array();
};
/** HEAD as it is stored: plain JSON. */
const readerOf = async (store: DatasetStore, head: object = {}) =>
  new SecondReader({ ...structuredClone(await store.readHead()), ...head }, bodyIn(store));

async function published(records: readonly CenterRecord[]): Promise<DatasetStore> {
  const store = memoryStore();
  await publish({ store, records, now: NOW });
  return store;
}

/** Lists have values in the order of their positions; a record has them in its source's order. */
const sortedLists = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (name, inner) =>
    ['alternateNames', 'sources', 'phones', 'sessionsPerWeek', 'weeks', 'offerings'].includes(name)
      ? inner
      : Array.isArray(inner)
        ? inner.toSorted()
        : inner,
  );
const publicPart = ({ center, offerings }: CenterRecord) => sortedLists({ center, offerings });
const byId = (rows: readonly (readonly unknown[])[]) =>
  rows.toSorted((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1));
const sortedById = (records: readonly CenterRecord[]) =>
  records.toSorted((a, b) => (a.center.id < b.center.id ? -1 : 1));

/** Checks that the whole dataset equals the records. */
async function expectHolds(store: DatasetStore, records: readonly CenterRecord[]): Promise<void> {
  const reader = await readerOf(store);
  expect(reader.version).toBe(reader.head.version);
  expect(reader.head.centers).toBe(records.length);
  const expected = sortedById(records);
  const rowsOf = async (tree: 'where' | 'listing') =>
    byId((await reader.pages(reader.head.roots[tree])).flatMap((page) => page.rows));
  const rows = await rowsOf('where');
  expect(rows.map((row) => sortedLists(recordOf(row)))).toEqual(expected.map(publicPart));
  expect(rows.map((row) => offeringsOf(row).map(({ facts }) => sourceVocabularies[facts[15] as number]))).toEqual(
    expected.map(({ center, offerings }) => offerings.map((offering) => vocabularyOfOffering(center, offering))),
  );
  // The other tree has the same rows in another order.
  const texts = (list: readonly (readonly unknown[])[]) => list.map((row) => JSON.stringify(row));
  expect(texts(await rowsOf('listing'))).toEqual(texts(rows));
  await expectSpecified(reader, bodyIn(store));
}

/** Checks that each record is found by its id, its organization and a word of its name. */
async function expectFinds(store: DatasetStore, records: readonly CenterRecord[], all = records): Promise<void> {
  const reader = await readerOf(store);
  for (const { center } of records) {
    const row = await reader.centerById(center.id);
    expect(row?.[0]).toBe(center.id);
    const { slug } = center.organization;
    expect(await reader.organizationByNumber(slug)).toBe(slug);
    const own = await reader.organization(slug);
    const others = all.filter((one) => one.center.organization.slug === slug).map((one) => one.center.id);
    expect(own.map(({ target }) => target.slice(12))).toEqual(others.toSorted());
    expect(all.map((one) => one.center.organization.name)).toContain(own[0]?.name);
    const word = (center.name.toLowerCase().match(/[a-z]{5,}/) ?? [])[0];
    if (word === undefined) continue;
    const found = await reader.word(word);
    expect(found.map(({ target, name }) => [target.slice(12), name?.split('\n')[0]])).toContainEqual([
      center.id,
      center.name.toLowerCase(),
    ]);
    const [beginning, end] = await reader.spelled(word.slice(0, 3), word.slice(3));
    expect(beginning).toContain(word);
    expect(end).toContain(word);
  }
  expect(await reader.centerById('no-such-center')).toBeNull();
  expect(await reader.organizationByNumber('no-such-organization')).toBeNull();
  expect(await reader.word('zzzz')).toEqual([]);
}

describe('a reader written from FORMAT.md alone', () => {
  it.each([
    ['the examples', examples],
    ['real listings', listings],
    ['both', [...listings, ...examples]],
    ['facts that few listings have', varied(listings)],
    ['nothing', []],
  ])('reads %s', async (_, records) => {
    const store = await published(records);
    await expectHolds(store, records);
    await expectFinds(store, records);
  });

  it('reads floors of nodes, and centers at one point', async () => {
    const records = clustered(6_000, 5).map((record, at, all): CenterRecord => {
      const location = at % 10 === 1 ? all[at - 1]?.center.location : undefined;
      return location === undefined ? record : { ...record, center: { ...record.center, location } };
    });
    const store = await published(records);
    const reader = await readerOf(store);
    const [first] = await reader.entries(reader.head.roots.where);
    expect(first?.isPage).toBe(false);
    await expectHolds(store, records);
    const some = records.filter((_, at) => at % 600 < 2);
    await expectFinds(store, some, records);
  });
});

describe('former ids', () => {
  const [first, second, third] = examples;
  if (first === undefined || second === undefined || third === undefined) throw new RangeError('too few examples');
  const since = '2026-04-01';

  it('lead to the center that has their place, or say why there is none', async () => {
    const store = memoryStore();
    const { id } = first.center;
    const report = await publish({
      store,
      records: [...listings, ...examples.filter((one) => one !== third)],
      now: NOW,
      former: [
        { id: 'old-name', reason: 'renamed', since, now: id },
        { id: 'older-name', reason: 'merged', since, now: 'old-name' },
        { id: 'given-up', reason: 'unlisted', since, now: null },
        { id: 'led-to-given-up', reason: 'merged', since: '2025-04-01', now: 'given-up' },
        { id: 'leads-nowhere', reason: 'merged', since, now: 'never-was' },
        { id: 'circle-one', reason: 'renamed', since, now: 'circle-two' },
        { id: 'circle-two', reason: 'renamed', since, now: 'circle-one' },
        // A former id that names a center again: its row is the center's.
        { id: second.center.id, reason: 'unlisted', since, now: null },
      ],
    });
    expect(report.leadNowhere).toEqual(['leads-nowhere', 'circle-one', 'circle-two']);
    const reader = await readerOf(store);
    expect(await reader.formerId('old-name')).toEqual({ reason: 'renamed', since, now: id });
    expect(await reader.formerId('older-name')).toEqual({ reason: 'merged', since, now: id });
    expect(await reader.formerId('given-up')).toEqual({ reason: 'unlisted', since, now: null });
    expect(await reader.formerId('led-to-given-up')).toEqual({ reason: 'unlisted', since, now: null });
    for (const none of ['leads-nowhere', 'circle-one', 'never-was', third.center.id, id, second.center.id])
      expect(await reader.formerId(none)).toBeNull();
    expect(await reader.centerById('old-name')).toBeNull();
    expect((await reader.centerById(second.center.id))?.[0]).toBe(second.center.id);
    await expectSpecified(reader, bodyIn(store));
  });

  it('change nothing in a dataset that has none', async () => {
    const [plain, given] = [memoryStore(), memoryStore()];
    const { version } = await publish({ store: plain, records: examples, now: NOW });
    expect((await publish({ store: given, records: examples, now: NOW, former: [] })).version).toBe(version);
  });

  it('come and go with a closing, as in a whole publish', async () => {
    const former = [{ id: 'old-name', reason: 'renamed', since, now: first.center.id } as const];
    const store = memoryStore();
    const open = await publish({ store, records: examples, now: NOW, former });
    const closing = { center: second.center.id, by: 'kim', reason: 'checked by phone' };
    await correct({ ...closing, set: [{ path: 'closed', value: true }] }, { store, now: NOW });
    const reader = await readerOf(store);
    expect(await reader.formerId(second.center.id)).toEqual({ reason: 'closed', since: '2026-11-29', now: null });
    expect(await reader.formerId('old-name')).toMatchObject({ now: first.center.id });
    await expectSpecified(reader, bodyIn(store));
    // The edited dataset equals a build of everything.
    expect((await publish({ store, records: examples, now: NOW, former })).changed).toBe(false);
    await correct({ ...closing, clear: 'all' }, { store, now: NOW });
    expect((await store.readHead())?.version).toBe(open.version);
  });
});

describe('a dataset with corrections and confirmations', () => {
  let store: DatasetStore;
  const [first, second, third] = examples;
  const said = { by: 'kim', reason: 'checked by phone' };
  beforeAll(async () => {
    store = await published([...listings, ...examples]);
  });

  it('reads back what editors and admissions said, and what the import said', async () => {
    if (first === undefined || second === undefined || third === undefined) throw new RangeError('too few examples');
    const phone = '+16022345678';
    await correct(
      { center: first.center.id, set: [{ path: 'phones.0.number', value: phone }], ...said },
      { store, now: NOW },
    );
    await correct({ center: second.center.id, set: [{ path: 'closed', value: true }], ...said }, { store, now: NOW });
    const [offering] = third.offerings;
    if (offering === undefined) throw new RangeError('no offering');
    await confirm(
      { center: third.center.id, offering: offering.id, state: 'denied', by: 'lee', seen: null },
      { store, now: NOW },
    );
    const reader = await readerOf(store);
    const corrected = await reader.centerById(first.center.id);
    expect(corrected === null ? null : recordOf(corrected).center.phones[0]?.number).toBe(phone);
    expect(await reader.centerById(second.center.id)).toBeNull();
    const denied = await reader.centerById(third.center.id);
    const found = denied === null ? [] : recordOf(denied).offerings;
    expect(found.find(({ id }) => id === offering.id)?.confirmation.state).toBe('denied');

    const beneath = (await reader.pages(reader.head.beneath ?? '')).flatMap((page) => page.rows);
    expect(beneath.map((row) => sortedLists(recordOf(row)))).toEqual(sortedById([first, second]).map(publicPart));
    const all = [...listings, ...examples].filter((one) => one !== second);
    await expectHolds(
      store,
      all.map((one) => {
        const copy = structuredClone(one);
        const [number] = copy.center.phones;
        if (one === first && number !== undefined) number.number = phone;
        const [same] = copy.offerings;
        if (one === third && same !== undefined)
          same.confirmation = { state: 'denied', confirmedAt: new Date(NOW).toISOString(), expiresAt: null };
        return copy;
      }),
    );
  });

  it('reads imported records that need several pages', async () => {
    const corrected = memoryStore();
    for (const { center } of listings)
      await corrected.putCorrections(
        {
          ...{ center: center.id, ...said, at: new Date(NOW).toISOString(), revision: 1 },
          corrections: [{ path: 'name', value: `Corrected ${center.name}`, was: center.name }],
        },
        null,
      );
    await publish({ store: corrected, records: listings, now: NOW });
    const reader = await readerOf(corrected);
    const entries = await reader.entries(reader.head.beneath ?? '');
    expect(entries.length).toBeGreaterThan(1);
    for (const { box, levels, states } of entries)
      expect({ box, levels, states }).toEqual({ box: null, levels: [], states: [] });
    const beneath = (await reader.pages(reader.head.beneath ?? '')).flatMap((page) => page.rows);
    expect(beneath.map((row) => sortedLists(recordOf(row)))).toEqual(sortedById(listings).map(publicPart));
    await expectHolds(
      corrected,
      listings.map(({ center, offerings }) => ({ center: { ...center, name: `Corrected ${center.name}` }, offerings })),
    );
  });
});

describe('what a reader refuses', () => {
  it('another format, and an item that is not what its name says', async () => {
    const store = await published(examples);
    await expect(readerOf(store, { format: 12 })).rejects.toThrow('format 12 is not 11');
    const { roots, summary } = (await readerOf(store)).head;
    const other = await bodyIn(store)(summary);
    expect(() => textOf(roots.where, other)).toThrow('is damaged');
    await expect((await readerOf(store)).entries(summary)).rejects.toThrow('is summary, not node');
  });
});

describe('the example on the page', () => {
  const [head = '', ...texts] = blocksOf('json');
  const bodies = blocksOf('base64').map((block) => Buffer.from(block, 'base64'));
  const [centers = ''] = blocksOf('text');
  const { roots } = JSON.parse(head) as SecondReader['head'];

  it('decodes as it says, from the page’s own bytes', () => {
    const [rootOfRecords = '', rowsOfRecords, rootOfWhere, rowsOfNames] = texts;
    const hex = Buffer.from((blocksOf('hex')[0] ?? '').replace(/\s/g, ''), 'hex');
    expect(textOf(roots.records, hex)).toBe(rootOfRecords.trim());
    expect(textOf('1Uq3IhGTw-1bn020qWumlA', bodies[0] ?? new Uint8Array())).toBe(rowsOfRecords);
    expect(textOf(roots.where, bodies[1] ?? new Uint8Array())).toBe(rootOfWhere);
    expect(textOf('ZYn85dtqKzFxmmZXa6q8lQ', bodies[2] ?? new Uint8Array())).toBe(centers);
    expect(textOf('GHXpOzAYAVl336gKV6udSg', bodies[3] ?? new Uint8Array())).toBe(rowsOfNames);
  });

  it('is what a publisher makes of the center', async () => {
    const rows = centers.split('\n')[1] ?? '';
    const row = JSON.parse(rows) as unknown[];
    row.splice(10, 0, 34.848, -114.6144);
    row.splice(15, 0, 4);
    const store = await published([recordOf(row) as CenterRecord]);
    expect(await store.readHead()).toEqual({ ...JSON.parse(head) });
  });
});
