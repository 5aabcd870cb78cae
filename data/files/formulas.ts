const runs = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula, but not before numbers. Since reading
 * removes one apostrophe, a text that already starts with some also comes back unchanged.
 */
export function escapeFormula(text: string): string {
  return runs.test(text) && !isNumber(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
  return text.startsWith("'") && runs.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * True if a spreadsheet would run the cell. False for phone numbers, which start with `+`, and for `- - -`. Sheets
 * have `- - -` in place of a street that is kept secret.
 */
export function isFormula(text: string): boolean {
  return /^[=@\uff1d\uff20]|^[+\-\uff0b\uff0d](?![\d\s.(-]|$)/.test(text);
}

function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text);
}
