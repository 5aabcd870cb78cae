import { withheldStreet } from '../../domain/center.ts';
import { fields, isAccepted, isClosed, type MemberField, memberFields, yesNoFields } from '../../domain/fields.ts';
import { knownLanguages } from '../../domain/language.ts';
import { levels } from '../../domain/level-of-care.ts';
import { nearestWord } from '../../domain/nearest-word.ts';
import { onlys } from '../../domain/only.ts';
import { payers } from '../../domain/payer.ts';
import { tracks } from '../../domain/schedule.ts';
import { slugOf } from '../../domain/slug.ts';
import { isState, stateCodes } from '../../domain/state.ts';
import { vocabularyOf } from '../../domain/vocabularies.ts';
import { stateOf } from '../../places/postal-states.ts';
import type { Path } from '../positions.ts';
import {
  asamCell,
  booleanCell,
  type CellType,
  lineCell,
  listCell,
  listOfCells,
  numberCell,
  orElse,
  orNull,
  phoneCell,
  rangeCell,
  sourceCell,
  termCell,
  textCell,
} from './cells.ts';

/** A column of the table of offerings: its name, the path of its value in a record, and how to write and read it. */
export interface Column {
  readonly name: string;
  readonly of: 'center' | 'offering' | 'private';
  /** Path of the value in the center, the offering or the private fields. */
  readonly path: Path;
  readonly write: (value: unknown) => string;
  readonly read: (text: string) => unknown;
}

function column<Value>(of: Column['of'], name: string, path: Path, cell: CellType<Value>): Column {
  return { of, name, path, write: (value) => cell.write(value as Value), read: cell.read };
}

const center = <Value>(name: string, path: Path, cell: CellType<Value>) => column('center', name, path, cell);
const offering = <Value>(name: string, path: Path, cell: CellType<Value>) => column('offering', name, path, cell);
const secret = <Value>(name: string, path: Path, cell: CellType<Value>) => column('private', name, path, cell);

/** Converts a property's name to a column's name: `alternateNames` to `alternate_names`. */
function columnOf(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const languageCodes = new Map([...knownLanguages].map(([code, { label }]) => [label.toLowerCase(), code]));
const languageCell: CellType<string> = {
  write: (code) => code,
  read: (text) => languageCodes.get(text.toLowerCase()) ?? text.toLowerCase(),
};

const payerKind = termCell(payers);
const payerWords = payers.codes.flatMap((code) => [code, ...payers.terms[code].synonyms]);
/**
 * A kind of payer, or an insurer by slug or name. A text that is almost the name of a kind is reported as its
 * misspelling.
 */
const payerCell: CellType<string> = {
  write: (payer) => payer,
  read(text) {
    try {
      return payerKind.read(text);
    } catch (error) {
      const isSlug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
      if (!isSlug && nearestWord(text, payerWords) !== null) throw error;
      return isSlug ? text : slugOf(text);
    }
  },
};

/**
 * A ZIP with five digits. Spreadsheets drop leading zeros (07102 in New Jersey), so they are added; the last four
 * digits of a ZIP+4 are dropped.
 */
const zipCell: CellType<string> = {
  write: (zip) => zip,
  read: (text) => text.replace(/^(\d{5})-?\d{4}$/, '$1').replace(/^\d{3,4}$/, (digits) => digits.padStart(5, '0')),
};

/** A postal code or a state's full name. Another U.S. state is reported as such, never as a misspelling. */
const stateCell: CellType<string> = {
  write: (state) => state,
  read(text) {
    const code = stateOf(text);
    if (code === null || isState(code)) return code ?? text;
    throw new Error(`"${text}" is not one of ${stateCodes.join(', ')}: this list has no centers in that state`);
  },
};

/** An empty cell means that the street is missing, not that it is withheld. */
const streetCell: CellType<string | null> = {
  write: (street) => street ?? withheldStreet,
  read: (text) => (text.toLowerCase() === withheldStreet.toLowerCase() ? null : text),
};

const range = orNull(rangeCell);
const number = orNull(numberCell);
const text = orNull(textCell);

function valueCell(field: MemberField): CellType<string> {
  if (fields[field].kind === 'payers') return payerCell;
  return isClosed(field) ? termCell(vocabularyOf(field)) : languageCell;
}

const listColumns = memberFields.map((field) => {
  const { member } = fields[field];
  const cell = listOfCells(valueCell(field));
  return isAccepted(field)
    ? offering(columnOf(member), [member], orNull(cell))
    : offering(columnOf(member), [member], cell);
});
const yesNoColumns = yesNoFields.map((field) =>
  offering(columnOf(fields[field].member), [fields[field].member], orNull(booleanCell)),
);

/** Every column: facts of the center, then of the offering, then the private fields. */
export const columns: readonly Column[] = [
  center('id', ['id'], text),
  center('name', ['name'], textCell),
  center('alternate_names', ['alternateNames'], listCell),
  center('organization', ['organization', 'name'], text),
  center('organization_slug', ['organization', 'slug'], text),
  center('sample', ['sample'], orElse(booleanCell, false)),
  center('street', ['address', 'street'], streetCell),
  center('city', ['address', 'city'], textCell),
  center('state', ['address', 'state'], stateCell),
  center('zip', ['address', 'zip'], zipCell),
  center('lat', ['location', 'lat'], number),
  center('lng', ['location', 'lng'], number),
  center('accuracy', ['location', 'accuracy'], text),
  center('phones', ['phones'], listOfCells(phoneCell)),
  center('website', ['website'], text),
  center('unknown_levels', ['unknownLevels'], listOfCells(termCell(levels))),
  center('sources', ['sources'], listOfCells(sourceCell)),
  offering('offering_id', ['id'], text),
  offering('level', ['level'], orNull(termCell(levels))),
  offering('asam', ['asam'], orNull(asamCell)),
  ...listColumns,
  offering('only', ['only'], listOfCells(termCell(onlys))),
  offering('sessions_per_week', ['schedule', 'sessionsPerWeek'], range),
  offering('hours_per_session', ['schedule', 'hoursPerSession'], number),
  offering('hours_per_week', ['schedule', 'hoursPerWeek'], number),
  offering('weeks', ['schedule', 'weeks'], range),
  offering('tracks', ['schedule', 'tracks'], orNull(listOfCells(termCell(tracks)))),
  ...yesNoColumns,
  offering('confirmation', ['confirmation', 'state'], orElse(textCell, 'unconfirmed')),
  offering('confirmed_at', ['confirmation', 'confirmedAt'], text),
  offering('expires_at', ['confirmation', 'expiresAt'], text),
  offering('intake', ['intake', 'state'], orElse(textCell, 'unknown')),
  offering('intake_as_of', ['intake', 'asOf'], text),
  secret('facility_code', ['facilityCode'], text),
  secret('direct_intake_line', ['directIntakeLine'], orNull(lineCell)),
  secret('warm_transfer_note', ['warmTransferNote'], text),
  secret('internal_notes', ['internalNotes'], text),
];

export const columnNames: readonly string[] = columns.map(({ name }) => name);

/** Columns whose cells have several values. */
export const listColumnNames: ReadonlySet<string> = new Set([
  ...['alternate_names', 'phones', 'unknown_levels', 'sources', 'tracks', 'only'],
  ...listColumns.map(({ name }) => name),
]);

/** The cells of a row, by the column's name. A missing cell counts as empty. */
export type Cells = Readonly<Record<string, string>>;
