import { describe, expect, it, test } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { clustered, NOW } from '../publish/clustered.ts';
import { plainUnknown, plainVerdict } from '../support/kleene.ts';
import { matchingOfferings } from '../support/oracle.ts';
import { meter, plain, watched } from './watched.ts';

// Cities in mixed case and with accents, and names with the same beginning, so that a wrong order shows.
const cities = ['Mesa', 'mesa', 'Mesa Verde', 'MESA', 'La Cañada', 'la canada', 'Ñandú'];
const records = clustered(1_200, 6).map((record, n): CenterRecord => {
  const city = n % 3 === 0 ? (cities[(n / 3) % cities.length] ?? 'Mesa') : record.center.address.city;
  const name = n % 2 === 0 ? record.center.name : record.center.name.toLowerCase();
  return { ...record, center: { ...record.center, name, address: { ...record.center.address, city } } };
});

const filters: readonly Filter[] = [
  {},
  { level: ['iop'] },
  { level: ['inpatient'], population: ['pregnant'], language: ['ase'] },
  { level: ['iop', 'php'], payer: ['private'], schedule: ['evening'] },
  { condition: ['mental-health'], housing: true },
  { confirmed: { maxAgeDays: 60 } },
  { accepting: true, level: ['detox'] },
];

/**
 * The state's centers sorted by city, name and id in lower case; counts the centers in doubt of the whole state, up to
 * fifty.
 */
function plainListing(state: string, filter: Filter, limit: number) {
  const key = ({ center: { address, name, id } }: CenterRecord) => [address.city.toLowerCase(), name.toLowerCase(), id];
  const sorted = records
    .filter(({ center }) => center.address.state === state)
    .sort((a, b) => {
      const [ofA, ofB] = [key(a), key(b)];
      const at = ofA.findIndex((part, index) => part !== ofB[index]);
      return at < 0 ? 0 : (ofA[at] ?? '') < (ofB[at] ?? '') ? -1 : 1;
    });
  const matches: { id: string; offerings: string[] }[] = [];
  for (const record of sorted) {
    if (matches.length === limit) break;
    const offerings = matchingOfferings(record, filter, NOW);
    if (offerings !== null) matches.push({ id: record.center.id, offerings: offerings.map(({ id }) => id) });
  }
  return { matches, unknown: plainUnknown(sorted.map((record) => plainVerdict(record, filter, NOW))) };
}

describe('a search of a state', async () => {
  const { locator } = await watched(records);
  const [someone = '', another = ''] = new Set(records.map(({ center }) => center.organization.slug));

  test.each(stateCodes)('%s equals a plain sort, for every filter and limit', async (state) => {
    for (const filter of filters) {
      for (const limit of [1, 7, 50, 1_000]) {
        const { answer } = await locator.inState({ state, filter, limit }, meter());
        expect(plain(answer)).toEqual(plainListing(state, filter, limit));
      }
    }
  });

  it('equals it where organizations narrow it, alone and with other fields', async () => {
    let found = 0;
    for (const state of stateCodes) {
      for (const organization of [[someone], [someone, another], ['nobody']]) {
        for (const filter of [{ organization }, { organization, level: ['iop', 'op'] as const }]) {
          const { answer } = await locator.inState({ state, filter, limit: 5 }, meter());
          expect(plain(answer)).toEqual(plainListing(state, filter, 5));
          found += answer.matches.length;
        }
      }
    }
    expect(found).toBeGreaterThan(20);
  });
});
