import { describe, expect, test } from 'vitest';
import { decode85, encode85 } from '../../../web/pocket/base85.ts';
import { seeded } from '../../support/random.ts';

describe('base85', () => {
  test('every length of bytes comes back, in letters that mean nothing in HTML', () => {
    const random = seeded(85);
    for (let length = 0; length < 300; length += 1) {
      const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256));
      const text = encode85(bytes);
      expect(text).toMatch(/^[^<>&"'\\`\s]*$/);
      expect(text.length).toBe(Math.ceil((length * 5) / 4));
      expect(decode85(text)).toEqual(bytes);
    }
  });

  test.each([[[0, 0, 0, 0]], [[255, 255, 255, 255]], [[0]], [[255]], [[255, 255, 255]], [[0, 0, 0, 1, 128]]])(
    'the bytes %j come back',
    (bytes) => {
      expect([...decode85(encode85(Uint8Array.from(bytes)))]).toEqual(bytes);
    },
  );

  test.each([
    ['0', 'one letter alone'],
    ['000000', 'a group with one letter'],
    ['0000<', 'a letter of HTML'],
    ['0000é', 'a letter beyond ASCII'],
    ['00 00', 'a space'],
    ['~~~~~', 'a group beyond four bytes'],
  ])('refuses %j: %s', (text) => {
    expect(() => decode85(text)).toThrow(RangeError);
  });
});
