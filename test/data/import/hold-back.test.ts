import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { recoverFolder, replaceFolder } from '../../../data/files/replace-folder.ts';
import { runs } from '../../support/runs.ts';
import { data } from '../command.ts';
import { temporaryFolder } from '../folder.ts';
import { phoenix, writeWorkbook } from '../workbook.ts';

const csvHeader = 'name,street,city,state,zip,phones,sources,level';
const csvRow = 'Mesa House,1 Main Street,Phoenix,AZ,85004,"main, facility: (602) 344-1234",Our list @ 2026-11-01,iop';
const place = {
  id: 'p1',
  name: 'Mesa House',
  latitude: 33.45,
  longitude: -112.07,
  addresses: [{ address_1: '1 Main Street', city: 'Phoenix', state_province: 'AZ', postal_code: '85004' }],
  phones: [{ id: 'n1', number: '602-344-1234' }],
};
const service = (id: string, name: string) => ({
  id,
  name,
  status: 'active',
  organization: { id: 'o1', name: 'Mesa Verde' },
  service_at_locations: [{ id: `x${id}`, location: place }],
});
const row = {
  name1: 'Mesa House',
  street1: '1 Main Street',
  city: 'Phoenix',
  state: 'AZ',
  zip: '85004',
  phone: '602-344-1234',
  services: [{ f2: 'TC', f3: 'Substance use treatment' }],
};

/** For each importer: its arguments, and files with a center, without any, and with a center and a faulty row. */
type Which = 'good' | 'empty' | 'faulty';
const importers: Readonly<
  Record<string, { readonly more: string[]; readonly file: (folder: string, which: Which) => Promise<string> }>
> = {
  samhsa: {
    more: ['--states', 'AZ'],
    file: async (folder, which) => {
      const path = join(folder, `su-2023-${which}.xlsx`);
      const bad = { ...phoenix, Name1: 'Other', Phone: '999-999-9999' };
      await writeWorkbook(path, { good: [phoenix], empty: [], faulty: [phoenix, bad] }[which]);
      return path;
    },
  },
  csv: {
    more: [],
    file: async (folder, which) => {
      const path = join(folder, `${which}.csv`);
      const bad = csvRow.replace('85004', '00000').replace('Mesa', 'Other');
      const rows = { good: [csvRow], empty: [], faulty: [csvRow, bad] }[which];
      await writeFile(path, `${[csvHeader, ...rows].join('\n')}\n`);
      return path;
    },
  },
  hsds: {
    more: ['--source', 'Our list @ 2026-11-01'],
    file: async (folder, which) => {
      const path = join(folder, `${which}-hsds.json`);
      const iop = service('s1', 'Intensive Outpatient Program');
      const contents = { good: [iop], empty: [], faulty: [iop, service('s2', 'Food pantry')] }[which];
      await writeFile(path, JSON.stringify({ contents }));
      return path;
    },
  },
  findtreatment: {
    more: ['--as-of', '2026-11-01'],
    file: async (folder, which) => {
      const path = join(folder, `${which}-rows.json`);
      const rows = { good: [row], empty: [], faulty: [row, { ...row, state: 'TX', zip: '75001' }] }[which];
      await writeFile(path, JSON.stringify({ rows }));
      return path;
    },
  },
};

const contents = async (folder: string) => {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
};

describe.each(Object.entries(importers))('import %s', (kind, { more, file }) => {
  test('writes over what is there only when it found centers and refused nothing', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    const run = async (which: Which, ...options: string[]) =>
      data('import', kind, await file(folder, which), '--out', out, ...more, ...options);
    const nothing = await run('empty');
    expect([nothing.code, await readdir(folder)]).toEqual([1, expect.not.arrayContaining(['out'])]);

    expect(await run('good')).toMatchObject({ code: 0 });
    await writeFile(join(out, 'NOTES.md'), 'ours\n');
    const before = await contents(out);
    const empty = await run('empty');
    expect([empty.code, empty.stderr.trimEnd().split('\n').at(-1)]).toEqual([
      1,
      expect.stringMatching(/^error: (?:no center was found, so nothing was written$|.* has no locations: )/),
    ]);
    expect(await contents(out)).toEqual(before);

    const faulty = await run('faulty');
    expect(faulty.code).toBe(1);
    expect(faulty.stdout).toMatch(/^rows 2 = imported 1 \+ merged 0 \+ refused 1\n/);
    expect(faulty.stderr).toMatch(
      /error: 1 row was refused, so nothing was written; --skip-refused writes the rest\n$/,
    );
    expect(await contents(out)).toEqual(before);

    expect(await run('faulty', '--skip-refused')).toMatchObject({ code: 0 });
    expect(await contents(out)).toEqual(before);
  });
});

