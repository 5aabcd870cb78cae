/**
 * Packs the weights of signs into few bytes. A sign is identified by a hash, so a pair of words takes no more space
 * than a word. Each entry is the distance from the previous hash (Rice code: unary part, a 0, then REST bits), followed
 * by LEVEL bits with the position of its weight in LEVELS. Six bits make one character.
 */
const HASH_BITS = 18;
const REST = 7;
const LEVEL = 3;
/** The weights that a sign may have, in log-odds. */
export const LEVELS: readonly number[] = [-2.2, -1.4, -0.7, 0.6, 1, 1.4, 1.8, 2.5];
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';

/** Hashes a sign to HASH_BITS bits. */
export function hashOf(sign: string): number {
  let hash = 0;
  for (let at = 0; at < sign.length; at++) {
    hash = Math.imul(hash ^ sign.charCodeAt(at), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash >>> (32 - HASH_BITS);
}

/** Unpacks the weights, by the hash of their sign. */
export function unpacked(text: string): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  const end = text.length * 6;
  let at = 0;
  const bit = () => (DIGITS.indexOf(text.charAt(Math.floor(at / 6))) >> (5 - (at++ % 6))) & 1;
  const bits = (count: number) => {
    let number = 0;
    for (let read = 0; read < count; read++) number = number * 2 + bit();
    return number;
  };
  for (let hash = -1; at < end; ) {
    let far = 0;
    while (at < end && bit() === 1) far++;
    if (at + REST + LEVEL > end) break;
    hash += far * 2 ** REST + bits(REST) + 1;
    weights.set(hash, LEVELS[bits(LEVEL)] ?? 0);
  }
  return weights;
}

/**
 * Reverses {@link unpacked}. The last character is padded with ones.
 * @param places For each hash, the position of its weight in LEVELS.
 */
export function packed(places: ReadonlyMap<number, number>): string {
  let before = -1;
  let bits = '';
  for (const [hash, level] of [...places].toSorted(([one], [other]) => one - other)) {
    const far = hash - before - 1;
    bits += `${'1'.repeat(far >> REST)}0${(far % 2 ** REST).toString(2).padStart(REST, '0')}${level.toString(2).padStart(LEVEL, '0')}`;
    before = hash;
  }
  return (bits.match(/.{1,6}/g) ?? []).map((six) => DIGITS.charAt(Number.parseInt(six.padEnd(6, '1'), 2))).join('');
}
