import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importSamhsa } from '../../../data/import/run.ts';
import { type Alias, formerIdOf, readAliases } from '../../../data/match/aliases.ts';
import { keepIds, type Previous } from '../../../data/match/previous.ts';
import { renamed } from '../../../data/match/rename.ts';
import { Decisions } from '../../../data/match/review.ts';
import { loadRecords } from '../../../data/records/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { absent, published } from '../directories.ts';
import { temporaryFolder } from '../folder.ts';
import { phoenix, type Row, writeWorkbook } from '../workbook.ts';

const real = await loadRecords('test/fixtures/listings');
const since = '2027-04-01';
const before = (records: readonly CenterRecord[], aliases: Previous['aliases'] = []): Previous => ({
  records,
  aliases,
});
const [first, second] = real;
if (first === undefined || second === undefined) throw new Error('there are no centers');

/** The next year's record: another id, as a changed name or address would make it. */
function nextYear(record: CenterRecord, changes: Partial<CenterRecord['center']> = {}): CenterRecord {
  const next = renamed(record, `next-${record.center.id}`, null);
  return { ...next, center: { ...next.center, ...changes } };
}

describe('ids of the dataset before', () => {
  test('stay, with those of the offerings, whatever the new ones would be', () => {
    const { records, aliases, counts } = keepIds(real.map((record) => nextYear(record)).reverse(), before(real), since);
    expect(records).toEqual(real);
    expect(aliases).toEqual([]);
    expect(counts).toEqual({ kept: real.length, returned: 0, new: 0, merged: 0, gone: 0, unsought: 0 });
  });

  test('go with centers that are gone, and are never given again', () => {
    const stranger = { ...second, center: { ...second.center, id: first.center.id } };
    const moved = renamed(stranger, first.center.id, null);
    const decided = keepIds([nextYear(second)], before([first, second]), since);
    expect(decided.records.map(({ center }) => center.id)).toEqual([second.center.id]);
    expect(decided.aliases).toEqual([{ id: first.center.id, now: null, reason: 'gone', since }]);
    const again = keepIds([renamed(moved, first.center.id, null)], before([], decided.aliases), since);
    expect(again.records[0]?.center.id).toBe(`${first.center.id}-2`);
    expect(again.aliases).toEqual(decided.aliases);
  });

  test('of two centers that became one: the surer keeps its own, the other points to it', () => {
    const twin = renamed(first, `${first.center.id}-twin`, null);
    const slip = { ...twin, center: { ...twin.center, phones: second.center.phones } };
    const { records, aliases } = keepIds([nextYear(first)], before([first, slip]), since);
    expect(records.map(({ center }) => center.id)).toEqual([first.center.id]);
    expect(aliases).toEqual([{ id: slip.center.id, now: first.center.id, reason: 'merged', since }]);
  });

  test('are not guessed where two fit equally well, nor where a center may have moved', () => {
    const twin = renamed(first, `${first.center.id}-twin`, null);
    const tie = keepIds([nextYear(first)], before([first, twin]), since);
    expect(tie.counts).toMatchObject({ kept: 0, new: 1 });
    expect(tie.review.map(({ why }) => why)).toEqual(
      expect.arrayContaining([expect.stringContaining('two centers fit equally well')]),
    );
    const address = { ...first.center.address, street: '99999 Elsewhere Road' };
    const moved = keepIds([nextYear(first, { address })], before([first]), since);
    expect(moved.counts).toMatchObject({ kept: 0, new: 1, gone: 1 });
    expect(moved.review[0]?.why).toContain('may have moved');
    const decided = new Decisions();
    for (const row of moved.review) decided.add({ ...row, decision: 'different' });
    expect(keepIds([nextYear(first, { address })], before([first]), since, decided).review).toEqual([]);
  });

  test('that a person changed are published as renamed, so that what people added follows', () => {
    const reasonOf = (reason: Alias['reason']) => formerIdOf({ id: 'a', now: 'b', reason, since }).reason;
    expect(['renamed', 'by hand', 'merged'].map((reason) => reasonOf(reason as Alias['reason']))).toEqual([
      'renamed',
      'renamed',
      'merged',
    ]);
    expect(formerIdOf({ id: 'a', now: null, reason: 'gone', since }).reason).toBe('unlisted');
  });

  test('follow what a person wrote into the alias file, year after year', () => {
    const byHand = [{ id: first.center.id, now: 'a-better-name', reason: 'by hand', since: '2026-11-01' }] as const;
    const one = keepIds([nextYear(first)], before([first], byHand), since);
    expect(one.records[0]?.center.id).toBe('a-better-name');
    expect(one.records[0]?.offerings.every(({ id }) => id.startsWith('a-better-name-'))).toBe(true);
    expect(one.aliases).toEqual(byHand);
    const two = keepIds([nextYear(first)], before(one.records, one.aliases), '2028-04-01');
    expect(two.records[0]?.center.id).toBe('a-better-name');
    expect(two.aliases).toEqual(one.aliases);
    const three = keepIds([], before(two.records, two.aliases), '2029-04-01');
    expect(three.aliases.map(({ now, reason }) => [now, reason])).toEqual([
      [null, 'gone'],
      [null, 'gone'],
    ]);
  });

  test('an offering that another importer named keeps its id where it is the only one of its level', () => {
    const level = first.offerings[0]?.level;
    const own = first.offerings.filter((offering) => offering.level === level).length === 1;
    expect(own).toBe(true);
    const offerings = first.offerings.map((offering, index) =>
      index === 0 ? { ...offering, id: `${first.center.id}-our-own-name` } : offering,
    );
    const { records } = keepIds([nextYear(first)], before([{ ...first, offerings }]), since);
    expect(records[0]?.offerings).toEqual(offerings);
  });
});

