import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed } from '../../functions/dataset/packed-center.ts';
import { isOneSlipApart, oneStepApart, wordsOf } from '../../functions/dataset/words.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { oneSlip, plainKinds, slipKinds, typedNames } from '../bench/names/typed-names.ts';
import { oracleNear } from '../support/oracle.ts';
import { isNear } from '../support/plain-lookups.ts';
import { plainlyNamed } from '../support/plain-names.ts';
import { locatorOf } from '../support/published.ts';
import { seeded } from '../support/random.ts';

const NOW = Date.UTC(2026, 10, 1);
const records = await loadRecords('test/fixtures/listings');
const locator = await locatorOf(records, NOW);

const idsNamed = async (name: string, limit = 50) => {
  const { answer } = await locator.named({ name, filter: {}, limit }, newMeter());
  return answer.matches.map(({ row }) => row[packed.id]);
};
const idsOf = (list: readonly CenterRecord[], limit = 50) => list.map(({ center }) => center.id).slice(0, limit);

/** Records with these names and places; everything else is as in the first listing. */
const called = (...names: readonly (readonly [name: string, city?: string, ...alternate: string[]])[]) =>
  names.map(([name, city = 'Yuma', ...alternateNames], at): CenterRecord => {
    const [record] = records;
    if (record === undefined) throw new Error('no records');
    const { center } = record;
    const address = { ...center.address, city, state: 'AZ' as const };
    const organization = { slug: 'other', name: 'Other' };
    return { offerings: [], center: { ...center, id: `center-${at}`, name, alternateNames, organization, address } };
  });

/** Names found, best first. */
async function found(text: string, list: readonly CenterRecord[]): Promise<string[]> {
  const { answer } = await (await locatorOf(list, NOW)).named({ name: text, filter: {}, limit: 50 }, newMeter());
  expect(
    answer.matches.map(({ row }) => row[packed.id]),
    text,
  ).toEqual(idsOf(plainlyNamed(list, text)));
  return answer.matches.map(({ row }) => row[packed.name]);
}

const fillers = Array.from({ length: 20 }, (_, at) => [`Clinic ${at}`] as const);

