import { z } from 'zod';
import { nearestWord } from '../../../functions/domain/nearest-word.ts';
import { listCell } from '../../../functions/records/columns/cells.ts';
import { type Cells, columnNames, listColumnNames } from '../../../functions/records/columns/columns.ts';
import { explain } from '../../../functions/records/explain.ts';
import { valueAt } from '../../../functions/records/raw.ts';
import { isFormula, unescapeFormula } from '../../files/formulas.ts';

const texts = z.record(z.string(), z.string());
const mappingSchema = z.strictObject({
  /** The sheet's column → ours. */
  columns: texts,
  /** Our column → the sheet's value → ours. */
  values: z.record(z.string(), texts).default({}),
  /** Our column → what its cell holds in every row. */
  constants: texts.default({}),
  /** Columns of the sheet to ignore. */
  ignore: z.array(z.string()).default([]),
  /** Separates several values in one cell. */
  separator: z.string().min(1).max(3).default(';'),
});

/** Maps an operator's sheet to our columns. */
export type Mapping = z.infer<typeof mappingSchema>;

const required = ['name', 'street', 'city', 'state', 'zip', 'phones', 'sources'] as const;

/** @throws naming every fault of the mapping; for an unknown column, also the nearest of our columns. */
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
  const named = [...Object.values(columns), ...Object.keys(values), ...Object.keys(constants)];
  const unknown = [...new Set(named)].filter((name) => !columnNames.includes(name));
  const targets = Object.values(columns);
  const twice = targets.filter((name, index) => targets.indexOf(name) !== index);
  return [
    ...unknown.map((name) => `there is no column "${name}"${meant(name, columnNames)}`),
    ...[...new Set(twice)].map((name) => `two columns of the sheet are mapped to "${name}"`),
  ];
}

/** Turns a row of the sheet into our columns. */
export type ReadCells = (cells: readonly string[]) => Cells;

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
      return `column "${name}" is not known${meant(name, mapping === null ? known : [...known, ...columnNames])}: ${remedy}`;
    });
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  faults.push(...[...new Set(twice)].map((name) => `column "${name}" appears twice`));
  if (mapping !== null) {
    const absent = Object.keys(from).filter((name) => !names.includes(name));
    faults.push(...absent.map((name) => `column "${name}" of the mapping is not in the sheet${meant(name, names)}`));
  }
  // A Map, because a sheet may have an ignored column called "constructor".
  const columnOf = new Map(Object.entries(from));
  const given = new Set([...names.map((name) => columnOf.get(name)), ...Object.keys(mapping?.constants ?? {})]);
  const missing = required.filter((name) => !given.has(name));
  if (missing.length > 0) faults.push(`nothing gives ${missing.join(', ')}: map a column or set a constant`);
  if (faults.length > 0) throw new Error(`the columns of "${path}" cannot be read:\n${indented(faults)}`);
  return (cells) => {
    const row: Record<string, string> = { ...mapping?.constants };
    for (const [index, name] of names.entries()) {
      const column = columnOf.get(name);
      const text = (cells[index] ?? '').trim();
      if (column === undefined || (text === '' && Object.hasOwn(row, column))) continue;
      if (isFormula(text)) throw new Error(`${name}: "${text.slice(0, 40)}" is a formula: give the value itself`);
      row[column] = mapping === null ? unescapeFormula(text) : translated(column, unescapeFormula(text), mapping);
    }
    return row;
  };
}

function translated(column: string, text: string, { values, separator }: Mapping): string {
  const own = new Map(Object.entries(values[column] ?? {}).map(([from, to]) => [from.toLowerCase(), to]));
  const one = (value: string) => own.get(value.toLowerCase()) ?? value;
  if (!listColumnNames.has(column)) return one(text);
  const parts = separator === ';' ? listCell.read(text) : text.split(separator).map((part) => part.trim());
  return listCell.write(parts.map(one).filter((part) => part !== ''));
}

function meant(name: string, known: readonly string[]): string {
  const guess = nearestWord(name.toLowerCase().replaceAll(' ', '_'), known) ?? nearestWord(name, known);
  return guess === null ? '' : `; did you mean "${guess}"?`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
