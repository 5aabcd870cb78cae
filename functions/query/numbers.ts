import type { Token } from './tokenize.ts';

const small = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.split(/\s+/);
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const spanishTens = ['treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];
const spanishDigits = ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'];
// Number words of both languages. "once" is left out because it is an English word, and "un" because it is an article.
const words = new Map<string, number>([
  ...small.map((word, value) => [word, value] as const),
  ...tens.flatMap((ten, at) => [
    [ten, 20 + at * 10] as const,
    ...small.slice(1, 10).map((word, digit) => [ten + word, 21 + at * 10 + digit] as const),
  ]),
  ['hundred', 100],
  ...`cero _ dos tres cuatro cinco seis siete ocho nueve diez _ doce trece catorce quince dieciseis diecisiete dieciocho
  diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve`
    .split(/\s+/)
    .map((word, value) => [word, value] as const)
    .filter(([word]) => word !== '_'),
  ...spanishTens.map((ten, at) => [ten, 30 + at * 10] as const),
  // Older spellings of numbers in three words: "Diez y ocho", "veinte y tres".
  ...['diez', 'veinte', ...spanishTens].flatMap((ten, at) => [
    ...spanishDigits.map((digit, more) => [`${ten}y${digit}`, 11 + at * 10 + more] as const),
    [`${ten}yun`, 11 + at * 10] as const,
  ]),
]);

/**
 * Lowest number in words that is read as an age without further evidence. Lower ones usually count drinks, children or
 * weeks.
 */
const YOUNGEST_WORD = 13;

/** True if a token is a number in digits, or an age in words: "she is seventy four". */
export function canBeAge(token: Token | undefined): boolean {
  if (token?.kind === 'number') return true;
  const said = numberOf(token);
  return said !== null && said >= YOUNGEST_WORD && said < 100;
}

/** The number that a token writes in digits ("65+" is 65) or as a word; null if it writes none. */
export function numberOf(token: Token | undefined): number | null {
  if (token === undefined) return null;
  if (token.kind === 'number') return Number.parseFloat(token.text);
  return words.get(token.plain.replace(/[\s-]/g, '')) ?? null;
}
