import { offeredBy } from './center-page.ts';
import { type PackedCenter, packed } from './packed-center.ts';

/**
 * A center's row as text for {@link centerPageText}: the center's numbers for the page's first line, a line break, then
 * the rest of the row as JSON.
 */
export function centerText(row: PackedCenter): string {
  const rest = row.filter((_, at) => at !== packed.lat && at !== packed.lng && at !== packed.unknownLevels);
  const numbers = [row[packed.lat], row[packed.lng], offeredBy(row), row[packed.unknownLevels]];
  return `${numbers.join(',')}\n${JSON.stringify(rest)}`;
}

/** The text of a page. Each row was prepared by {@link centerText}. */
export function centerPageText(rows: readonly Buffer[]): Buffer {
  const [spots, lines]: [Buffer[], Buffer[]] = [[], []];
  for (const row of rows) {
    const end = row.indexOf('\n');
    if (spots.length > 0) spots.push(COMMA);
    spots.push(row.subarray(0, end));
    lines.push(row.subarray(end));
  }
  return Buffer.concat([FIRST, ...spots, LAST, ...lines]);
}

const FIRST = Buffer.from('{"kind":"centers","spots":[');
const LAST = Buffer.from(']}');
const COMMA = Buffer.from(',');
