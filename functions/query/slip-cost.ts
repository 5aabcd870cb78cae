/** Letters that are typed for one another because they sound alike. */
const ALIKE = ['aeiouy', 'sczx', 'ckq', 'bvp', 'mn', 'gj', 'fv', 'dt', 'iy'];
/** The rows of the keyboard, each moved right of the one above as the keys are. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const isAlike = (a: string, b: string): boolean => ALIKE.some((sounds) => sounds.includes(a) && sounds.includes(b));

function isBesideKey(a: string, b: string): boolean {
  const [rowA, rowB] = [a, b].map((letter) => KEYS.findIndex((row) => row.includes(letter)));
  if (rowA === undefined || rowB === undefined || rowA < 0 || rowB < 0 || Math.abs(rowA - rowB) > 1) return false;
  return Math.abs((KEYS[rowA]?.indexOf(a) ?? 0) - (KEYS[rowB]?.indexOf(b) ?? 0)) <= 1;
}

/** A wrong letter: one that sounds alike or is the next key is likelier than another. */
const wrongLetter = (a: string, b: string): number => (isAlike(a, b) || isBesideKey(a, b) ? 0.8 : 1.5);

/** A letter left out or added: of a double letter, or a vowel, it is the likeliest. */
const lostLetter = (letter: string, ...beside: readonly (string | undefined)[]): number =>
  beside.includes(letter) ? 0.5 : 'aeiou'.includes(letter) ? 0.8 : 1;

/**
 * How unlikely it is that somebody who meant a word typed the other: the cheapest sum of slips, about 1 each. Swapped
 * neighbours, doubled letters, vowels and neighbouring keys are common slips, another first letter is a rare one.
 */
export function slipCost(typed: string, meant: string): number {
  let before: number[] = [];
  let last = [0];
  for (let j = 1; j <= meant.length; j++) {
    last[j] = (last[j - 1] ?? 0) + lostLetter(meant[j - 1] ?? '', meant[j - 2], meant[j]);
  }
  for (let i = 1; i <= typed.length; i++) {
    const a = typed[i - 1] ?? '';
    const row = [(last[0] ?? 0) + lostLetter(a, typed[i - 2], typed[i])];
    for (let j = 1; j <= meant.length; j++) {
      const b = meant[j - 1] ?? '';
      let cost = Math.min(
        (last[j - 1] ?? 0) + (a === b ? 0 : wrongLetter(a, b)),
        (last[j] ?? 0) + lostLetter(a, typed[i - 2], typed[i]),
        (row[j - 1] ?? 0) + lostLetter(b, meant[j - 2], meant[j]),
      );
      if (a !== b && a === meant[j - 2] && b === typed[i - 2]) cost = Math.min(cost, (before[j - 2] ?? 0) + 0.8);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  const cost = (last[meant.length] ?? 0) + (typed[0] === meant[0] ? 0 : 0.7);
  return cost + (isOtherEnding(typed, meant, cost) ? 0.5 : 0);
}

/** "Tribunate" is a word of the family of "tribunal" rather than a slip for it; "alcoho" and "detoxx" are slips. */
function isOtherEnding(typed: string, meant: string, cost: number): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same++;
  if (same < Math.min(typed.length, meant.length) - 2 || same === typed.length) return false;
  const isDoubled = typed.length === same + 1 && typed[same] === typed[same - 1];
  // "Veterasn": the word is compared without its plural's "s", which was swapped.
  const isSwappedPlural = typed.at(-2) === 's' && typed.slice(0, -2) + typed.slice(-1) === meant;
  return !isDoubled && !isSwappedPlural && (cost > 0.8 || typed.length > meant.length);
}

/** The most that slips in a word of a length may cost: a short word is one slip from too many others. */
export const mostSlipCost = (length: number): number =>
  length >= 10 ? 1.8 : length >= 8 ? 1.5 : length >= 6 ? 1 : 0.8;
