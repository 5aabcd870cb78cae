import { z } from 'zod';
import { nearestWord } from '../../../functions/domain/nearest-word.ts';
import { type Cells, columnNames } from '../../../functions/records/columns/columns.ts';
import { explain } from '../../../functions/records/explain.ts';
import { valueAt } from '../../../functions/records/raw.ts';
import { unescapeFormula } from '../../files/formulas.ts';
import { plainText, type SheetCell } from './cell.ts';
import { mappedCells } from './row.ts';
import { addressParts, takesSeveral, takesValues, takesYesNo, targetNames, targetOf, wholeAddress } from './target.ts';

const texts = z.record(z.string(), z.string());
const mappingSchema = z.strictObject({
  /**
   * For each column of the sheet, our column that it fills. It may also be `address` for a whole address in one cell,
   * or for example `level=iop` for a column with yes and no.
   */
  columns: texts,
  /** For each of our columns: the sheet's values, and our values for them. */
  values: z.record(z.string(), texts).default({}),
  /** Values that are the same in every row, by our column. */
  constants: texts.default({}),
  /** Columns of the sheet to ignore. */
  ignore: z.array(z.string()).default([]),
  /** The text that separates several values in one cell. */
  separator: z.string().min(1).max(3).default(';'),
});

/** Maps an operator's sheet to our columns. */
export type Mapping = z.infer<typeof mappingSchema>;

const required = ['name', 'street', 'city', 'state', 'zip', 'phones', 'sources'] as const;

/**
 * Parses a mapping. @throws naming every fault of the mapping; for an unknown column, also the nearest of our columns
 */
export function parseMapping(path: string, raw: unknown): Mapping {
  const result = mappingSchema.safeParse(raw);
  const faults = result.success
    ? faultsOf(result.data)
    : result.error.issues.map((issue) => {
        const inner = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
        return `${inner.join('.') || 'the mapping'}: ${explain(issue, valueAt(raw, inner))}`;
      });
  if (!result.success || faults.length > 0) throw new Error(`"${path}" is not a valid mapping:\n${indented(faults)}`);
  return result.data;
}

function faultsOf({ columns, values, constants }: Mapping): string[] {
  const targets = Object.values(columns).map(targetOf);
  const named = [...targets.map(({ column }) => column), ...Object.keys(values), ...Object.keys(constants)];
  const unknown = [...new Set(named)].filter((name) => !columnNames.includes(name) && name !== wholeAddress);
  const single = targets.map(({ column }) => column).filter((name) => !takesSeveral(name));
  const twice = single.filter((name, index) => single.indexOf(name) !== index);
  const valued = targets.filter(
    ({ column, value }) => value !== null && !takesValues(column) && !unknown.includes(column),
  );
  return [
    ...unknown.map((name) => `there is no column "${name}"${meant(name, targetNames)}`),
    ...[...new Set(twice)].map((name) => `two columns of the sheet are mapped to "${name}"`),
    ...valued.map(({ column, value }) => `"${column}=${value}": ${column} does not hold several values`),
  ];
}

/** Reads a row of the sheet as cells of our columns. */
export type ReadCells = (cells: readonly SheetCell[]) => Cells;

/**
 * Checks a sheet's header against a mapping. Without a mapping, the header must use our own columns.
 * @throws naming every column that is unknown, missing or repeated, with the nearest known column.
 */
export function readerFor(path: string, header: readonly string[], mapping: Mapping | null): ReadCells {
  const names = header.map((name) => name.trim());
  const from = mapping?.columns ?? Object.fromEntries(columnNames.map((name) => [name, name]));
  const known = [...Object.keys(from), ...(mapping?.ignore ?? [])];
  const faults = names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const remedy = mapping === null ? 'give a mapping with --map' : 'add it to "columns" or to "ignore"';
      return `column "${name}" is not known${meant(name, mapping === null ? known : [...known, ...targetNames])}: ${remedy}`;
    });
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  faults.push(...[...new Set(twice)].map((name) => `column "${name}" appears twice`));
  if (mapping !== null) {
    const absent = Object.keys(from).filter((name) => !names.includes(name));
    faults.push(...absent.map((name) => `column "${name}" of the mapping is not in the sheet${meant(name, names)}`));
  }
  // A Map rather than an object, because a column of the sheet may be called "constructor".
  const targets = new Map(Object.entries(from).map(([name, target]) => [name, targetOf(target)]));
  const given = new Set([...names.map((name) => targets.get(name)?.column), ...Object.keys(mapping?.constants ?? {})]);
  if (given.has(wholeAddress)) for (const part of addressParts) given.add(part);
  const missing = required.filter((name) => !given.has(name));
  if (missing.length > 0) faults.push(`nothing gives ${missing.join(', ')}: map a column or set a constant`);
  if (faults.length > 0) throw new Error(`the columns of "${path}" cannot be read:\n${indented(faults)}`);
  if (mapping === null) return (cells) => ownCells(names, cells);
  const places = names.map((name) => ({ name, target: targets.get(name) ?? null }));
  return (cells) => mappedCells(places, cells, mapping);
}

/** Reads a row of a sheet that uses our own columns. */
function ownCells(names: readonly string[], cells: readonly SheetCell[]): Cells {
  return Object.fromEntries(
    names.map((name, index) => [name, unescapeFormula(plainText(name, cells[index] ?? '', takesYesNo(name)))]),
  );
}

function meant(name: string, known: readonly string[]): string {
  const guess = nearestWord(name.toLowerCase().replaceAll(' ', '_'), known) ?? nearestWord(name, known);
  return guess === null ? '' : `; did you mean "${guess}"?`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
