import { expect, test } from 'vitest';
import { readsAsCrisis } from '../../functions/crisis/crisis.ts';
import { ownWords } from '../../functions/http/middleware/crisis.ts';
import { listings } from '../support/listings.ts';

const records = await listings();
const distinct = (texts: readonly string[]) => [...new Set(texts)];

test('no listed center, organization or city is read as a crisis', () => {
  const names = records.flatMap(({ center: { name, organization, address } }) => [
    name,
    organization?.name ?? name,
    address.city,
    `iop ${address.city} ${address.state}`,
  ]);
  expect(distinct(names).filter(readsAsCrisis)).toEqual([]);
});

test('no number but 988 is', () => {
  const numbers = Array.from({ length: 100_000 }, (_, number) => [`${number}`, `${number}`.padStart(5, '0')]).flat();
  expect(distinct(numbers).filter(readsAsCrisis)).toEqual(['988']);
});

test('no word of the API itself, which the handler therefore does not read', () => {
  expect(ownWords.size).toBeGreaterThan(100);
  expect([...ownWords].filter(readsAsCrisis)).toEqual([]);
});
