import { valueAt } from '../../../functions/records/raw.ts';
import { readJson } from '../../files/read-text.ts';
import { readExportCsv } from './read-csv.ts';
import { type ExportRow, parseExportRow } from './row.ts';

/** A page of the locator's answer, with its own number and the total number of pages. */
interface Page {
  readonly path: string;
  readonly page: number | null;
  readonly totalPages: number | null;
  readonly rows: readonly unknown[];
}

/**
 * Reads the export's rows from all its files.
 * @throws if a file is neither JSON nor CSV of the export, or if pages are missing or given twice.
 */
export async function readExport(paths: readonly string[]): Promise<ExportRow[]> {
  const rows: ExportRow[] = [];
  const pages: Page[] = [];
  for (const path of paths) {
    if (/\.csv$/i.test(path)) for await (const row of readExportCsv(path)) rows.push(row);
    else pages.push(...pagesOf(path, await readJson(path)));
  }
  refuseMissingPages(pages);
  for (const { path, page, rows: raws } of pages) {
    const where = page === null || pages.length === 1 ? `"${path}"` : `"${path}" page ${page}`;
    for (const [index, raw] of raws.entries()) rows.push(parseExportRow(`${where} row ${index + 1}`, raw));
  }
  return rows;
}

/** The forms of a JSON export: one page, a list of pages, or a plain list of rows. */
function pagesOf(path: string, raw: unknown): Page[] {
  const isPage = (value: unknown): boolean => Array.isArray(valueAt(value, ['rows']));
  if (isPage(raw)) return [pageOf(path, raw)];
  if (!Array.isArray(raw)) throw new Error(`"${path}" has no list of rows`);
  if (raw.length > 0 && raw.every(isPage)) return raw.map((each) => pageOf(path, each));
  return [{ path, page: null, totalPages: null, rows: raw }];
}

function pageOf(path: string, raw: unknown): Page {
  const number = (name: string): number | null => {
    const value = Number(valueAt(raw, [name]) ?? Number.NaN);
    return Number.isInteger(value) && value > 0 ? value : null;
  };
  return { path, page: number('page'), totalPages: number('totalPages'), rows: valueAt(raw, ['rows']) as unknown[] };
}

/** An incomplete export is refused, because the centers on missing pages would look closed. */
function refuseMissingPages(pages: readonly Page[]): void {
  const most = Math.max(1, ...pages.map(({ totalPages }) => totalPages ?? 1));
  if (most > 10_000) throw new Error(`"${pages[0]?.path}" says that it has ${most} pages`);
  const given = pages.map(({ page }) => page).filter((page) => page !== null);
  const twice = given.find((page, index) => given.indexOf(page) !== index);
  if (twice !== undefined) throw new Error(`page ${twice} is given twice`);
  if (most === 1) return;
  const missing = Array.from({ length: most }, (_, index) => index + 1).filter((page) => !given.includes(page));
  if (missing.length === 0) return;
  const shown = missing.slice(0, 10).join(', ') + (missing.length > 10 ? ', …' : '');
  throw new Error(`the export has ${most} pages, and ${missing.length} of them are missing: ${shown}`);
}
