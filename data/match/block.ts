import type { Profile } from './profile.ts';

/** Maximum size of a block in which all pairs are compared. A larger block is first divided by ZIP and operator. */
const mostInBlock = 60;

/**
 * Yields the pairs that are worth comparing, among those that `isWanted` accepts: pairs that share a street number and
 * a ZIP or town, or a phone number in one region (first three ZIP digits), or an operator in one ZIP. Yields each pair
 * once, as two indexes with the lower first. Work grows linearly with the listings, because blocks are limited in size.
 */
export function* candidatePairs(
  profiles: readonly Profile[],
  isWanted: (first: number, second: number) => boolean = () => true,
): Generator<readonly [number, number]> {
  const blocks = new Map<string, number[]>();
  for (const [index, profile] of profiles.entries()) {
    for (const key of new Set(keysOf(profile))) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [index]);
      else block.push(index);
    }
  }
  const seen = new Set<number>();
  for (const block of blocks.values()) {
    for (const part of divided(block, profiles)) {
      for (const [at, first] of part.entries()) {
        for (let next = at + 1; next < part.length; next++) {
          const second = part[next] ?? 0;
          const pair = first * profiles.length + second;
          if (seen.has(pair) || !isWanted(first, second)) continue;
          seen.add(pair);
          yield [first, second];
        }
      }
    }
  }
}

function keysOf({ street, zip, city, state, numbers, organization }: Profile): string[] {
  const operator = organization.slice(0, 2).join(' ');
  const keys = [`${zip} operator ${operator}`];
  if (street !== null && street.number !== '') {
    keys.push(`${zip} number ${street.number}`, `${state} ${city} number ${street.number} ${street.name.slice(0, 4)}`);
  }
  for (const number of numbers) keys.push(`${zip.slice(0, 3)} phone ${number}`);
  return keys;
}

function divided(block: number[], profiles: readonly Profile[]): number[][] {
  if (block.length <= mostInBlock) return [block];
  const parts = Map.groupBy(block, (index) => `${profiles[index]?.zip} ${profiles[index]?.organization.join(' ')}`);
  return [...parts.values()].map((part) => part.slice(0, mostInBlock));
}
