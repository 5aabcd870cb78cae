import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importSamhsa } from '../../../data/import/run.ts';
import { importListings } from '../../../data/import/samhsa.ts';
import { type Alias, aliasText, readAliases } from '../../../data/match/aliases.ts';
import { coveredBy } from '../../../data/match/lists.ts';
import { keepIds, type Previous } from '../../../data/match/previous.ts';
import { readRemembered, rememberedText } from '../../../data/match/remembered.ts';
import { renamed } from '../../../data/match/rename.ts';
import { loadRecords } from '../../../data/records/load.ts';
import type { Kind, Listing } from '../../../data/sources/samhsa/listing.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { type State, stateCodes } from '../../../functions/domain/state.ts';
import { runs, sampled } from '../../support/runs.ts';
import { absent, published } from '../directories.ts';
import { temporaryFolder } from '../folder.ts';
import { withSomeStates } from '../some-states.ts';
import { phoenix, type Row, writeWorkbook } from '../workbook.ts';

const [center] = await loadRecords('data/examples.json');

/** One year's import of a workbook into the folder of the year before. */
async function imported(folder: string, name: string, rows: readonly Row[], previous?: string) {
  const workbook = join(folder, `${name}.xlsx`);
  await writeWorkbook(workbook, rows);
  const out = join(folder, name);
  await importSamhsa({ workbooks: [workbook], out, previous, states: ['AZ'], progress: () => {} });
  return { out, records: await loadRecords(out) };
}

const offeringIds = (records: readonly CenterRecord[]): string[] =>
  records.flatMap(({ offerings }) => offerings.map(({ id }) => id));

describe('a confirmation never jumps programs', () => {
  const mental = { ...phoenix, Service_code_info: 'MH * OP * CBT' };
  const substance = { ...phoenix, Service_code_info: 'SA * OP OIT ORT * CBT' };

  test('from the mental-health directory to the other, or back', async () => {
    for (const [first, second] of [
      [mental, substance],
      [substance, mental],
    ] as const) {
      const folder = await temporaryFolder();
      const [one, two] = first === mental ? ['mh-2023', 'su-2024'] : ['su-2023', 'mh-2024'];
      const was = await imported(folder, one, [first]);
      const now = await imported(folder, two, [second], was.out);
      expect(now.records.map(({ center }) => center.id)).toEqual(was.records.map(({ center }) => center.id));
      const ids = new Set(offeringIds(was.records));
      expect(offeringIds(now.records).filter((id) => ids.has(id))).toEqual([]);
      // Years later the first directory lists the program again: it gets its own id and confirmation back.
      const again = await imported(folder, one.replace('2023', '2025'), [first], now.out);
      expect(offeringIds(again.records)).toEqual(offeringIds(was.records));
    }
  });

  if (center === undefined) throw new Error('there are no centers');
  const [offering] = center.offerings;
  if (offering === undefined) throw new Error('it has no offering');
  const { id } = center.center;
  const of = (source: string, ...offerings: (typeof offering)[]): CenterRecord => ({
    center: { ...center.center, sources: [{ name: source, asOf: '2026-01-01' }] },
    offerings,
  });
  const op = { ...offering, id: `${id}-op`, level: 'op' as const };
  const su = 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities 2023';
  const mh = 'SAMHSA National Directory of Mental Health Treatment Facilities 2024';
  const ours = 'Our own list';

  test.each([
    ['of one list', of(su, op), of(su, op), [`${id}-op`]],
    ['of one list, whose facts changed', of(su, op), of(su, { ...op, payers: ['free'] }), [`${id}-op`]],
    ['of an operator and of a directory, though named alike', of(ours, op), of(su, op), [`${id}-op-2`]],
    ['of two directories, though named alike', of(mh, op), of(su, op), [`${id}-op-2`]],
    ['of two levels, though named alike', of(ours, op), of(ours, { ...op, level: 'iop' }), [`${id}-op-2`]],
    [
      'of two rows, when the first row is gone',
      of(su, { ...op, payers: ['free'] }, { ...op, id: `${id}-op-2` }),
      of(su, op),
      [`${id}-op-2`],
    ],
    [
      'of two rows that nobody can tell apart any more',
      of(su, { ...op, payers: ['free'] }, { ...op, payers: ['medicaid'], id: `${id}-op-2` }),
      of(su, { ...op, payers: ['medicare'] }),
      [`${id}-op-3`],
    ],
  ] as const)('offerings %s', (_, before, now, ids) => {
    expect(renamed(now, id, before).offerings.map((each) => each.id)).toEqual(ids);
  });

  test('an offering that skips a year gets its id back, also one that somebody named', () => {
    const named = { ...op, id: `${id}-evening-group` };
    const iop = { ...op, id: `${id}-iop`, level: 'iop' as const };
    const first: Previous = { records: [of(ours, named, iop)], aliases: [] };
    const second = keepIds([of(ours, iop)], first, '2027-01-01');
    expect(second.remembered.map(({ record }) => record.offerings.map((each) => each.id))).toEqual([[named.id]]);
    const third = keepIds([of(ours, op, iop)], second, '2028-01-01');
    expect(third.records[0]?.offerings.map((each) => each.id)).toEqual([named.id, iop.id]);
    expect(third.remembered).toEqual([]);
  });
});

