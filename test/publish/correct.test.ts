import { afterEach, describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { Head } from '../../functions/dataset/head.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { collect } from '../../functions/publish/collect.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import {
  CorrectionRefusedError,
  type CorrectionRequest,
  correct,
  UnknownCenterError,
} from '../../functions/publish/correct.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { type DatasetStore, HeadMovedError } from '../../functions/store/store.ts';
import { CorrectionsChangedError } from '../../functions/store/stored-corrections.ts';
import { type EngineStore, engineStore } from '../support/engine-store.ts';
import { pick, seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { clustered, NOW, withOne } from './clustered.ts';
import { contents, fromScratch, headOf } from './contents.ts';

const records = clustered(350);
const MINUTE = 60_000;
const DAY = 86_400_000;
const PHONE = '+16023441234';

const recordAt = (index: number): CenterRecord => {
  const record = records[index];
  if (record === undefined) throw new Error('there are fewer records');
  return record;
};
const first = recordAt(0);
const id = first.center.id;
const setting = (path: string, value: unknown, other: Partial<CorrectionRequest> = {}): CorrectionRequest => ({
  ...{ center: id, reason: 'they answered so on the phone', by: 'kim' },
  set: [{ path, value: value as string }],
  ...other,
});
const clearing = (clear: CorrectionRequest['clear'], center = id): CorrectionRequest => ({
  ...{ center, reason: 'no longer so', by: 'lee' },
  ...(clear !== undefined && { clear }),
});

async function published(store: DatasetStore = memoryStore(), list = records): Promise<DatasetStore> {
  await publish({ store, records: list, now: NOW });
  return store;
}
const publicRecords = async (store: DatasetStore) => publishedRecords(await headOf(store), store);
const publicRecord = async (store: DatasetStore, center = id) =>
  (await publicRecords(store)).find((record) => record.center.id === center);

describe('correct', () => {
  it('is a small publish with the answers of one from scratch, whatever is corrected, cleared, moved or closed', async () => {
    const store = await published();
    const random = seeded(5);
    const words = ['Harbor', 'Quartz Valley', 'Zzyzx', recordAt(9).center.name];
    let most = 0;
    for (let step = 0; step < runs(144); step += 1) {
      const { center, offerings } = recordAt(Math.floor(random() * 25));
      const [offering] = offerings;
      const requests: CorrectionRequest[] = [
        setting('phones.0.number', `+1602344${1000 + step}`),
        setting('name', `${pick(random, words)} Center`),
        setting('organization', { slug: 'quartz', name: pick(random, words) }),
        setting('location', { lat: 30 + random() * 15, lng: -120 + random() * 40, accuracy: 'address' }),
        setting('closed', true),
        setting('alternateNames', [pick(random, words)]),
        clearing('all'),
        ...(offering === undefined ? [] : [setting(`offerings.${offering.id}.housing`, random() < 0.5)]),
      ].map((request) => ({ ...request, center: center.id }));
      const request = pick(random, requests);
      if (request.clear === 'all' && (await store.corrections(center.id)) === null) continue;
      const { written } = await correct(request, { store, now: NOW + step * MINUTE });
      if (request.set?.some(({ path }) => path === 'phones.0.number')) most = Math.max(most, written);
      if (offering !== undefined && step % 7 === 0 && (await publicRecord(store, center.id)) !== undefined) {
        const seen =
          (await store.confirmations(center.id)).find((one) => one.offering === offering.id)?.revision ?? null;
        await confirm(
          { center: center.id, offering: offering.id, state: 'denied', by: 'lee', seen },
          { store, now: NOW + step * MINUTE },
        );
      }
      if (step % 6 === 5) expect(await contents(store)).toEqual(await fromScratch(store, records));
    }
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(12);
    // A whole publish joins pages that became small; afterwards there is nothing left to do.
    await publish({ store, records, now: NOW + DAY });
    expect(await contents(store)).toEqual(await fromScratch(store, records));
    expect(await publish({ store, records, now: NOW + DAY })).toMatchObject({ changed: false, written: 0 });
    for (const { center } of (await store.added()).corrections) {
      await correct(clearing('all', center), { store, now: NOW + DAY + MINUTE });
    }
    expect((await headOf(store)).beneath).toBeUndefined();
    expect(await contents(store)).toEqual(await fromScratch(store, records));
  });

  it('survives imports; a fact that changed beneath it is reported, and clearing brings the newest import back', async () => {
    const store = await published();
    await correct(setting('phones.0.number', PHONE), { store, now: NOW });
    const changed = (number: string) =>
      withOne(records, 0, (record) => ({
        ...record,
        center: { ...record.center, phones: record.center.phones.map((phone) => ({ ...phone, number })) },
      }));
    expect((await publish({ store, records, now: NOW + MINUTE })).remarks).toEqual([]);
    const report = await publish({ store, records: changed('+16023445678'), now: NOW + DAY });
    expect(report).toMatchObject({ corrected: 1, closed: 0, orphanCorrections: [] });
    expect(report.remarks).toEqual([
      {
        ...{ center: id, path: 'phones.0.number', kind: 'changed', value: PHONE, now: '+16023445678' },
        was: first.center.phones[0]?.number,
      },
    ]);
    expect((await publicRecord(store))?.center.phones[0]?.number).toBe(PHONE);
    expect((await publish({ store, records: changed(PHONE), now: NOW + 2 * DAY })).remarks[0]?.kind).toBe('agrees');
    await publish({ store, records: changed('+16023445678'), now: NOW + 3 * DAY });
    await correct(clearing(['phones.0.number']), { store, now: NOW + 4 * DAY });
    expect((await publicRecord(store))?.center.phones[0]?.number).toBe('+16023445678');
    expect((await store.correctionHistory(id)).map(({ by, corrections }) => [by, corrections.length])).toEqual([
      ['kim', 1],
      ['lee', 0],
    ]);
  });

  it('closes a center everywhere, keeps what is known of it, and opens it again', async () => {
    const store = await published();
    const [offering] = first.offerings;
    if (offering === undefined) throw new Error('the first center has no offering');
    await confirm({ center: id, offering: offering.id, state: 'denied', by: 'lee', seen: null }, { store, now: NOW });
    await correct(setting('closed', true), { store, now: NOW + MINUTE });
    expect((await headOf(store)).centers).toBe(records.length - 1);
    const locator = new Locator({ store, now: () => NOW + MINUTE });
    const query = { origin: first.center.location, withinKm: null, filter: {}, limit: 5 };
    const { matches } = (await locator.near(query, newMeter())).answer;
    expect(matches.map(({ row }) => row[0])).not.toContain(id);
    const report = await publish({ store, records, now: NOW + DAY });
    expect(report).toMatchObject({ closed: 1, centers: records.length - 1, orphans: [], orphanCorrections: [] });
    await correct(clearing(['closed']), { store, now: NOW + 2 * DAY });
    expect((await publicRecord(store))?.offerings[0]?.confirmation.state).toBe('denied');
    expect((await headOf(store)).centers).toBe(records.length);
  });

  it('of a center or a place that an import no longer has is reported and kept, never lost', async () => {
    const store = await published();
    const [offering] = first.offerings;
    await correct(setting(`offerings.${offering?.id}.housing`, true), { store, now: NOW });
    const without = withOne(records, 0, (record) => ({ ...record, offerings: record.offerings.slice(1) }));
    const misfit = await publish({ store, records: without, now: NOW + MINUTE });
    expect(misfit.remarks).toMatchObject([{ kind: 'misfit', path: `offerings.${offering?.id}.housing` }]);
    const gone = await publish({ store, records: records.slice(1), now: NOW + 2 * MINUTE });
    expect(gone).toMatchObject({ corrected: 0, orphanCorrections: [{ center: id, by: 'kim' }] });
    await publish({ store, records, now: NOW + 3 * MINUTE });
    expect((await publicRecord(store))?.offerings[0]?.housing).toBe(true);
    // A correction of a removed center can still be removed.
    await publish({ store, records: records.slice(1), now: NOW + 4 * MINUTE });
    await correct(clearing('all'), { store, now: NOW + 5 * MINUTE });
    expect((await publish({ store, records: records.slice(1), now: NOW + DAY })).orphanCorrections).toEqual([]);
  });

  it('holds over a rollback, and what was taken back since stays taken back', async () => {
    const store = await published();
    const second = recordAt(1).center.id;
    await correct(setting('name', 'Corrected', { center: second }), { store, now: NOW + 1 });
    await publish({ store, records: records.slice(0, 650), now: NOW + MINUTE });
    await correct(setting('phones.0.number', PHONE), { store, now: NOW + 2 * MINUTE });
    await correct(clearing('all', second), { store, now: NOW + 3 * MINUTE });
    const withName = (await store.versions()).find(({ head }) => head?.revision === 2)?.head;
    await rollback({ store, now: NOW + DAY, ...(withName && { to: withName.version }) });
    expect((await publicRecord(store))?.center.phones[0]?.number).toBe(PHONE);
    expect((await publicRecord(store, second))?.center.name).toBe(recordAt(1).center.name);
    expect(await contents(store)).toEqual(await fromScratch(store, records));
    // The imported records under corrections are in use: no collection deletes them.
    await collect({ store, now: () => NOW + 9 * DAY, olderThanSeconds: 0 });
    expect(await contents(store)).toEqual(await fromScratch(store, records));
  });

  it('dates each corrected fact by itself, so that what is said between two corrections outranks only the first', async () => {
    const store = await published();
    await correct(setting('name', 'First'), { store, now: NOW });
    await correct(setting('phones.0.number', PHONE), { store, now: NOW + DAY });
    await correct(setting('name', 'Second'), { store, now: NOW + 2 * DAY });
    const dated = (await store.corrections(id))?.corrections.map(({ path, at }) => [path, at]);
    expect(Object.fromEntries(dated ?? [])).toEqual({
      name: new Date(NOW + 2 * DAY).toISOString(),
      'phones.0.number': new Date(NOW + DAY).toISOString(),
    });
  });

  it('leaves the record of a version as it is whose answer was lost when HEAD moved', async () => {
    const store = await published();
    let lost: Head | null = null;
    const losing = new Proxy(store, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== 'function') return own;
        if (name !== 'moveHead' || lost !== null) return own.bind(target);
        return async (...move: Parameters<DatasetStore['moveHead']>) => {
          await target.moveHead(...move);
          [lost] = move;
          throw new HeadMovedError('as after an answer that never came');
        };
      },
    });
    await correct(setting('name', 'Once'), { store: losing, now: NOW + DAY });
    const head = await headOf(store);
    expect(lost).not.toBeNull();
    expect(Date.parse(head.publishedAt)).toBeGreaterThan(NOW + DAY);
    const versions = await store.versions();
    expect(versions.map(({ key }) => key.publishedAt)).toEqual(
      [NOW, NOW + DAY, Date.parse(head.publishedAt)].map((at) => new Date(at).toISOString()).toReversed(),
    );
    expect(versions.find(({ key }) => key.publishedAt === new Date(NOW + DAY).toISOString())?.head).toEqual(lost);
  });

  it('refuses whatever would not be a sound record or is not there, naming it, and writes nothing', async () => {
    const store = await published();
    const refusal = async (request: CorrectionRequest) => {
      const error = await correct(request, { store, now: NOW, check: () => ['not a number that exists'] }).catch(
        (caught: unknown) => caught,
      );
      return error instanceof CorrectionRefusedError ? error.faults.join('; ') : String(error);
    };
    expect(await refusal(setting('phones.0.number', '602'))).toMatch(
      /phones\.0\.number: must be a United States number/,
    );
    expect(await refusal(setting('phones.7.number', PHONE))).toContain('the list has');
    expect(await refusal(setting('fax', PHONE))).toMatch(/"fax" of a center cannot be set; name, .*phones.*closed/);
    expect(await refusal(setting('id', 'other'))).toContain('cannot be set');
    expect(await refusal(setting('offerings.nope.housing', true))).toContain('no offering "nope"');
    expect(await refusal(setting(`offerings.${first.offerings[0]?.id}.confirmation`, null))).toContain('cannot be set');
    expect(await refusal(setting('closed', 'yes'))).toContain('true or false');
    expect(await refusal(setting('phones.0.number', PHONE))).toBe('not a number that exists');
    expect(await refusal(clearing(['name']))).toContain('was not corrected');
    const unknown = correct(setting('name', 'X', { center: 'nobody' }), { store, now: NOW });
    await expect(unknown).rejects.toThrow(UnknownCenterError);
    await expect(correct(setting('name', 'X', { reason: 'two\nlines' }), { store, now: NOW })).rejects.toThrow();
    expect((await store.added()).corrections).toEqual([]);
    expect((await headOf(store)).revision).toBe(1);
    await correct(setting('name', 'One'), { store, now: NOW });
    await expect(correct(setting('name', 'Two', { seen: null }), { store, now: NOW })).rejects.toThrow(
      CorrectionsChangedError,
    );
  });
});

describe('correct, over the embedded engine', () => {
  let engine: EngineStore | undefined;
  afterEach(() => engine?.close());

  it('of many at once, beside imports: nobody’s correction is lost, and the history holds each once', async () => {
    engine = await engineStore();
    const { store } = engine;
    await published(store);
    const centers = records.slice(0, 4).map(({ center }) => center.id);
    await Promise.all([
      ...centers.map((center, index) =>
        correct(setting('phones.0.number', `+160234412${10 + index}`, { center }), { store, now: NOW + index }),
      ),
      publish({ store, records, now: NOW + MINUTE, attempts: 30 }),
    ]);
    for (const [index, center] of centers.entries()) {
      expect((await publicRecord(store, center))?.center.phones[0]?.number).toBe(`+160234412${10 + index}`);
      expect(await store.correctionHistory(center)).toHaveLength(1);
    }
    const races = await Promise.allSettled(
      ['kim', 'lee'].map((by) => correct(setting('name', `By ${by}`, { by, seen: 1 }), { store, now: NOW + DAY })),
    );
    expect(races.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await store.correctionHistory(id)).toHaveLength(2);
    expect(await store.history(id)).toEqual([]);
  });
});
