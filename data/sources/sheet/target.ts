import { fields, yesNoFields } from '../../../functions/domain/fields.ts';
import { columnNames, listColumnNames } from '../../../functions/records/columns/columns.ts';

/** The field that a column of a sheet fills. */
export interface Target {
  readonly column: string;
  /**
   * The text after the equals sign. In `level=iop` this is a level, and each cell of the column says yes or no. In
   * `phones=intake` this is the purpose of the phone numbers in the cells. Null if the target has no equals sign.
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
