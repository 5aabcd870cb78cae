const runs = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/**
 * Puts an apostrophe before what a spreadsheet would run, numbers excepted. Reading takes one off again, so every text
 * comes back as it was, those that begin with apostrophes too.
 */
export function escapeFormula(text: string): string {
  return runs.test(text) && !isNumber(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
  return text.startsWith("'") && runs.test(text.slice(1)) ? text.slice(1) : text;
}

/** Whether a spreadsheet would run the cell as it stands. Phones begin with +, withheld streets are `- - -`. */
export function isFormula(text: string): boolean {
  return /^[=@\uff1d\uff20]|^[+\-\uff0b\uff0d](?![\d\s.(-]|$)/.test(text);
}

function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text);
}
