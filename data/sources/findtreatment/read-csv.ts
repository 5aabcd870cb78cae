import { readCsv } from '../../files/read-csv.ts';
import { isCategory, qualifiedCode } from '../samhsa/samhsa-names.ts';
import { type ExportRow, parseExportRow } from './row.ts';

const facts = [
  ...['name1', 'name2', 'street1', 'street2', 'city', 'state', 'zip', 'phone'],
  ...['intake1', 'intake2', 'website', 'latitude', 'longitude'],
];
const required = ['name1', 'street1', 'city', 'state', 'zip', 'phone'];

/**
 * Reads the locator's CSV. Its columns are those of its JSON, then either one column per category (`SET`, with names
 * separated by semicolons) or one per code (`oit`, with 1 if the center has it).
 * @throws if a column is missing, or no column is about services.
 */
export async function* readExportCsv(path: string): AsyncGenerator<ExportRow> {
  let header: string[] | null = null;
  for await (const { line, cells } of readCsv(path)) {
    if (header === null) {
      header = cells.map((name) => name.trim().toLowerCase());
      refuseHeader(path, header);
      continue;
    }
    const names = header;
    const raw: Record<string, unknown> = {};
    const services: { f2: string; f3: string }[] = [];
    const codes: string[] = [];
    for (const [index, name] of names.entries()) {
      const cell = cells[index]?.trim() ?? '';
      const code = qualifiedCode(name);
      if (facts.includes(name)) raw[name] = cell;
      else if (isCategory(name)) services.push({ f2: name.toUpperCase(), f3: cell });
      else if (code !== null && isMarked(path, line, name, cell)) codes.push(code);
    }
    yield parseExportRow(`"${path}" line ${line}`, { ...raw, services, codes });
  }
  if (header === null) throw new Error(`"${path}" is empty: its first line must name its columns`);
}

function refuseHeader(path: string, header: readonly string[]): void {
  const missing = required.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new Error(`"${path}" lacks the columns ${missing.join(', ')}`);
  const twice = header.find((name, index) => facts.includes(name) && header.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`"${path}" has the column ${twice} twice`);
  if (!header.some((name) => isCategory(name) || qualifiedCode(name) !== null))
    throw new Error(`"${path}" has no column of services, neither by category (SET) nor by code (oit)`);
}

function isMarked(path: string, line: number, name: string, cell: string): boolean {
  if (/^(?:1|1\.0|x|y|yes|true)$/i.test(cell)) return true;
  if (/^(?:|0|0\.0|n|no|false)$/i.test(cell)) return false;
  throw new Error(`"${path}" line ${line}: ${name}: "${cell.slice(0, 40)}" is neither 1 nor empty`);
}
