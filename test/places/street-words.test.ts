import { describe, expect, it } from 'vitest';
import { isStreet } from '../../functions/places/street.ts';
import { directions, otherTypes, shortTypes, streetTypes } from '../../functions/places/street-words.ts';

const types = [...streetTypes, ...otherTypes];

describe('street words', () => {
  it.each(types)('%s and %s both end a street', (word, short) => {
    expect([isStreet(`123 Main ${word}`), isStreet(`123 Main ${short}`)]).toEqual([true, true]);
  });

  it.each([...directions])('%s and %s both tell which end of a street', (word, short) => {
    expect([isStreet(`123 ${word} Main St`), isStreet(`123 Main St ${short}`)]).toEqual([true, true]);
  });

  it('have one short form each, which none but the same word has', () => {
    expect(new Set(streetTypes.values()).size).toBe(streetTypes.size);
    for (const [, short] of otherTypes) expect([...streetTypes.values()]).toContain(short);
  });

  it('are looked up by name', () => {
    expect([...shortTypes(['street', 'av'])]).toEqual([
      ['street', 'st'],
      ['av', 'ave'],
    ]);
    expect(() => shortTypes(['street', 'clinic'])).toThrow('"clinic" is not a street type');
  });
});