/** A real program, with its rows in the directories year after year. */
interface World {
  readonly owner: number;
  readonly state: (typeof stateCodes)[number];
  readonly kinds: readonly Kind[];
}

/** Made-up words that differ clearly from each other. */
function word(number: number): string {
  const letters = 'bcdfghjklm';
  return [...String(number * 7919 + 100_003)]
    .map((digit) => `${letters[Number(digit)]}${'aeiou'[Number(digit) % 5]}`)
    .join('');
}

const cities = { AZ: ['Phoenix', '85003'], CA: ['San Jose', '95112'], CO: ['Denver', '80202'] } as const;

function rowsOf({ owner, state, kinds }: World, spelling: number): Listing[] {
  const [city, zip] = cities[state as keyof typeof cities];
  return kinds.map((kind): Listing => {
    const name = `${word(owner)} ${word(owner + 5000)} Recovery`;
    return {
      kind,
      year: 2024,
      row: owner,
      // Occasionally a directory spells a name or a street differently.
      name1: spelling === 1 ? `${name} Inc` : name,
      name2: '',
      street1:
        spelling === 2
          ? `${owner * 10 + 100} W. ${word(owner + 900)} St.`
          : `${owner * 10 + 100} West ${word(owner + 900)} Street`,
      street2: '',
      city,
      state,
      zip,
      phone: `602-344-${String(1000 + owner)}`,
      intake1: '',
      intake2: '',
      codeText: kind,
      codes: new Set(kind === 'mental-health' ? ['TC:MH', 'SET:OP'] : ['TC:SA', 'SET:OP', 'SET:OIT', 'SET:ORT']),
      unknownCodes: [],
    };
  });
}

