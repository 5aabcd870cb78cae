/**
 * Patterns of a mistyped ZIP: the whole text is five digits with spaces between them, or the last word has letters that
 * look like 0 and 1.
 */
const SPACED = /^\s*(\d(?:\s+\d){4})\s*$/;
const LETTERED = /(^|[\s,])([\doOlI]{5})(?=[\s,.]*$)/;
const LEAST_DIGITS = 3;

/** Corrects a ZIP typed as "9 3 7 0 2" or "O7302" to digits. Returns any other text unchanged. */
export function withZipDigits(text: string): string {
  const spaced = SPACED.exec(text)?.[1];
  if (spaced !== undefined) return spaced.replace(/\s/g, '');
  return text.replace(LETTERED, (whole, before: string, typed: string) => {
    const digits = typed.replace(/\D/g, '').length;
    return digits < LEAST_DIGITS ? whole : before + typed.replace(/[oO]/g, '0').replace(/[lI]/g, '1');
  });
}
