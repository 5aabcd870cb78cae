/** Groups of letters that are confused because they sound alike. */
const ALIKE = ['aeiouy', 'sczx', 'ckq', 'bvp', 'mn', 'gj', 'fv', 'dt', 'iy'];
/** The rows of letters on a keyboard. Each row is shifted to the right of the one above. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const isAlike = (a: string, b: string): boolean => ALIKE.some((sounds) => sounds.includes(a) && sounds.includes(b));

function isBesideKey(a: string, b: string): boolean {
  const [rowA, rowB] = [a, b].map((letter) => KEYS.findIndex((row) => row.includes(letter)));
  if (rowA === undefined || rowB === undefined || rowA < 0 || rowB < 0 || Math.abs(rowA - rowB) > 1) return false;
  return Math.abs((KEYS[rowA]?.indexOf(a) ?? 0) - (KEYS[rowB]?.indexOf(b) ?? 0)) <= 1;
}

/** Cost of a wrong letter: less if it sounds alike or is a neighboring key. */
const wrongLetter = (a: string, b: string): number => (isAlike(a, b) || isBesideKey(a, b) ? 0.8 : 1.5);

/** Cost of a missing or extra letter: least for a double letter or a vowel. */
const lostLetter = (letter: string, ...beside: readonly (string | undefined)[]): number =>
  beside.includes(letter) ? 0.5 : 'aeiou'.includes(letter) ? 0.8 : 1;

/**
 * Cost of typing one word and meaning the other; higher is less likely. It is the cheapest sum of slips, at about 1
 * each. Swapped neighbors, doubled letters, vowels and neighboring keys cost less; a different first letter costs more.
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

/**
 * True if the words have different endings, so that they are likelier two words of one family: "tribunate" is not a
 * misspelled "tribunal". False for slips at the end: "alcoho", "detoxx".
 */
function isOtherEnding(typed: string, meant: string, cost: number): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same++;
  if (same < Math.min(typed.length, meant.length) - 2 || same === typed.length) return false;
  const isDoubled = typed.length === same + 1 && typed[same] === typed[same - 1];
  // The "s" of a plural is swapped with the letter before: "Veterasn".
  const isSwappedPlural = typed.at(-2) === 's' && typed.slice(0, -2) + typed.slice(-1) === meant;
  return !isDoubled && !isSwappedPlural && (cost > 0.8 || typed.length > meant.length);
}

/**
 * Highest total cost of slips that are corrected in a word of this length. A short word is one slip away from too many
 * others.
 */
export const mostSlipCost = (length: number): number =>
  length >= 10 ? 1.8 : length >= 8 ? 1.5 : length >= 6 ? 1 : 0.8;
