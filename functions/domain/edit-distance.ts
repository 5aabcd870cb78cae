/** Longest word that is compared, in letters: as long as the longest slug. The time grows with the square of this. */
const LONGEST = 120;
// The three rows of the distance table. They are reused between calls, because a misspelled word is compared with
// hundreds of others.
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/**
 * Number of single letters that must be added, left out, replaced or swapped with their neighbor to turn one word into
 * the other (Damerau-Levenshtein; no letter is changed twice). People swap letters as often as they miss one, so
 * "rehba" is one step from "rehab", where Levenshtein counts two. If the number is above `most`, or a word is longer
 * than 120 letters, the result is `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  const beyond = most + 1;
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST || b.length > LONGEST) return beyond;
  let [before, last, row]: readonly Uint8Array[] = rows;
  if (before === undefined || last === undefined || row === undefined) return beyond;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, at(before, j - 2) + 1);
      }
      row[j] = steps;
      least = Math.min(least, steps);
    }
    // Stops early if the result must exceed `most`. A swap uses the row before the last, so both rows must exceed the
    // limit.
    if (least > most && leastBefore > most) return beyond;
    leastBefore = least;
    [before, last, row] = [last, row, before];
  }
  return Math.min(at(last, b.length), beyond);
}

const at = (row: Uint8Array, place: number): number => row[place] ?? LONGEST;
