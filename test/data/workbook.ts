import { writeFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

const directoryColumns =
  'Name1 Name2 Street1 Street2 City State Zip Phone Intake1 Intake2 Intake1a Intake2a Service_code_info'.split(' ');

/** A facility as a directory's row, by column; missing columns are empty. */
export type Row = Readonly<Record<string, string>>;

/** A substance-use facility in Phoenix with an IOP, to be changed by a test. */
export const phoenix: Row = {
  Name1: 'Saguaro Recovery Inc',
  Street1: '100 West Adams Street',
  City: 'Phoenix',
  State: 'AZ',
  Zip: '85003',
  Phone: '602-344-0100',
  Service_code_info: 'SA SUMH * OP OIT ORT * PMAT * MOA * CBT TELE * MD PI * WN * ACC * ADLT * FEM MALE * SP',
};

/** The same building in the mental-health directory. */
export const phoenixMental: Row = {
  ...phoenix,
  Service_code_info: 'MH SUMH * OP PHDT * OMH * CBT DBT * MC * PTSD * YAD ADLT * AH',
};

/** Writes a workbook with SAMHSA's layout: one sheet of facilities, its columns named in the first row. */
export async function writeWorkbook(path: string, rows: readonly Row[], columns = directoryColumns): Promise<void> {
  const cells = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  await writeSheets(path, [{ name: 'Facilities List', rows: cells }]);
}

/** The rows of a directory's sheet. */
export function directoryRows(rows: readonly Row[]): string[][] {
  return [directoryColumns, ...rows.map((row) => directoryColumns.map((column) => row[column] ?? ''))];
}

/** A date as a serial number, and a cell whose formula failed. */
export type CellValue = string | number | boolean | { readonly day: number } | { readonly error: string };

export interface SheetToWrite {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly CellValue[])[];
}

/** Writes a workbook of several sheets. */
export async function writeSheets(path: string, sheets: readonly SheetToWrite[]): Promise<void> {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const named = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const bodies = sheets.map(({ rows }, index): [string, string] => {
    const lines = rows.map((row, y) => `<row r="${y + 1}">${row.map((value, x) => cell(value, x, y)).join('')}</row>`);
    return [
      `xl/worksheets/sheet${index + 1}.xml`,
      `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    ];
  });
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${links.join('')}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(bodies),
  };
  await writeFile(path, zip(files));
}

function cell(value: CellValue, x: number, y: number): string {
  const at = `r="${String.fromCharCode(65 + x)}${y + 1}"`;
  if (value === '') return '';
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c ${at} t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === 'object' && 'day' in value) return `<c ${at} s="1"><v>${value.day}</v></c>`;
  if (typeof value === 'object') return `<c ${at} t="e"><v>${value.error}</v></c>`;
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c ${at} t="inlineStr"><is><t>${escaped}</t></is></c>`;
}

/** A zip archive whose entries are stored, not compressed. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), data);
    directory.push(central, Buffer.from(name));
    offset += local.length + name.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
