import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed } from '../../functions/dataset/packed-center.ts';
import { isOneTypoApart, oneStepApart, wordsOf, wordsOfName } from '../../functions/dataset/words.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { oracleNear } from '../support/oracle.ts';
import { isNear } from '../support/plain-lookups.ts';
import { locatorOf } from '../support/published.ts';

const NOW = Date.UTC(2026, 10, 1);
const records = await loadRecords('test/fixtures/listings');
const locator = await locatorOf(records, NOW);

const namesOf = ({ center }: CenterRecord) =>
  [center.name, center.organization.name, ...center.alternateNames].join(' ');
const everyWord = [...new Set(records.flatMap((record) => wordsOfName(namesOf(record))))];

/** Every asked word begins a word of the names; one that begins none anywhere is taken as a letter off. */
function plainScan(text: string): CenterRecord[] {
  return records.filter((record) =>
    wordsOf(text).every((word) => {
      const isKnown = everyWord.some((known) => known.startsWith(word));
      return wordsOfName(namesOf(record)).some((own) => (isKnown ? own.startsWith(word) : oneStepApart(own, word)));
    }),
  );
}

const idsNamed = async (name: string) => {
  const meter = newMeter();
  const { answer } = await locator.named({ name, filter: {}, limit: 50 }, meter);
  return answer.matches.map(({ row }) => row[packed.id]);
};
const byName = (list: readonly CenterRecord[]) =>
  list
    .map(({ center }) => ({ id: center.id, key: `${center.name.toLowerCase()}\u0000${center.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, 50)
    .map(({ id }) => id);

describe('a search by name', () => {
  it('finds words and beginnings of words of all names, ordered by name', async () => {
    for (const text of [
      'fam',
      'Family Service',
      'service FAMILY',
      'behav health',
      'the',
      'zzz',
      'counseling inc',
      'o',
      "child's",
    ]) {
      expect(await idsNamed(text), text).toEqual(wordsOf(text).length === 0 ? [] : byName(plainScan(text)));
    }
  });

  it('finds every center by any word of its names with one letter wrong', async () => {
    const long = everyWord.filter((word) => word.length >= 5 && /^[a-z]+$/.test(word)).slice(0, 120);
    for (const [n, word] of long.entries()) {
      const at = 1 + (n % (word.length - 2));
      const typed =
        [
          word.slice(0, at) + word.slice(at + 1),
          `${word.slice(0, at)}q${word.slice(at)}`,
          `${word.slice(0, at)}q${word.slice(at + 1)}`,
          word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
        ][n % 4] ?? word;
      expect(await idsNamed(typed), `${typed} for ${word}`).toEqual(byName(plainScan(typed)));
    }
  });

  it('finds saints, mounts and forts written short or in full, and initials with or without periods', async () => {
    const [record] = records;
    if (record === undefined) throw new Error('no records');
    const named = (name: string) => ({
      ...record,
      center: { ...record.center, name, organization: { slug: 'other', name: 'Other' } },
    });
    for (const [name, ...asked] of [
      ["St. Luke's Clinic", 'st lukes', 'Saint Luke', 'saint', 'saimt lukes'],
      ['Saint Lukes Clinic', "St. Luke's", 'st luke', 'sain'],
      ['Fort Mount House', 'ft mt', 'fort mount'],
      ['The N.A.T.I.V.E. Project', 'native project', 'n.a.t.i.v.e'],
      ['YMCA Lodge', 'Y.M.C.A.', 'ymca'],
    ] as const) {
      const alone = await locatorOf([named(name)], NOW);
      for (const text of asked) {
        const { answer } = await alone.named({ name: text, filter: {}, limit: 1 }, newMeter());
        expect(answer.matches.length, `${text} for ${name}`).toBe(1);
      }
    }
  });

  it('stands beside a place and filters', async () => {
    const origin = { lat: 33.45, lng: -112.07 };
    const filter = { level: ['iop' as const] };
    const { answer } = await locator.near({ origin, withinKm: null, filter, name: 'center', limit: 10 }, newMeter());
    const slow = oracleNear(plainScan('center'), { origin, withinKm: null, filter, limit: 10 }, NOW);
    expect(answer.matches.map(({ row }) => row[packed.id])).toEqual(slow.results.map(({ id }) => id));
    expect(answer.matches.length).toBeGreaterThan(0);
  });

  it('takes at most three round trips once the directory is there, misspelt or not', async () => {
    const cold = await locatorOf(records, NOW);
    await cold.near({ origin: { lat: 33, lng: -112 }, withinKm: null, filter: {}, limit: 1 }, newMeter());
    await cold.named({ name: 'zebra', filter: {}, limit: 10 }, newMeter());
    for (const name of ['recovery', 'reocvery center', 'famly servic']) {
      const meter = newMeter();
      await cold.named({ name, filter: {}, limit: 10 }, meter);
      expect(meter.roundTrips).toBeLessThanOrEqual(3);
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
          expect(isOneTypoApart(original, typed)).toBe(isNear(original, typed));
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