const worlds = fc
  .array(
    fc.record({
      state: fc.constantFrom('AZ', 'CA', 'CO'),
      kinds: fc.constantFrom<Kind[]>(['substance-use'], ['mental-health'], ['substance-use', 'mental-health']),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => list.map((each, owner): World => ({ owner, ...each, state: each.state as World['state'] })));

/** The scope of one import, and the programs that their directories omit or spell differently that year. */
const edition = fc.record({
  states: fc.subarray(['AZ', 'CA', 'CO'], { minLength: 1 }),
  kinds: fc.subarray<Kind>(['substance-use', 'mental-health'], { minLength: 1 }),
  skipped: fc.array(fc.nat(11), { maxLength: 5 }),
  spelling: fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
});

describe('ids over years', () => {
  test('none is lost, given to another, or comes back with a number', async () => {
    const folder = await temporaryFolder();
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(edition, { minLength: 2, maxLength: 6 }), async (all, editions) => {
        let previous: Previous = { records: [], aliases: [] };
        const idOf = new Map<number, string>();
        const ownerOf = new Map<string, number>();
        const offeringOf = new Map<string, string>();
        for (const [year, { states, kinds, skipped, spelling }] of editions.entries()) {
          const there = all.filter(({ owner, state }) => states.includes(state) && !skipped.includes(owner));
          const listings = there
            .flatMap((world) => rowsOf(world, spelling[world.owner] ?? 0))
            .filter(({ kind }) => kinds.includes(kind));
          const done = importListings(listings, () => ({ lat: 33.4, lng: -112, accuracy: 'address' }));
          const covers = coveredBy(done.records);
          const kept = keepIds(done.records, previous, `${2024 + year}-04-01`, undefined, covers);
          const before = previous.records;
          const seen = new Set<string>();
          for (const { center, offerings } of kept.records) {
            const owner = Number(center.phones[0]?.number.slice(-4)) - 1000;
            expect(ownerOf.get(center.id) ?? owner).toBe(owner);
            expect(idOf.get(owner) ?? center.id).toBe(center.id);
            expect(center.id).not.toMatch(/-\d$/);
            ownerOf.set(center.id, owner);
            idOf.set(owner, center.id);
            seen.add(center.id);
            for (const offering of offerings) {
              const program = `${owner} ${offering.id.includes('-mental-health') ? 'mh' : 'su'} ${offering.level}`;
              expect(offeringOf.get(program) ?? offering.id).toBe(offering.id);
              offeringOf.set(program, offering.id);
            }
          }
          const gone = new Set(kept.aliases.filter(({ now }) => now === null).map(({ id }) => id));
          const remembered = new Set(kept.remembered.map(({ record }) => record.center.id));
          for (const id of ownerOf.keys()) if (!seen.has(id)) expect(remembered).toContain(id);
          for (const record of before) if (!covers(record)) expect(gone).not.toContain(record.center.id);
          for (const id of seen) expect(gone).not.toContain(id);
          // As the next year's import finds it in the folder.
          await writeFile(join(folder, 'aliases.csv'), aliasText(kept.aliases));
          await writeFile(join(folder, 'remembered.jsonl'), rememberedText(kept.remembered));
          previous = {
            records: kept.records,
            aliases: await readAliases(folder),
            remembered: await readRemembered(folder),
          };
        }
      }),
      { numRuns: runs(150), seed: 11 },
    );
  });

  test('what led to a center that was away leads to it again', () => {
    const { records } = importListings(rowsOf({ owner: 3, state: 'AZ', kinds: ['substance-use'] }, 0), () => ({
      lat: 33.4,
      lng: -112,
      accuracy: 'address',
    }));
    const id = records[0]?.center.id ?? '';
    const led: Alias = { id: 'an-older-name', now: id, reason: 'merged', since: '2024-04-01' };
    const away = keepIds([], { records, aliases: [led] }, '2025-04-01');
    expect(away.aliases).toEqual([
      { id, now: null, reason: 'gone', since: '2025-04-01' },
      { id: led.id, now: null, reason: 'gone', since: '2025-04-01' },
    ]);
    const back = keepIds(records, away, '2026-04-01');
    expect(back.records).toEqual(records);
    expect(back.aliases).toEqual([led]);
    expect(back.counts).toMatchObject({ kept: 0, returned: 1, new: 0 });
  });

  test('a stranger under a remembered id gets another', () => {
    const at = () => ({ lat: 33.4, lng: -112, accuracy: 'address' }) as const;
    const [one] = importListings(rowsOf({ owner: 3, state: 'AZ', kinds: ['substance-use'] }, 0), at).records;
    const [two] = importListings(rowsOf({ owner: 4, state: 'AZ', kinds: ['substance-use'] }, 0), at).records;
    if (one === undefined || two === undefined) throw new Error('no records');
    const away = keepIds([], { records: [one], aliases: [] }, '2025-04-01');
    const { records } = keepIds([renamed(two, one.center.id, null)], away, '2026-04-01');
    expect(records[0]?.center.id).toBe(`${one.center.id}-2`);
  });

  test('a file that cannot be read is named with its line', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'remembered.jsonl'), '\n{"record":1}\n');
    await expect(readRemembered(folder)).rejects.toThrow('line 2: record: ');
    await writeFile(join(folder, 'remembered.jsonl'), '{');
    await expect(readRemembered(folder)).rejects.toThrow('line 1 is not JSON');
  });
});

describe.skipIf(absent !== null)('the published directories over three imports', () => {
  test('every center of a year that lacks a directory comes back as itself', { timeout: 900_000 }, async () => {
    const folder = await temporaryFolder();
    // The facts hold in every state: some take a third of the time, and ALL=1 imports all.
    const some = sampled(stateCodes, 3);
    const run = async (name: string, workbooks: string[], previous?: string, states: readonly State[] = some) => {
      const out = join(folder, name);
      const account = await importSamhsa({ workbooks, out, states, previous, progress: () => {} });
      return { out, account, records: await loadRecords(out) };
    };
    const [substanceUse, mentalHealth] = await Promise.all(
      [published.substanceUse, published.mentalHealth].map((workbook) => withSomeStates(workbook, some, folder)),
    );
    if (substanceUse === undefined || mentalHealth === undefined) throw new Error('there are no workbooks');
    const first = await run('first', [substanceUse, mentalHealth]);
    const second = await run('second', [substanceUse], first.out);
    const all = first.records.length;
    const listed = (directory: RegExp) =>
      first.records.filter(({ center }) => center.sources.some(({ name }) => directory.test(name))).length;
    const kept = listed(/Drug and Alcohol Use/);
    expect(all - kept).toBeGreaterThan(100);
    expect(kept).toBeGreaterThan(100);
    expect(second.account).toContain(
      `ids: ${kept} kept, 0 new, 0 merged into others, 0 gone, ${all - kept} of other states or directories`,
    );
    const third = await run('third', [substanceUse, mentalHealth], second.out);
    expect(third.account).toContain(`ids: ${all} kept, 0 new, 0 merged into others, 0 gone\n`);
    expect(third.records).toEqual(first.records);
    const arizona = await run('arizona', [substanceUse, mentalHealth], first.out, ['AZ']);
    expect(arizona.account).toContain(
      `ids: 581 kept, 0 new, 0 merged into others, 0 gone, ${all - 581} of other states or directories`,
    );
    expect(await readAliases(arizona.out)).toEqual([]);
  });
});
