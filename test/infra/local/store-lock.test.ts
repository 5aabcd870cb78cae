import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StoreInUseError, takeFolder } from '../../../infra/local/store-lock.ts';

const temporary = mkdtempSync(join(tmpdir(), 'locator-lock-'));
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(temporary, { recursive: true });
});
let folders = 0;
const newFolder = (): string => {
  folders += 1;
  return join(temporary, `store-${folders}`);
};

/** Another process that locks the folder until it is ended. */
async function holder(folder: string): Promise<ChildProcess> {
  const code = `
    import { takeFolder } from ${JSON.stringify(new URL('../../../infra/local/store-lock.ts', import.meta.url).href)};
    await takeFolder(${JSON.stringify(folder)});
    console.log('taken');
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error('it ended')));
  });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

test('a folder that another process holds is refused, with its number, until that is killed', async () => {
  const folder = newFolder();
  const child = await holder(folder);
  await expect(takeFolder(folder)).rejects.toThrow(new StoreInUseError(folder, `process ${child.pid}`));
  await killed(child);
  expect(readFileSync(join(folder, 'locator.pid'), 'utf8')).toBe(String(child.pid));
  await (await takeFolder(folder))();
});

test.each([
  ['this process has by now', () => process.pid],
  ['another process has by now', () => process.ppid],
  ['the system has', () => 1],
  ['nobody has', () => 4_194_303],
])('a number left behind that %s keeps nobody out', async (_name, number) => {
  const folder = newFolder();
  await killed(await holder(folder));
  writeFileSync(join(folder, 'locator.pid'), String(number()));
  const giveBack = await takeFolder(folder);
  expect(readFileSync(join(folder, 'locator.pid'), 'utf8')).toBe(String(process.pid));
  await giveBack();
});

test('a folder is not given twice to one process, and again once it is given back', async () => {
  const folder = newFolder();
  const giveBack = await takeFolder(folder);
  await expect(takeFolder(folder)).rejects.toThrow(`is in use by process ${process.pid}`);
  await giveBack();
  await (await takeFolder(folder))();
});

test('of many that ask at a time one gets it', async () => {
  const folder = newFolder();
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => takeFolder(folder)));
  const given = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(given).toHaveLength(1);
  for (const giveBack of given) await giveBack();
});

test('what is in the way is told as it is', async () => {
  const folder = newFolder();
  writeFileSync(folder, 'a file');
  await expect(takeFolder(folder)).rejects.toThrow(/EEXIST/);
});
