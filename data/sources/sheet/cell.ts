import { isFormula } from '../../files/formulas.ts';

/** A cell: its text or, if the workbook stores a date, a boolean or an error, its kind and text. */
export type SheetCell = string | TypedCell;

interface TypedCell {
  readonly kind: 'date' | 'boolean' | 'error';
  readonly text: string;
}

const errorText =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!)$/i;
const dateText =
  /^(?:\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4})|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:-\d{2,4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{2,4}|\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?)$/i;

/**
 * Guesses the type of a text cell that a spreadsheet may have changed before it saved the file: an error, a boolean or
 * a date.
 */
export function typedText(text: string): SheetCell {
  if (errorText.test(text)) return { kind: 'error', text };
  if (/^(?:true|false)$/i.test(text)) return { kind: 'boolean', text: text.toUpperCase() };
  return dateText.test(text) ? { kind: 'date', text } : text;
}

/**
 * Returns a cell's text.
 * @param name Name of its column, for messages.
 * @throws for a formula, an error, a date, and a boolean in a column without yes or no.
 */
export function plainText(name: string, cell: SheetCell, takesYesNo: boolean): string {
  if (typeof cell !== 'string') return textOfTyped(name, cell, takesYesNo);
  const text = cell.trim();
  if (isFormula(text)) throw new Error(`${name}: "${text.slice(0, 40)}" is a formula: give the value itself`);
  return text;
}

function textOfTyped(name: string, { kind, text }: TypedCell, takesYesNo: boolean): string {
  if (kind === 'boolean' && takesYesNo) return text === 'TRUE' ? 'yes' : 'no';
  if (kind === 'boolean') throw new Error(`${name}: is the logical value ${text}: write what it stands for as text`);
  if (kind === 'error') throw new Error(`${name}: holds a spreadsheet's error (${text}): give the value itself`);
  throw new Error(`${name}: is a date (${text}): write it as text, a range as "3 to 5"`);
}
