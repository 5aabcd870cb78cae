/**
 * Binary search. Returns the first position in `0…count` for which `isBelow` is false; `count` if it is true for all.
 * @param isBelow Must be true up to some position and false after it, such as `at => keys[at] < key` for ascending
 * keys.
 */
export function firstNotBelow(count: number, isBelow: (position: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
