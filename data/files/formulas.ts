const runs = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula, but not before numbers. Reading removes one
 * again, so every text round-trips, even if it starts with apostrophes.
 */
export function escapeFormula(text: string): string {
  return runs.test(text) && !isNumber(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
  return text.startsWith("'") && runs.test(text.slice(1)) ? text.slice(1) : text;
}

/** True if a spreadsheet would run the cell. Not phones, which start with +, or withheld streets, which are `- - -`. */
export function isFormula(text: string): boolean {
  return /^[=@\uff1d\uff20]|^[+\-\uff0b\uff0d](?![\d\s.(-]|$)/.test(text);
}

function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text);
}
