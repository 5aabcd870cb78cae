import { fields, yesNoFields } from '../../../functions/domain/fields.ts';
import { columnNames, listColumnNames } from '../../../functions/records/columns/columns.ts';

/** The field that a column of a sheet fills. */
export interface Target {
  readonly column: string;
  /**
   * The text behind the equals sign; null if there is none. In `level=iop` it is a level, and the cells say yes or no.
   * In `phones=intake` it is what the numbers are for.
   */
  readonly value: string | null;
}

export function targetOf(text: string): Target {
  const at = text.indexOf('=');
  return at < 0 ? { column: text, value: null } : { column: text.slice(0, at), value: text.slice(at + 1) };
}

/** The target of a column that has street, city, state and ZIP in one cell. */
export const wholeAddress = 'address';
export const addressParts = ['street', 'city', 'state', 'zip'] as const;
export const targetNames: readonly string[] = [...columnNames, wholeAddress];

/**
 * True if one cell, or several cells of a row, can give several values for this column. For levels, each value becomes
 * an offering.
 */
export const takesValues = (column: string): boolean => column === 'level' || listColumnNames.has(column);

/** True if several columns of a sheet may fill this one. The lines of a street are joined in order. */
export const takesSeveral = (column: string): boolean => column === 'street' || takesValues(column);

const yesNo: ReadonlySet<string> = new Set([
  'sample',
  ...yesNoFields.map((field) => fields[field].member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
]);
/** True if a column's cells say yes or no. */
export const takesYesNo = (column: string): boolean => yesNo.has(column);

/** Columns with a date or a note. In these, a text that looks like a date is valid or does no harm. */
export const takesDates: ReadonlySet<string> = new Set([
  'confirmed_at',
  'expires_at',
  'intake_as_of',
  'warm_transfer_note',
  'internal_notes',
]);