test('a state of which nothing was found keeps its centers', async () => {
  const folder = await temporaryFolder();
  const out = join(folder, 'out');
  const workbook = async (name: string, states: string[]) => {
    const zips = new Map([
      ['AZ', '85003'],
      ['CA', '95112'],
    ]);
    const rows = states.map((State) => ({ ...phoenix, State, Zip: zips.get(State) ?? '' }));
    await writeWorkbook(join(folder, name), rows);
    return join(folder, name);
  };
  const both = await workbook('su-2023.xlsx', ['AZ', 'CA']);
  expect((await data('import', 'samhsa', both, '--out', out)).code).toBe(0);
  const before = await contents(out);
  const one = await workbook('su-2024.xlsx', ['AZ']);
  const refused = await data('import', 'samhsa', one, '--out', out);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(`no center was found in CA, of which "${out}" has centers, so nothing was written`);
  expect(refused.stderr).toContain('--states');
  expect(await contents(out)).toEqual(before);
  expect((await data('import', 'samhsa', one, '--out', out, '--states', 'AZ')).code).toBe(0);
  expect((await contents(out)).find(([name]) => name === 'CA.json')).toEqual(
    before.find(([name]) => name === 'CA.json'),
  );
});

describe('a folder is replaced', () => {
  test('as a whole, whenever the process is killed', { timeout: 120_000 }, async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    const names = ['AZ.json', 'CA.json', 'aliases.csv'];
    await replaceFolder(out, new Map(names.map((name) => [name, () => '0\n'.repeat(20_000)])));
    await mkdir(join(out, 'kept'));
    await writeFile(join(out, 'kept', 'by-us.txt'), 'ours');
    let last = 0;
    const kills = runs(32);
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, ['test/data/import/replace-child.ts', out, String(last + 1)]);
      const ended = new Promise((resolve) => child.on('close', resolve));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await pause(1 + ((kill * 7) % 23));
      child.kill('SIGKILL');
      await ended;
      await recoverFolder(out);
      expect(await readdir(folder)).toEqual(['out']);
      expect((await readdir(out)).sort()).toEqual([...names, 'kept'].sort());
      expect(await readFile(join(out, 'kept', 'by-us.txt'), 'utf8')).toBe('ours');
      const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')));
      last = Number.parseInt(texts[0] ?? '', 10);
      expect(new Set(texts)).toEqual(new Set([`${last}\n`.repeat(20_000)]));
    }
    expect(last).toBeGreaterThan(kills);
  });

  test('or left as it was, where a text cannot be made or the place is wrong', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    await replaceFolder(out, new Map([['AZ.json', () => 'one']]));
    const fails = () => {
      throw new Error('cannot be made');
    };
    const texts = new Map([['AZ.json', () => 'two'] as const, ['CA.json', fails] as const]);
    await expect(replaceFolder(out, texts)).rejects.toThrow('cannot be made');
    expect(await contents(out)).toEqual([['AZ.json', 'one']]);
    expect(await readdir(folder)).toEqual(['out']);
    await expect(replaceFolder('.', new Map())).rejects.toThrow('name another folder');
    await expect(replaceFolder(join(out, 'AZ.json'), new Map())).rejects.toThrow('is not a folder');
    await symlink(out, join(folder, 'link'));
    await replaceFolder(join(folder, 'link'), new Map([['AZ.json', () => 'three']]));
    expect(await contents(out)).toEqual([['AZ.json', 'three']]);
  });
});
