import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeReport } from '../../data/commands/upload.ts';
import { formatJson } from '../../data/records/format.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { FormerId } from '../../functions/domain/former-id.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import { correct } from '../../functions/publish/correct.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { publishUpload } from '../../functions/publisher/publish-upload.ts';
import type { Line } from '../../functions/publisher/turn.ts';
import type { Latest } from '../../functions/publisher/upload.ts';
import { uploadLayout } from '../../functions/records/layout/rows.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { underId } from '../publish/renamed.ts';
import { NOW, records } from '../support/real-records.ts';

const listings = records.filter(({ center }) => !center.sample);
const withIop = listings.filter(({ offerings }) => offerings.some(({ level }) => level === 'iop'));
const without = listings.filter(
  ({ offerings }) => offerings.length > 0 && !offerings.some(({ level }) => level === 'iop'),
);
const since = '2026-11-20';
const gone = (id: string): FormerId => ({ id, reason: 'unlisted', since, now: null });
const leads = (id: string, now: string, reason: 'renamed' | 'merged'): FormerId => ({ id, reason, since, now });

function bucket() {
  const store = memoryStore(() => NOW);
  let latest: Latest | null = null;
  const line: Line = {
    latest: async () => latest && { latest, tag: latest.key },
    putLatest: async (next) => {
      latest = next;
      return true;
    },
  };
  let count = 0;
  const upload = (list: readonly CenterRecord[], former: readonly FormerId[] = []) => {
    count += 1;
    const body = gzipSync(formatJson(former.length === 0 ? list : { layout: uploadLayout, former, records: list }));
    const uploadedAt = NOW + count * 1_000;
    return publishUpload(
      { key: `incoming/${count}.json.gz`, uploadedAt, body, allowDrop: false },
      { store, line, now: uploadedAt },
    );
  };
  // A new reader each time, because a locator caches HEAD for some seconds.
  const says = async (id: string) =>
    (await new Locator({ store, now: () => NOW }).formers({ id }, newMeter())).answer[0] ?? null;
  return { store, upload, says };
}

const [first, second, third, fourth] = withIop as [CenterRecord, CenterRecord, CenterRecord, CenterRecord];
const but = (...left: readonly CenterRecord[]) => listings.filter((record) => !left.includes(record));

describe('an upload', () => {
  it('says of merged, renamed and gone ids what became of them', async () => {
    const { upload, says } = bucket();
    await upload(listings);
    const [a, b, c, d] = [first, second, third, fourth].map(({ center }) => center.id) as [
      string,
      string,
      string,
      string,
    ];
    const list = [...but(first, second, third), underId(first, 'new-name')];
    const done = await upload(list, [leads(a, 'new-name', 'renamed'), leads(b, d, 'merged'), gone(c)]);
    expect(done).toMatchObject({ outcome: 'published', diff: { removed: 2 } });
    expect(await says(a)).toEqual(leads(a, 'new-name', 'renamed'));
    expect(await says(b)).toEqual(leads(b, d, 'merged'));
    expect(await says(c)).toEqual(gone(c));
    // A year later the successor has another id too, and the closed center is listed again.
    const next = [...but(first, second), underId(first, 'newer-name')];
    const later = await upload(next, [
      leads(a, 'new-name', 'renamed'),
      leads('new-name', 'newer-name', 'renamed'),
      gone(c),
    ]);
    expect(later.reasons).toEqual([]);
    expect(await says(a)).toEqual(leads(a, 'newer-name', 'renamed'));
    expect(await says('new-name')).toEqual(leads('new-name', 'newer-name', 'renamed'));
    expect(await says(c)).toBeNull();
  });

  it('says that an editor found a center closed, whatever the file says of it', async () => {
    const { store, upload, says } = bucket();
    await upload(listings);
    const { id } = first.center;
    const closing = { center: id, set: [{ path: 'closed', value: true }], by: 'kim', reason: 'called' };
    await correct(closing, { store, now: NOW + 1_500 });
    expect(await upload(listings)).toMatchObject({ outcome: 'unchanged' });
    expect(await says(id)).toMatchObject({ reason: 'closed', now: null });
    await upload(but(first), [gone(id)]);
    expect((await says(id))?.reason).toMatch(/^(?:closed|unlisted)$/);
  });

  it('refuses a former id that cannot be right, by its place in the file', async () => {
    const { upload } = bucket();
    await upload(listings);
    const wrong = { id: 'old-house', reason: 'merged', since, now: null } as FormerId;
    const done = await upload(listings, [wrong]);
    expect(done).toMatchObject({ outcome: 'refused', published: null });
    expect(done.findings.join('\n')).toContain('only a renamed or merged id has a successor');
  });

  it('names a successor that nobody has', async () => {
    const { upload, says } = bucket();
    await upload(listings);
    const done = await upload(but(first), [leads(first.center.id, 'nobody', 'renamed')]);
    expect(await says(first.center.id)).toBeNull();
    expect(done.diff?.consequences.join('\n')).toContain('ids: 1 broken, 0 lead to another center, 0 say why');
    expect(done.remarks).toContain(
      `former ids left out, since their successor is not in the data: 1, such as "${first.center.id}"`,
    );
  });

  it('leads with what it means: IOPs, phones, ids and confirmations, as the command prints it', async () => {
    const { store, upload } = bucket();
    await upload(listings);
    const say = (record: CenterRecord, level = 'iop') => {
      const offering = record.offerings.find((one) => one.level === level)?.id ?? '';
      return confirm(
        { center: record.center.id, offering, state: 'confirmed', by: 'lee', seen: null },
        { store, now: NOW + 1_500 },
      );
    };
    for (const record of [first, second, third]) await say(record);
    const [gains] = without as [CenterRecord];
    const [model] = fourth.offerings.filter(({ level }) => level === 'iop');
    if (model === undefined) throw new Error('it lists an IOP');
    const phone = { number: '+16023440100', extension: null, purpose: 'main', answeredBy: 'facility' } as const;
    const list = [
      ...but(first, second, third, gains),
      // The second center loses its IOP and keeps its id. The third only gets another id.
      { ...second, offerings: second.offerings.filter(({ level }) => level !== 'iop') },
      underId(third, 'third-house'),
      {
        center: { ...gains.center, phones: [phone], unknownLevels: [] },
        offerings: [...gains.offerings, { ...model, id: `${gains.center.id}-iop` }],
      },
    ];
    const done = await upload(list, [leads(third.center.id, 'third-house', 'renamed')]);
    expect(done.outcome).toBe('published');
    expect(done.diff?.consequences.slice(0, 4)).toEqual([
      'IOP: 2 centers lose it, 1 gain it',
      'phones: 1 centers get other numbers',
      'ids: 1 broken, 0 lead to another center, 0 say why they are gone',
      'confirmations: 2 of offerings that would be gone, 0 of offerings whose listing changed',
    ]);
    const printed = describeReport(done).split('\n');
    expect(printed[0]).toMatch(/^published: \d+ centers, 0 faults/);
    expect(printed.slice(2, 6)).toEqual(done.diff?.consequences.slice(0, 4).map((line) => `  ${line}`));
    const head = (await store.readHead()) ?? expect.fail();
    const renamed = (await publishedRecords(head, store)).find(({ center }) => center.id === 'third-house');
    expect(renamed?.offerings.find(({ level }) => level === 'iop')?.confirmation.state).toBe('confirmed');
  });
});
