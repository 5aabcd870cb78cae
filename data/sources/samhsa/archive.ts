import { readFile, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

/**
 * Limits for a workbook. The largest directory so far has 2 MB, 12 MB unpacked, 12,745 rows and 14 columns. The library
 * that reads it unpacks everything and allocates a cell for every position that the sheet claims to have.
 */
const limits = { bytes: 32e6, unpackedBytes: 64e6, entries: 1000, rows: 100_000, columns: 200 } as const;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly end: number;
  readonly checksum: number;
}

/** Facts about a sheet that the library for workbooks does not report. */
export interface SheetFacts {
  readonly hidden: boolean;
  /** Cells with a spreadsheet error (`#REF!`), by position, such as `B3`. The library returns them as empty. */
  readonly errors: ReadonlySet<string>;
}

/**
 * Checks a workbook before it is read: that it is a complete zip archive, that its real unpacked size (not the size it
 * claims) and its sheets' claimed sizes are within limits, and that it has no formulas. The file's size bounds memory.
 * @returns its sheets, in the workbook's order
 * @throws at the first fault, naming it.
 */
export async function checkWorkbook(path: string): Promise<readonly SheetFacts[]> {
  const { size } = await stat(path);
  if (size > limits.bytes) throw new Error(`"${path}" has ${megabytes(size)}, more than ${megabytes(limits.bytes)}`);
  const bytes = await readFile(path);
  let unpacked = 0;
  const errors = new Map<string, Set<string>>();
  const texts = { 'xl/workbook.xml': '', 'xl/_rels/workbook.xml.rels': '' };
  for (const { name, method, start, end, checksum } of entriesOf(path, bytes)) {
    const packed = bytes.subarray(start, end);
    const source = Readable.from([packed]);
    // Errors of both streams are thrown by the loop below, so this callback ignores them.
    const chunks: AsyncIterable<Buffer> = method === 0 ? source : pipeline(source, createInflateRaw(), () => {});
    let before = '';
    let sum = 0;
    try {
      for await (const chunk of chunks) {
        unpacked += chunk.length;
        sum = crc32(chunk, sum);
        if (unpacked > limits.unpackedBytes)
          throw new TooMuch(`unpacks to more than ${megabytes(limits.unpackedBytes)}`);
        if (name in texts) texts[name as keyof typeof texts] += chunk.toString('latin1');
        if (!/\.xml$/i.test(name) || /sharedStrings\.xml$/i.test(name)) continue;
        const text = before + chunk.toString('latin1');
        checkMarkup(name, text);
        if (/worksheets\//.test(name)) errors.set(name, errorsIn(text, errors.get(name) ?? new Set()));
        // Keeps the last characters, because a tag may be split between two chunks.
        before = text.slice(-100);
      }
      // The checksum is verified here, because the library that reads the sheets does not do it.
      if (sum !== checksum) throw new TooMuch(`is damaged in ${name}`);
    } catch (cause) {
      const reason = cause instanceof TooMuch ? cause.message : `is damaged in ${name}`;
      throw new Error(`"${path}" ${reason}`, { cause });
    }
  }
  const targets = new Map(
    tags(texts['xl/_rels/workbook.xml.rels'], 'Relationship').map((tag) => [
      tag.Id,
      tag.Target?.replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return tags(texts['xl/workbook.xml'], 'sheet').map((tag) => ({
    hidden: tag.state === 'hidden' || tag.state === 'veryHidden',
    errors: errors.get(targets.get(tag['r:id'] ?? tag['ns:id']) ?? '') ?? new Set(),
  }));
}

function errorsIn(text: string, found: Set<string>): Set<string> {
  for (const tag of tags(text, 'c')) if (tag.t === 'e' && tag.r !== undefined) found.add(tag.r);
  return found;
}

/** Finds every tag with this name, and returns the attributes of each. */
function tags(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, text = '']) =>
    Object.fromEntries(
      [...text.matchAll(/([\w:]+)\s*=\s*["']([^"']*)["']/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  );
}

/** Thrown if the archive has content that a valid workbook must not have. */
class TooMuch extends Error {}

function checkMarkup(name: string, text: string): void {
  if (/<(?:\w+:)?f[\s>]/.test(text) && /worksheets\//.test(name)) {
    throw new TooMuch(`has formulas in ${name}: save it with values only`);
  }
  for (const [, letters = '', digits = ''] of text.matchAll(
    /\s(?:r|ref)\s*=\s*["'](?:[A-Z]+\d+:)?([A-Z]*)(\d+)["']/g,
  )) {
    if (Number(digits) > limits.rows) throw new TooMuch(`has row ${digits} in ${name}, more than ${limits.rows} rows`);
    if (columnOf(letters) > limits.columns)
      throw new TooMuch(`has column ${letters} in ${name}, more than ${limits.columns} columns`);
  }
}

function columnOf(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Lists the archive's entries (APPNOTE 4.3) from its central directory. */
function entriesOf(path: string, bytes: Buffer): Entry[] {
  const whole = (condition: boolean): void => {
    if (!condition) throw new Error(`"${path}" cannot be read as an .xlsx workbook: it is not a whole zip archive`);
  };
  let end = bytes.length - 22;
  while (end >= 0 && bytes.length - end < 66_000 && bytes.readUInt32LE(end) !== endSignature) end--;
  whole(end >= 0 && bytes.readUInt32LE(end) === endSignature);
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  if (count > limits.entries) throw new Error(`"${path}" has ${count} parts, more than ${limits.entries}`);
  const entries: Entry[] = [];
  let at = directory;
  for (let index = 0; index < count; index++) {
    whole(at + 46 <= end && bytes.readUInt32LE(at) === centralSignature);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    whole(local + 30 <= directory && bytes.readUInt32LE(local) === localSignature);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const stop = start + bytes.readUInt32LE(at + 20);
    whole(stop <= directory);
    const method = bytes.readUInt16LE(at + 10);
    if (method !== 0 && method !== 8)
      throw new Error(`"${path}" uses a compression method (${method}) that workbooks do not use`);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method,
      start,
      end: stop,
      checksum: bytes.readUInt32LE(at + 16),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
