import { basename } from 'node:path';
import { codeRows } from './code-table.ts';
import { type CodeCategory, codeCategories } from './samhsa-codes.ts';

/** The codes that are used to read a workbook's listings. */
export interface CodeTable {
  /** The categories of codes, in the order that listings use. */
  readonly order: readonly CodeCategory[];
  /** Names of codes that the workbook explains but from which no fact follows yet, by `CATEGORY:CODE`. */
  readonly unread: ReadonlyMap<string, string>;
}

const builtIn: CodeTable = { order: codeCategories, unread: new Map() };

type Sheet = { readonly sheet: string; readonly data: readonly (readonly unknown[])[] };

const columns = ['category_code', 'service_code', 'service_name'] as const;
const known = new Map(codeRows.map((row) => [`${row.category}:${row.code}`, row]));

/**
 * Reads the workbook's own sheet of codes (_Service Code Reference_), which lists this edition's codes and categories.
 * The facts that follow from a code are only in codes.csv. Without such a sheet, uses the built-in table.
 * @throws if the sheet gives another name to a code from which facts follow: its meaning may have changed.
 */
export function codeTableOf(path: string, sheets: readonly Sheet[]): CodeTable {
  const found = sheets.flatMap(({ sheet, data: [header = [], ...rows] }) => {
    const names = header.map((name) =>
      String(name ?? '')
        .trim()
        .toLowerCase()
        .replace(/\s+/g, '_'),
    );
    const at = columns.map((name) => names.indexOf(name));
    return at.includes(-1) ? [] : [{ sheet, rows: rows.map((row) => at.map((index) => textOf(row[index]))) }];
  });
  const [first, ...others] = found;
  if (first === undefined) return builtIn;
  if (others.length > 0) {
    const names = found.map(({ sheet }) => `"${sheet}"`).join(' and ');
    throw new Error(`"${path}" explains its codes in ${names}: remove or hide all of these sheets but one`);
  }
  const given = first.rows.filter((cells) => cells.some((cell) => cell !== ''));
  const order = new Map<string, Map<string, string>>();
  const unread = new Map<string, string>();
  const renamed: string[] = [];
  for (const [category = '', code = '', name = ''] of given) {
    if (!/^[A-Z]{1,12}$/.test(category) || !/^[A-Z][A-Z0-9]{0,15}$/.test(code) || name === '') {
      throw new Error(
        `"${path}", sheet "${first.sheet}": "${category} ${code} ${name}" is not a category, a code and a name`,
      );
    }
    const qualified = `${category}:${code}`;
    order.set(category, (order.get(category) ?? new Map()).set(code, qualified));
    const row = known.get(qualified);
    if (row === undefined) unread.set(qualified, name);
    else if (row.feeds.length > 0 && keyOf(row.name) !== keyOf(name)) {
      renamed.push(`${qualified} is "${name}" and was "${row.name}"`);
    }
  }
  if (order.size === 0) return builtIn;
  if (renamed.length > 0) {
    throw new Error(
      `"${basename(path)}" names codes otherwise than codes.csv, so they may mean something else: ${renamed.slice(0, 20).join('; ')}` +
        `${renamed.length > 20 ? ` and ${renamed.length - 20} more` : ''}. Check each, then write its new name into data/sources/samhsa/codes.csv`,
    );
  }
  return { order: [...order].map(([name, codes]) => ({ name, codes })), unread };
}

const textOf = (cell: unknown): string =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim();

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
