import { expect } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { type PackedCenter, packed } from '../../functions/dataset/packed-center.ts';
import { oneStepApart, wordsOf } from '../../functions/dataset/words.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { recordNumber } from '../../functions/domain/record-number.ts';
import { Locator } from '../../functions/search/locator.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { plainlyNamed } from './plain-names.ts';
import { pick } from './random.ts';

/** A limit that no list reaches, because lookups are compared with the complete results of plain scans. */
const MOST = 10_000;
export const ids = (rows: readonly PackedCenter[]) => rows.map((row) => row[packed.id]);
export const idsOf = (list: readonly CenterRecord[]) => list.map(({ center }) => center.id);
const byName = (list: readonly CenterRecord[]) =>
  idsOf(
    list.toSorted((a, b) => {
      const [one, other] = [a, b].map(({ center }) => `${center.name.toLowerCase()}\u0000${center.id}`);
      return (one ?? '') < (other ?? '') ? -1 : 1;
    }),
  );

/** A word with its letters left out one at a time; short words, long ones and numbers unchanged. */
function spellingsOf(word: string): string[] {
  const letters = [...word];
  if (letters.length < 4 || letters.length > 40 || /\p{N}/u.test(word)) return [word];
  return [word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))];
}

/**
 * True if two words differ by one typing error, decided without the index: such words share a spelling with one letter
 * left out.
 */
export const isNear = (own: string, word: string): boolean =>
  oneStepApart(own, word) && spellingsOf(own).some((spelling) => spellingsOf(word).includes(spelling));

/** Organizations sorted by slug. The center with the lowest id decides the organization's name. */
function plainOrganizations(records: readonly CenterRecord[]) {
  const found = new Map<string, string>();
  for (const { center } of records.toSorted((a, b) => (a.center.id < b.center.id ? -1 : 1))) {
    if (!found.has(center.organization.slug)) found.set(center.organization.slug, center.organization.name);
  }
  return [...found].map(([slug, name]) => ({ slug, name })).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/**
 * Compares every kind of lookup with a plain scan.
 * @param about Centers that changed or were removed.
 */
export async function expectLookups(
  store: DatasetStore,
  records: readonly CenterRecord[],
  about: readonly CenterRecord[],
  random: () => number,
): Promise<void> {
  const locator = new Locator({ store, now: () => 0 });
  const meter = newMeter();
  const organizations = plainOrganizations(records);
  for (const { center } of [...about, ...(records.length > 0 ? [pick(random, records)] : [])]) {
    const now = records.find((one) => one.center.id === center.id)?.center;
    const row = (await locator.center(center.id, meter)).answer;
    expect(row && [row[packed.id], row[packed.name]]).toEqual(now ? [now.id, now.name] : null);
    const { answer: numbered } = await locator.numbered(recordNumber('center', center.id), meter);
    expect(ids(numbered.centers)).toEqual(now ? [now.id] : []);
    const { slug } = center.organization;
    const organization = organizations.find((one) => one.slug === slug) ?? null;
    expect((await locator.organization(slug, meter)).answer).toEqual(organization);
    const number = recordNumber('organization', slug);
    expect((await locator.numbered(number, meter)).answer.organizations).toEqual(organization ? [organization] : []);
    const ofThem = await locator.ofOrganizations({ filter: { organization: [slug] }, limit: MOST }, meter);
    const expected = byName(records.filter((one) => one.center.organization.slug === slug));
    expect(ids(ofThem.answer.matches.map((match) => match.row))).toEqual(expected);
    const word = pick(random, wordsOf(`${center.name} ${center.organization.name}`));
    const at = Math.floor(random() * word.length);
    for (const name of [word, word.slice(0, 3), word.slice(0, at) + word.slice(at + 1), `${word} ${slug}`]) {
      const { answer } = await locator.named({ name, filter: {}, limit: MOST }, meter);
      const named = wordsOf(name).length === 0 ? [] : idsOf(plainlyNamed(records, name));
      expect(ids(answer.matches.map((match) => match.row)), name).toEqual(named);
    }
  }
  for (let n = 0; n < 4; n += 1) {
    const [skip, limit] = [Math.floor(random() * (organizations.length + 2)), Math.floor(random() * 40)];
    const { answer } = await locator.organizations({ skip, limit }, meter);
    expect(answer).toEqual({ total: organizations.length, items: organizations.slice(skip, skip + limit) });
  }
  const whole = await locator.organizations({ skip: 0, limit: MOST }, meter);
  expect(whole.answer).toEqual({ total: organizations.length, items: organizations });
}
