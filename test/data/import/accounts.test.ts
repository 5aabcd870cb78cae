import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFindTreatment } from '../../../data/import/findtreatment.ts';
import { HeldBackError } from '../../../data/import/hold-back.ts';
import { importHsds } from '../../../data/import/hsds.ts';
import { importSamhsa } from '../../../data/import/run.ts';
import { importCsv, type Outcome } from '../../../data/import/sheet.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import { temporaryFolder } from '../folder.ts';
import { phoenix, writeSheets, writeWorkbook } from '../workbook.ts';

/** The kind of a row: a new center, the center of the previous row again, or an invalid center. */
type Kind = 'own' | 'again' | 'wrong';
interface Line {
  readonly kind: Kind;
  /** Number of the center. A repeated row has the same number. */
  readonly number: number;
}

const linesOf = (kinds: readonly Kind[]): Line[] => {
  let number = 0;
  return kinds.map((kind) => ({ kind, number: kind === 'again' ? Math.max(1, number) : ++number }));
};
const parts = ({ kind, number }: Line) => ({
  name: `${['Saguaro', 'Juniper', 'Copper', 'Willow', 'Falcon'][number % 5]} House ${number}`,
  street: `${number * 100} West Adams Street`,
  city: 'Phoenix',
  state: 'AZ',
  zip: kind === 'wrong' ? 'none' : '85003',
  phone: `602-344-${String(number).padStart(4, '0')}`,
});
const level = (line: Line, at: number) => (line.kind === 'again' ? ['php', 'op', 'detox'][at % 3] : 'iop') ?? 'op';

const sheetColumns = ['Facility', 'Address', 'City', 'ST', 'Zip', 'Phone', 'Program'];
const sheetRows = (lines: readonly Line[]) =>
  lines.map((line, at) => {
    const { name, street, city, state, zip, phone } = parts(line);
    return [name, street, city, state, zip, phone, level(line, at)];
  });
const mapping = {
  columns: {
    ...{ Facility: 'name', Address: 'street', City: 'city', ST: 'state', Zip: 'zip', Phone: 'phones' },
    Program: 'level',
  },
  constants: { sources: 'Our own list @ 2026-11-01' },
};
async function mapped(folder: string, file: string, out: string): Promise<Outcome> {
  const map = join(folder, 'mapping.json');
  await writeFile(map, JSON.stringify(mapping));
  return importCsv(join(folder, file), { out, map, skipRefused: true });
}
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n');

/** Imports of directories return their account as text, or throw it. */
const accounted = async (imported: Promise<string>): Promise<string> => {
  try {
    return await imported;
  } catch (error) {
    if (error instanceof HeldBackError) return error.account;
    throw error;
  }
};

const importers: Record<string, (lines: readonly Line[], folder: string, out: string) => Promise<string>> = {
  samhsa: async (lines, folder, out) => {
    const path = join(folder, 'samhsa-su-2023.xlsx');
    const rows = lines.map((line) => {
      const { name, street, city, state, zip, phone } = parts(line);
      return { ...phoenix, Name1: name, Street1: street, City: city, State: state, Zip: zip, Phone: phone };
    });
    await writeWorkbook(path, [...rows, { ...phoenix, State: 'TX' }]);
    const options = { out, states: stateCodes, progress: () => {}, skipRefused: true };
    return accounted(importSamhsa({ ...options, workbooks: [path] }));
  },
  'an own CSV': async (lines, folder, out) => {
    const columns = ['name', 'street', 'city', 'state', 'zip', 'phones', 'level', 'sources'];
    const rows = sheetRows(lines).map((row) => [...row, 'Our own list @ 2026-11-01']);
    await writeFile(join(folder, 'own.csv'), csv([columns, ...rows]));
    return (await importCsv(join(folder, 'own.csv'), { out, skipRefused: true })).account;
  },
  'an operator’s CSV': async (lines, folder, out) => {
    await writeFile(join(folder, 'sheet.csv'), csv([sheetColumns, ...sheetRows(lines)]));
    return (await mapped(folder, 'sheet.csv', out)).account;
  },
  'an operator’s workbook': async (lines, folder, out) => {
    await writeSheets(join(folder, 'sheet.xlsx'), [{ name: 'Sites', rows: [sheetColumns, ...sheetRows(lines)] }]);
    return (await mapped(folder, 'sheet.xlsx', out)).account;
  },
  hsds: async (lines, folder, out) => {
    const placed = lines.map((line, at) => {
      const { name, street, city, state, zip, phone } = parts(line);
      const address = { address_1: street, city, state_province: state, postal_code: zip, country: 'US' };
      return {
        id: `x${at}`,
        service: { id: `s${at}`, name: level(line, at), organization: { id: `o${line.number}`, name } },
        location: { id: `p${line.number}${line.kind}`, name, addresses: [address], phones: [{ number: phone }] },
      };
    });
    await writeFile(join(folder, 'page.json'), JSON.stringify({ contents: placed }));
    const source = 'County directory @ 2026-10-01';
    return (await importHsds(join(folder, 'page.json'), { out, source, skipRefused: true })).account;
  },
  'findtreatment, JSON': async (lines, folder, out) => {
    const rows = lines.map((line) => {
      const { name, street, phone, ...place } = parts(line);
      const services = [{ f1: 'Service Setting', f2: 'SET', f3: 'Intensive outpatient treatment' }];
      const empty = { name2: '', street2: '', intake1: '', intake2: '', website: '', latitude: '', longitude: '' };
      return { ...empty, name1: name, street1: street, phone, ...place, services };
    });
    await writeFile(join(folder, 'export.json'), JSON.stringify({ rows }));
    const options = { out, asOf: '2026-11-01', skipRefused: true };
    return accounted(importFindTreatment(join(folder, 'export.json'), options));
  },
  'findtreatment, CSV': async (lines, folder, out) => {
    const columns =
      'name1 name2 street1 street2 city state zip phone intake1 intake2 website latitude longitude SET'.split(' ');
    const rows = lines.map((line) => {
      const { name, street, city, state, zip, phone } = parts(line);
      const place = [name, '', street, '', city, state, zip, phone];
      return [...place, '', '', '', '', '', 'Intensive outpatient treatment'];
    });
    await writeFile(join(folder, 'export.csv'), csv([columns, ...rows]));
    const options = { out, asOf: '2026-11-01', skipRefused: true };
    return accounted(importFindTreatment(join(folder, 'export.csv'), options));
  },
};

describe.each(Object.entries(importers))('%s', (_name, run) => {
  test('every row is a center, part of one, or refused, and the account says which', async () => {
    const kinds = fc.array(fc.constantFrom<Kind>('own', 'own', 'again', 'wrong'), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(kinds, async (given) => {
        const lines = linesOf(given);
        const folder = await temporaryFolder();
        const out = join(folder, 'out');
        const account = await run(lines, folder, out);
        const wrong = lines.filter(({ kind }) => kind === 'wrong').length;
        const centers = new Set(lines.filter(({ kind }) => kind !== 'wrong').map(({ number }) => number)).size;
        const merged = lines.length - wrong - centers;
        expect(account.split('\n')[0]).toBe(
          `rows ${lines.length} = imported ${centers} + merged ${merged} + refused ${wrong}`,
        );
        // Each refused row is listed once.
        expect(account.split('\n').filter((line) => line.startsWith('  - '))).toHaveLength(wrong);
        if (centers > 0) expect(await loadRecords(out)).toHaveLength(centers);
        else await expect(loadRecords(out)).rejects.toThrow('there is no file or folder');
      }),
      { numRuns: 8, seed: 18 },
    );
  });
});
