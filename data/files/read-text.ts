import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { syntaxFault } from '../../functions/records/positions.ts';

/**
 * Maximum size of a JSON file. The whole country's centers are about 100 MB, so a much larger file is a mistake or an
 * attack.
 */
const mostJsonBytes = 200e6;
/** Maximum size of a file in which a syntax fault is located. Locating one takes many times the memory of the text. */
const mostBytesToExplain = 5e6;

/**
 * Reads a file's text in pieces, without a byte order mark.
 * @throws if the file is missing, is not text, is not in UTF-8, or has more than `mostBytes`.
 */
export async function* readText(path: string, mostBytes = Number.POSITIVE_INFINITY): AsyncGenerator<string> {
  await refuseOtherFiles(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let position = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes: Buffer = chunk;
    if (position + bytes.length > mostBytes) throw new Error(`"${path}" has more than ${mostBytes / 1e6} MB`);
    if (isUtf16(bytes)) throw utf16(path);
    if (bytes.includes(0)) throw new Error(`"${path}" is not text: it has a zero byte near byte ${position}`);
    yield decoded(path, position, () => decoder.decode(bytes, { stream: true }));
    position += bytes.length;
  }
  yield decoded(path, position, () => decoder.decode());
}

/**
 * True if a file is a zip archive, as workbooks are.
 * @throws if there is no such file.
 */
export async function isArchive(path: string): Promise<boolean> {
  return (await startOf(path)).startsWith('PK');
}

/** Reads and parses a JSON file. @throws like `readText`, and if the file is too large or not JSON. */
export async function readJson(path: string): Promise<unknown> {
  await refuseOtherFiles(path);
  const { size } = await stat(path);
  if (size > mostJsonBytes) {
    throw new Error(`"${path}" has ${Math.round(size / 1e6)} MB, more than the ${mostJsonBytes / 1e6} MB limit`);
  }
  const bytes = await readFile(path);
  const text = decoded(path, 0, () => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  refuseDeepJson(path, bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (size > mostBytesToExplain) throw new Error(`"${path}" is not valid JSON: ${String(cause)}`, { cause });
    const { line, column, message } = syntaxFault(text);
    throw new Error(`${path}:${line}:${column}: ${message}`, { cause });
  }
}

function decoded(path: string, position: number, decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw new Error(
      `"${path}" is not in UTF-8 (after byte ${position}), probably in Windows-1252 or Latin-1: save it as "CSV UTF-8" or as UTF-8 text`,
      { cause },
    );
  }
}

/** True if the text looks like UTF-16 without a byte order mark: most letters are then next to a zero byte. */
function isUtf16(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 1000);
  const zeros = start.filter((byte) => byte === 0).length;
  return zeros > start.length / 4 && zeros <= (start.length + 1) / 2;
}

function utf16(path: string): Error {
  return new Error(`"${path}" is in UTF-16: save it as "CSV UTF-8" or as UTF-8 text`);
}

/**
 * Maximum depth of nesting in JSON. Our formats have at most ten levels. The parser accepts deeper nesting than
 * recursive code can handle.
 */
const mostDepth = 100;

function refuseDeepJson(path: string, bytes: Buffer): void {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (isText) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) isText = false;
    } else if (byte === 0x22) isText = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > mostDepth)
        throw new Error(`"${path}" nests more than ${mostDepth} lists and objects in each other`);
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
}

async function refuseOtherFiles(path: string): Promise<void> {
  const start = await startOf(path);
  if (start.startsWith('PK'))
    throw new Error(`"${path}" is a workbook or a zip archive: save its sheet as "CSV UTF-8"`);
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) throw utf16(path);
}

/** Reads the first bytes of a file. */
async function startOf(path: string): Promise<string> {
  const file = await open(path).catch((cause) => {
    throw new Error(`there is no file "${path}"`, { cause });
  });
  try {
    if ((await file.stat()).isDirectory()) throw new Error(`"${path}" is a folder, not a file`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}
