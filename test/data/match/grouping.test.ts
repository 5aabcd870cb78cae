import { describe, expect, it } from 'vitest';
import { groupListings } from '../../../data/match/group-listings.ts';
import { type Compared, profileOfListing } from '../../../data/match/profile.ts';
import { toldApart } from '../../../data/match/programs.ts';
import { Decisions } from '../../../data/match/review.ts';
import { score } from '../../../data/match/score.ts';
import type { Listing } from '../../../data/sources/samhsa/listing.ts';

const base: Listing = {
  ...{ kind: 'substance-use', name1: 'Saguaro Recovery Inc', name2: '', street1: '100 West Adams Street', street2: '' },
  ...{ city: 'Phoenix', state: 'AZ', zip: '85003', phone: '602-344-0100', intake1: '', intake2: '' },
  ...{ year: 2024, row: 2, codeText: '', codes: new Set(), unknownCodes: [] },
};
const listing = (parts: Partial<Listing>): Listing => ({ ...base, ...parts });
const outcome = (one: Compared, other: Compared) => score(profileOfListing(one), profileOfListing(other)).outcome;

// The first listing surely matches the second, and the second surely matches the third. The first does not match the
// third.
const one = listing({ street2: 'Suite 100', codeText: '1' });
const middle = listing({ kind: 'mental-health', codeText: '2' });
const third = listing({ street2: 'Suite 900', codeText: '3' });
const sizes = (groups: readonly (readonly unknown[])[]) => groups.map(({ length }) => length).sort();

it('two listings are never joined by way of a third', () => {
  expect([outcome(one, middle), outcome(middle, third)]).toEqual(['merged', 'merged']);
  expect(outcome(one, third)).not.toBe('merged');
  for (const order of [
    [one, middle, third],
    [third, middle, one],
    [middle, third, one],
  ]) {
    const { groups, review } = groupListings(order);
    expect(sizes(groups)).toEqual([1, 2]);
    expect(groups.some((group) => group.includes(one) && group.includes(third))).toBe(false);
    expect(review.length).toBeGreaterThan(0);
  }
});

it('a reviewer’s "different" keeps groups apart that "same" would join through a third', () => {
  const rows = (pairs: readonly (readonly [Listing, Listing, 'same' | 'different'])[]) => {
    const decisions = new Decisions();
    for (const [first, second, decision] of pairs) {
      const keys = { one: profileOfListing(first).key, other: profileOfListing(second).key };
      decisions.add({ ...keys, decision, points: 0, why: '', onePhones: '', otherPhones: '' });
    }
    return decisions;
  };
  const said = rows([
    [one, middle, 'same'],
    [middle, third, 'same'],
    [one, third, 'different'],
  ]);
  const { groups } = groupListings([one, middle, third], said);
  expect(sizes(groups)).toEqual([1, 2]);
  expect(groups.some((group) => group.includes(one) && group.includes(third))).toBe(false);
  const agreed = rows([
    [one, middle, 'same'],
    [middle, third, 'same'],
    [one, third, 'same'],
  ]);
  expect(sizes(groupListings([one, middle, third], agreed).groups)).toEqual([3]);
});

describe('is not one center without asking', () => {
  it('two houses that withhold their street, however alike', () => {
    const hidden = listing({ street1: '- - -' });
    expect(outcome(hidden, { ...hidden, kind: 'mental-health' })).not.toBe('merged');
    const box = listing({ street1: 'PO Box 12' });
    expect(outcome(box, { ...box, kind: 'mental-health' })).not.toBe('merged');
  });

  it.each([
    ['boy', 'Adult'],
    ['Girl', 'Adult'],
    ['Youth', 'Adult'],
    ['Adolescent', 'Adult'],
    ['Children', 'Adult'],
    ['Women', 'Men'],
    ['Residential', 'Outpatient'],
    ['Detox', 'IOP'],
    ['House 1', 'House 2'],
  ])('a program for %s and one for %s', (first, second) => {
    const [a, b] = [first, second].map((name2) => profileOfListing(listing({ name2 })));
    if (a === undefined || b === undefined) throw new Error('two profiles are compared');
    expect(toldApart(a, b)).toBe(true);
  });
});
