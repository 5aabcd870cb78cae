/** Fewest letters of a word in which two wrong letters are forgiven. In shorter words only one is. */
const LONG = 8;
/** Ordinary words that are spelled almost like a danger word. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['overdone', 'overdoing', 'overrode', 'homicide']);

/** Returns true if `word` is `known` with a letter missing, extra, wrong or swapped with the next. */
export function isSlipOf(known: string, word: string): boolean {
  const most = Math.min(known.length, word.length) >= LONG ? 2 : 1;
  // People rarely mistype the first letter. Comparing it first also rejects most words quickly.
  if (known[0] !== word[0] || Math.abs(known.length - word.length) > most || OTHER_WORDS.has(word)) return false;
  return distance(known, word) <= most;
}

/** The smallest number of letters to add, drop, replace or swap with a neighbor (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
