import { access, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import readWorkbookFile from 'read-excel-file/universal';
import { checkWorkbook, type SheetFacts } from './archive.ts';
import { knownStates } from './known-states.ts';
import type { Kind, Listing } from './listing.ts';
import { codeTableOf } from './own-codes.ts';
import { resolveCodes } from './samhsa-codes.ts';
import { tidy } from './text.ts';

const columns = {
  name1: 'name1',
  name2: 'name2',
  street1: 'street1',
  street2: 'street2',
  city: 'city',
  state: 'state',
  zip: 'zip',
  phone: 'phone',
  intake1: 'intake1',
  intake2: 'intake2',
  codes: 'service_code_info',
} as const;
type Column = keyof typeof columns;

/** One workbook: a yearly edition of a directory. */
export interface Directory {
  readonly kind: Kind;
  readonly year: number;
  /** Rows of the requested states, and rows whose state does not exist. */
  readonly listings: readonly Listing[];
  /** Number of rows of each state that was not requested, by state. */
  readonly otherStates: ReadonlyMap<string, number>;
}

/**
 * Reads one of SAMHSA's National Directories.
 * @param options.year The directory's year; without it, the four digits in the file's name.
 * @param options.states Rows of other states are only counted. A state that does not exist is not skipped: it is misspelled.
 * @throws if no sheet has the columns (naming the missing and the found ones), or the year is unknown.
 */
export async function readWorkbook(
  path: string,
  options: { readonly year?: number | undefined; readonly states: ReadonlySet<string> },
): Promise<Directory> {
  await access(path).catch(() => {
    throw new Error(`there is no file "${path}"`);
  });
  const year = options.year ?? yearOf(path);
  const sheets = await visibleSheets(path);
  const { header, rows } = facilitySheet(path, sheets);
  const { order, unread } = codeTableOf(path, sheets);
  const listings: Omit<Listing, 'kind'>[] = [];
  const otherStates = new Map<string, number>();
  let mental = 0;
  for (const [index, row] of rows.entries()) {
    const raw = (column: Column): string => String(row[header[column]] ?? '');
    const cell = (column: Column): string => tidy(raw(column));
    // Counts the rows with the code for mental health treatment (MH). Every row of the mental-health directory has it,
    // and no row of the other directory does.
    if (/^[^*]*\bMH\b/.test(raw('codes'))) mental++;
    const state = cell('state').toUpperCase();
    if (row.every((value) => String(value ?? '').trim() === '')) continue;
    if (!options.states.has(state) && knownStates.has(state)) {
      otherStates.set(state, (otherStates.get(state) ?? 0) + 1);
      continue;
    }
    const codeText = cell('codes');
    const resolved = resolveCodes(codeText, order);
    const codes = new Set([...resolved.codes].filter((code) => !unread.has(code)));
    // Codes from which no fact follows are reported as unknown, written like the official locator's names of settings:
    // an unknown setting may be an IOP.
    const without = [...resolved.codes].flatMap((code) =>
      unread.get(code) === undefined ? [] : [`${code.replace(':', ': ')} (${unread.get(code)})`],
    );
    const unknown = [...resolved.unknown, ...without];
    listings.push({
      year,
      row: index + 2,
      name1: cell('name1'),
      name2: cell('name2'),
      street1: cell('street1'),
      street2: cell('street2'),
      city: cell('city'),
      state,
      zip: zipOf(cell('zip')),
      phone: cell('phone'),
      intake1: cell('intake1'),
      intake2: cell('intake2'),
      codeText,
      codes,
      unknownCodes: unknown,
    });
  }
  const kind: Kind = mental > rows.length / 2 ? 'mental-health' : 'substance-use';
  return { kind, year, listings: listings.map((listing) => ({ kind, ...listing })), otherStates };
}

type Sheets = Awaited<ReturnType<typeof readWorkbookFile>>;

/** Reads a workbook's visible sheets, each with the positions of the cells that contain a spreadsheet error. */
export async function visibleSheets(path: string): Promise<(Sheets[number] & Pick<SheetFacts, 'errors'>)[]> {
  const facts = await checkWorkbook(path);
  const sheets = await readSheets(path);
  return sheets.flatMap((sheet, index) => {
    const { hidden = false, errors = new Set<string>() } = facts[index] ?? {};
    return hidden ? [] : [{ ...sheet, errors }];
  });
}

async function readSheets(path: string): Promise<Sheets> {
  try {
    // Reads the file here, because the library's own reader of paths never returns for some damaged files.
    return await readWorkbookFile(new Blob([await readFile(path)]));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`"${path}" cannot be read as an .xlsx workbook: ${reason}`, { cause });
  }
}

/**
 * Finds the sheet that has every column, in any order. Compares names without case, and spaces as underscores.
 * @throws if no visible sheet has them, or several do.
 */
function facilitySheet(path: string, sheets: Sheets): { header: Record<Column, number>; rows: Sheets[number]['data'] } {
  const seen: string[] = [];
  const fitting: { sheet: string; header: Record<Column, number>; rows: Sheets[number]['data'] }[] = [];
  for (const { sheet, data } of sheets) {
    const found = (data[0] ?? []).map((name) => String(name ?? '').trim());
    const plain = found.map((name) => name.toLowerCase().replace(/\s+/g, '_'));
    const missing = Object.values(columns).filter((name) => !plain.includes(name));
    if (missing.length === 0) {
      const entries = Object.entries(columns).map(([key, name]) => [key, plain.indexOf(name)]);
      fitting.push({ sheet, header: Object.fromEntries(entries) as Record<Column, number>, rows: data.slice(1) });
      continue;
    }
    seen.push(`sheet "${sheet}" lacks ${missing.join(', ')}; it has ${found.join(', ') || 'nothing'}`);
  }
  const [first, ...others] = fitting;
  if (first !== undefined && others.length === 0) return first;
  if (first !== undefined) {
    const names = fitting.map(({ sheet }) => `"${sheet}"`).join(' and ');
    throw new Error(`"${path}" has the directory's columns in ${names}: remove or hide all of these sheets but one`);
  }
  throw new Error(`"${path}" has no sheet with the directory's columns: ${seen.join('. ')}`);
}

function yearOf(path: string): number {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(basename(path))?.[0];
  if (year === undefined) {
    throw new Error(
      `"${path}" does not say which year's directory it is: name it so (samhsa-su-2023.xlsx) or use --year`,
    );
  }
  return Number(year);
}

/**
 * Returns the five digits of a ZIP. Removes the last four digits of a ZIP+4, and restores the leading zero that a ZIP
 * loses in a numeric cell.
 */
function zipOf(text: string): string {
  const digits = text.replace(/-?\d{4}$/, (last) => (text.replace(/\D/g, '').length === 9 ? '' : last));
  return /^\d{3,4}$/.test(digits) ? digits.padStart(5, '0') : digits;
}