describe('an import with --previous', () => {
  test('keeps ids over a new spelling, number and name, and writes the alias file', async () => {
    const folder = await temporaryFolder();
    const read = async (name: string, rows: readonly Row[], previous?: string) => {
      const workbook = join(folder, `${name}.xlsx`);
      await writeWorkbook(workbook, rows);
      const out = join(folder, name);
      const account = await importSamhsa({ workbooks: [workbook], out, previous, states: ['AZ'], progress: () => {} });
      return { account, out, records: await loadRecords(out) };
    };
    const closing = { ...phoenix, Name1: 'Closing Soon Inc', Street1: '7 East Main Street', Phone: '602-344-0155' };
    const was = await read('su-2023', [phoenix, closing]);
    const changed = { ...phoenix, Name1: 'Saguaro Recovery', Street1: '100 W. Adams St.', Street2: 'Ste 4' };
    const now = await read('su-2024', [changed], was.out);
    expect(now.account).toContain('ids: 1 kept, 0 new, 0 merged into others, 1 gone');
    const saguaro = was.records.find(({ center }) => center.name.startsWith('Saguaro'));
    expect(now.records[0]?.center.id).toBe(saguaro?.center.id);
    expect(now.records[0]?.offerings.map(({ id }) => id)).toEqual(saguaro?.offerings.map(({ id }) => id));
    expect(await readAliases(now.out)).toMatchObject([{ reason: 'gone', now: null, since: '2024-04-01' }]);
  });

  test.each([
    ['a,b\n', 'must have the columns id, now, reason, since'],
    ['id,now,reason,since\nOld Id,x,merged,2026-01-01\n', 'line 2: must be lower-case'],
    ['id,now,reason,since\na,,merged,2026-01-01\n', 'line 2: only an id that is gone has no id now'],
    ['id,now,reason,since\na,b,merged,2026-01-01\na,c,merged,2026-01-01\n', 'line 3: "a" has a row already'],
  ])('says what is wrong with an alias file: %#', async (text, message) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'aliases.csv'), text);
    await expect(readAliases(folder)).rejects.toThrow(message);
  });
});

describe.skipIf(absent !== null)('real files of two years', () => {
  test('a part of an earlier directory: who is still there keeps the id', { timeout: 120_000 }, async () => {
    const folder = await temporaryFolder();
    // Facts of an earlier edition around San José: name, street, city, ZIP and number, as SAMHSA published them.
    const text = await readFile('test/data/earlier-listing.txt', 'utf8');
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line): Row => {
        const [name = '', Street1 = '', City = '', Zip = '', Phone = ''] = line.split('|');
        const [Name1 = '', Name2 = ''] = name.split(': ');
        return { ...phoenix, Name1, Name2, Street1, City, State: 'CA', Zip, Phone };
      });
    const earlier = join(folder, 'su-2020.xlsx');
    await writeWorkbook(earlier, rows);
    const options = { states: ['CA'] as const, progress: () => {} };
    await importSamhsa({ ...options, workbooks: [earlier], out: join(folder, 'earlier') });
    const was = await loadRecords(join(folder, 'earlier'));
    const out = join(folder, 'later');
    const account = await importSamhsa({
      ...options,
      workbooks: [published.substanceUse],
      out,
      previous: join(folder, 'earlier'),
    });
    const [, kept, merged, gone] = (
      /ids: (\d+) kept, \d+ new, (\d+) merged into others, (\d+) gone/.exec(account) ?? []
    ).map(Number);
    expect((kept ?? 0) + (merged ?? 0) + (gone ?? 0)).toBe(was.length);
    const ids = new Map((await loadRecords(out)).map(({ center }) => [center.id, center]));
    const stays = was.filter(({ center }) => ids.has(center.id)).map(({ center }) => center);
    expect(stays).toHaveLength(kept ?? 0);
    expect([was.length, kept]).toEqual([49, 25]);
    for (const { id, address } of stays) {
      expect(ids.get(id)?.address.street?.split(/[ ,]/)[0]).toBe(address.street?.split(' ')[0]);
      expect(ids.get(id)?.address.zip).toBe(address.zip);
    }
    // Renamed between the two editions, and recognized by its building and number.
    const clinic = stays.find(({ name }) => name.endsWith('Central Valley Methadone Clinic'));
    expect(ids.get(clinic?.id ?? '')?.name).toBe('Central Valley Clinic (CVC)');
  });
});