describe('a search by name', () => {
  it.each([
    ...['fam', 'Family Service', 'service FAMILY', 'behav health', 'the', 'zzz', 'counseling inc', 'o', "child's"],
    ...['va', 'recovery phoenix', 'az', 'recovry centre', 'healthcare network'],
  ])('of "%s" finds what a scan of every name finds, in its order', async (text) => {
    expect(await idsNamed(text)).toEqual(wordsOf(text).length === 0 ? [] : idsOf(plainlyNamed(records, text)));
  });

  it('finds what a scan finds for names as people type them, with slips or without', async () => {
    const typed = [...typedNames(records, plainKinds, 42, seeded(3)), ...typedNames(records, slipKinds, 40, seeded(4))];
    expect(typed.length).toBe(82);
    for (const { typed: text } of typed) expect(await idsNamed(text), text).toEqual(idsOf(plainlyNamed(records, text)));
  });

  it('has the center that is meant among the first three', async () => {
    for (const [kinds, least] of [
      [plainKinds, 0.95],
      [slipKinds, 0.92],
    ] as const) {
      const typed = typedNames(records, kinds, 200, seeded(5));
      let right = 0;
      for (const { typed: text, meant } of typed) if ((await idsNamed(text, 3)).some((id) => meant.has(id))) right += 1;
      expect(right / typed.length).toBeGreaterThanOrEqual(least);
    }
  });

  it.each([
    [
      'navos seattle',
      [
        ['Navos', 'Burien'],
        ['Navos', 'Seattle'],
        ['Seattle Clinic', 'Tacoma'],
      ],
      1,
    ],
    [
      'med mark stockton',
      [
        ['MedMark Treatment Centers', 'Stockton'],
        ['Mark Clinic', 'Stockton'],
      ],
      0,
    ],
    ['valleywide counseling', [['Valley Counseling'], ['Valley Wide Counseling']], 1],
    [
      'cbh tucson',
      [
        ['Center for Behavioral Health, Inc.', 'Tucson'],
        ['Center for Behavioral Health', 'Mesa'],
      ],
      0,
    ],
    [
      'r.c.a. mesa',
      [
        ['Recovery Centers of America', 'Mesa'],
        ['Recovery Center', 'Mesa'],
      ],
      0,
    ],
    ['habilitive systems', [['Habilitative Systems Inc'], ['Systems of Care']], 0],
    ['karl albert', [['Carl Albert Clinic'], ['Albert House']], 0],
    ['white mtn counseling', [['White House Counseling'], ['White Mountain Counseling']], 1],
    ['lighthouse way', [['Hope Center', 'Yuma', 'Lighthouse Way'], ['Lighthouse']], 0],
    ['hope house', [['Hope House of Yuma Counseling Center'], ['Hope House']], 1],
  ] as const)('of "%s" puts the right one first', async (text, names, first) => {
    const list = called(...names);
    expect((await found(text, list))[0]).toBe(list[first]?.center.name);
  });

  it('takes a short word as a whole one where there is one: VA is not Valley', async () => {
    const list = called(['Valley Clinic'], ['VA Clinic'], ['Vance House']);
    expect(await found('va', list)).toEqual(['VA Clinic']);
    expect(await found('van', list)).toEqual(['Vance House']);
    // Three letters begin a longer word too, but not where they are a word.
    const both = await found('van house', called(['Vance House'], ['Van Buren Clinic'], ...fillers));
    expect(both.toSorted()).toEqual(['Van Buren Clinic', 'Vance House']);
  });

  it('puts whole words before beginnings and names before places', async () => {
    const list = called(['Hopewell House'], ['Hope House'], ['Center', 'Hope'], ...fillers);
    expect(await found('hope', list)).toEqual(['Hope House', 'Hopewell House']);
  });

  it('finds nothing by a word that no name has, and little beside it', async () => {
    const list = called(['Hope House'], ['Harbor House'], ['Haven House']);
    expect(await found('zzzqx', list)).toEqual([]);
    expect(await found('zzzqx house', list)).toEqual([]);
  });

  it('goes on with the next page where the one before ended', async () => {
    const whole = idsOf(plainlyNamed(records, 'family counseling'));
    expect(whole.length).toBeGreaterThan(6);
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { answer } = await locator.named({ name: 'family counseling', filter: {}, limit: 3, after }, newMeter());
      seen.push(...answer.matches.map(({ row }) => row[packed.id]));
      if (!answer.more) break;
      after = answer.matches.at(-1)?.key ?? null;
    }
    expect(seen.slice(0, 50)).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('finds saints, mounts and forts written short or in full, and initials with or without periods', async () => {
    for (const [name, ...asked] of [
      ["St. Luke's Clinic", 'st lukes', 'Saint Luke', 'saint', 'saimt lukes'],
      ['Saint Lukes Clinic', "St. Luke's", 'st luke', 'sain'],
      ['Fort Mount House', 'ft mt', 'fort mount'],
      ['The N.A.T.I.V.E. Project', 'native project', 'n.a.t.i.v.e'],
      ['YMCA Lodge', 'Y.M.C.A.', 'ymca'],
    ] as const) {
      for (const text of asked) expect(await found(text, called([name])), text).toEqual([name]);
    }
  });

  it('goes beside a place and filters', async () => {
    const origin = { lat: 33.45, lng: -112.07 };
    const filter = { level: ['iop' as const] };
    const { answer } = await locator.near({ origin, withinKm: null, filter, name: 'center', limit: 10 }, newMeter());
    const slow = oracleNear(plainlyNamed(records, 'center'), { origin, withinKm: null, filter, limit: 10 }, NOW);
    expect(answer.matches.map(({ row }) => row[packed.id])).toEqual(slow.results.map(({ id }) => id));
    expect(answer.matches.length).toBeGreaterThan(0);
  });

  it('takes at most three round trips once the index is there, five where a word is misspelled', async () => {
    const cold = await locatorOf(records, NOW);
    await cold.near({ origin: { lat: 33, lng: -112 }, withinKm: null, filter: {}, limit: 1 }, newMeter());
    await cold.named({ name: 'zebra', filter: {}, limit: 10 }, newMeter());
    const random = seeded(6);
    for (const [name, most] of [
      ['recovery', 3],
      ['family center', 3],
      [`${oneSlip('recovery', random)} center`, 5],
      ['famly servic', 5],
    ] as const) {
      const meter = newMeter();
      await cold.named({ name, filter: {}, limit: 10 }, meter);
      expect(meter.roundTrips, name).toBeLessThanOrEqual(most);
    }
  });
});

describe('words', () => {
  it('that are one step apart share a spelling with a letter left out', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom('drop', 'add', 'change', 'swap'),
        fc.constantFrom(...'abcxyz'),
        (original, n, how, letter) => {
          const at = n % (original.length - 1);
          const typed = {
            drop: original.slice(0, at) + original.slice(at + 1),
            add: original.slice(0, at) + letter + original.slice(at),
            change: original.slice(0, at) + letter + original.slice(at + 1),
            swap: original.slice(0, at) + original[at + 1] + original[at] + original.slice(at + 2),
          }[how];
          expect(oneStepApart(original, typed)).toBe(true);
          expect(isOneSlipApart(original, typed)).toBe(isNear(original, typed));
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });

  it.each([
    ['abc', 'abc', true],
    ['recovery', 'recover', true],
    ['recovery', 'reocvery', true],
    ['recovery', 'recoxexy', false],
    ['mesa', 'mesaxx', false],
    ['abcd', 'dcba', false],
  ])('%s and %s: %s', (a, b, apart) => {
    expect(oneStepApart(a, b)).toBe(apart);
    expect(oneStepApart(b, a)).toBe(apart);
  });
});
