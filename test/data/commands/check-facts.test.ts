import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fields, memberFields, yesNoFields } from '../../../functions/domain/fields.ts';
import { checkProvider, hostFault } from '../../../functions/records/provider/check.ts';
import {
  MOST_PROVIDER_BYTES,
  PROVIDER_PATH,
  providerProgramSchema,
} from '../../../functions/records/provider/schema.ts';
import { data } from '../command.ts';

const folder = mkdtempSync(join(tmpdir(), 'locator-facts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const example = readFileSync('data/treatment-programs.json', 'utf8');
const TODAY = '2026-11-29';

type Json = Record<string, unknown>;
/** The faults that are reported for the example after a change. */
function faultsOf(change: (file: Json, center: Json, program: Json) => void): string[] {
  const file = JSON.parse(example);
  change(file, file.centers[0], file.centers[0].programs[0]);
  return checkText(JSON.stringify(file, null, 1));
}
const checkText = (text: string | Buffer): string[] =>
  checkProvider('f.json', Buffer.from(text), TODAY).faults.map(({ pointer, message }) => `${pointer} ${message}`);

describe('a provider’s file', () => {
  it('is right as the example has it', () => {
    const { file, faults } = checkProvider('f.json', Buffer.from(example), TODAY);
    expect(faults).toEqual([]);
    expect(file?.centers[0]?.programs.map(({ level }) => level)).toEqual(['iop', 'php']);
  });

  it('may say every fact that a search can ask for', () => {
    const known = Object.keys(providerProgramSchema.shape);
    for (const field of memberFields) expect(known).toContain(fields[field].member);
    for (const field of yesNoFields) expect(known).toContain(fields[field].member);
    expect(known).toEqual(expect.arrayContaining(['level', 'schedule', 'intake', 'asam', 'only', 'asOf']));
  });

  it.each<[string, Parameters<typeof faultsOf>[0], RegExp]>([
    [
      'another format',
      (file) => Object.assign(file, { format: 'x' }),
      /^\/format "x" is not one of treatment-programs$/,
    ],
    ['a later version', (file) => Object.assign(file, { version: 2 }), /^\/version 2 is not one of 1$/],
    [
      'a site without https',
      (file) => Object.assign(file, { organization: { name: 'A', website: 'http://a.example' } }),
      /^\/organization\/website .*https/,
    ],
    [
      'an edition to come',
      (file) => Object.assign(file, { updated: '2026-11-30' }),
      /^\/updated 2026-11-30 is in the future/,
    ],
    ['no centers', (file) => Object.assign(file, { centers: [] }), /^\/centers must have a center/],
    [
      'a day that is none',
      (_, __, program) => Object.assign(program, { asOf: '2026-02-30' }),
      /^\/centers\/0\/programs\/0\/asOf /,
    ],
    ['facts without a day', (_, __, program) => delete program.asOf, /^\/centers\/0\/programs\/0(?:\/asOf)? .*/],
    [
      'facts after the edition',
      (_, __, program) => Object.assign(program, { asOf: '2026-11-21' }),
      /^\/centers\/0\/programs\/0\/asOf 2026-11-21 is after the file's own "updated"/,
    ],
    [
      'a level that is none',
      (_, __, program) => Object.assign(program, { level: 'iopp' }),
      /^\/centers\/0\/programs\/0\/level .*iop/,
    ],
    [
      'a therapy that is none',
      (_, __, program) => Object.assign(program, { therapies: ['cbtt'] }),
      /^\/centers\/0\/programs\/0\/therapies\/0 /,
    ],
    [
      'a value twice',
      (_, __, program) => Object.assign(program, { therapies: ['cbt', 'cbt'] }),
      /^\/centers\/0\/programs\/0\/therapies must not repeat/,
    ],
    [
      'too many payers',
      (_, __, program) => Object.assign(program, { payers: Array.from({ length: 101 }, (_x, n) => `p-${n}`) }),
      /^\/centers\/0\/programs\/0\/payers must have at most 100 values/,
    ],
    ['a word about somebody', (_, __, program) => Object.assign(program, { note: 'Kim is here' }), /note/],
    [
      'a program twice',
      (_, center) =>
        Object.assign(center, { programs: [...(center.programs as Json[]), ...(center.programs as Json[])] }),
      /^\/centers\/0\/programs\/2\/id "evening-iop" is used twice/,
    ],
    [
      'a center twice',
      (file, center) => Object.assign(file, { centers: [center, center] }),
      /^\/centers\/1\/id "phoenix" is used twice/,
    ],
    [
      'a level offered and not',
      (_, center) => Object.assign(center, { notOffered: { levels: ['iop'], asOf: '2026-11-01' } }),
      /^\/centers\/0\/programs\/0\/level "iop" is in notOffered too/,
    ],
    [
      'no phone',
      (_, center) => Object.assign(center, { phones: [] }),
      /^\/centers\/0\/phones must have at least one phone number/,
    ],
    [
      'a state that is not listed',
      (_, center) => Object.assign(center, { address: { street: null, city: 'Austin', state: 'TX', zip: '78701' } }),
      /^\/centers\/0\/address\/state /,
    ],
  ])('with %s is refused by its place', (_, change, wanted) => {
    const faults = faultsOf(change);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.some((fault) => wanted.test(fault))).toBe(true);
  });

  it('that is no such file ends in one sentence', () => {
    expect(checkText('')).toEqual([expect.stringContaining('not valid JSON')]);
    expect(checkText('[]')[0]).toMatch(/^ /);
    expect(checkText(Buffer.from([0xff, 0xfe, 0]))).toEqual([' is not in UTF-8: save it as UTF-8']);
    expect(checkText('['.repeat(100_000))).toEqual([' is nested deeper than 50 levels']);
    expect(checkText(' '.repeat(MOST_PROVIDER_BYTES + 1))[0]).toMatch(/bytes, more than the limit of 1000000/);
    expect(checkText(example.replace('"version": 1', '"version": 1, "version": 1'))).toEqual([
      '/version "version" appears twice in one object: keep one',
    ]);
  });

  it('speaks for an organization only on its own site', () => {
    const { file } = checkProvider('f.json', Buffer.from(example), TODAY);
    if (file === null) throw new Error('the example has faults');
    expect(hostFault(file, new URL(`https://www.lantern-bridge.example${PROVIDER_PATH}`))).toBeNull();
    expect(hostFault(file, new URL(`https://evil.example${PROVIDER_PATH}`))).toContain(
      "host it on the organization's own site",
    );
    expect(hostFault(file, new URL(`https://lantern-bridge.example.evil.example${PROVIDER_PATH}`))).not.toBeNull();
    expect(hostFault(file, new URL('https://lantern-bridge.example/programs.json'))).toContain(
      `host it at ${PROVIDER_PATH}`,
    );
  });
});

describe('npm run data -- check-facts', () => {
  it('takes the example, and names faults by line', async () => {
    const right = await data('check-facts', 'data/treatment-programs.json');
    expect([right.code, right.stdout]).toEqual([
      0,
      'Lantern Bridge Recovery (example), updated 2026-11-20: 1 center, 2 programs; no faults\n',
    ]);
    const path = join(folder, 'wrong.json');
    writeFileSync(path, example.replace('"cbt"', '"cbtt"'));
    const wrong = await data('check-facts', path);
    const line = example.slice(0, example.indexOf('"cbt"')).split('\n').length;
    expect([wrong.code, wrong.stdout]).toEqual([
      1,
      expect.stringMatching(
        new RegExp(`wrong\\.json:${line}:\\d+ \\[phoenix\\] /centers/0/programs/0/therapies/0: .*\\n1 fault\\n$`),
      ),
    ]);
    expect((await data('check-facts', join(folder, 'none.json'))).stderr).toContain('there is no file');
    expect((await data('check-facts', folder)).stderr).toContain('is a folder');
  });

  it('reads a URL: no redirect, no error page, no endless answer, no plain HTTP elsewhere', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: PROVIDER_PATH }).end();
      else if (request.url === '/large') response.end('x'.repeat(3 * MOST_PROVIDER_BYTES));
      else if (request.url === PROVIDER_PATH) response.end(example);
      else response.writeHead(404).end('nothing');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const found = await data('check-facts', `${at}${PROVIDER_PATH}`);
      expect([found.code, found.stdout]).toEqual([
        1,
        expect.stringContaining('organization.website is on lantern-bridge.example'),
      ]);
      expect((await data('check-facts', `${at}/none`)).stderr).toContain('answered 404');
      expect((await data('check-facts', `${at}/moved`)).stderr).toContain('could not be read');
      expect((await data('check-facts', `${at}/large`)).stdout).toContain('more than the limit of 1000000');
      expect((await data('check-facts', 'http://lantern-bridge.example/')).stderr).toContain(
        'does not begin with https://',
      );
      expect((await data('check-facts', 'ftp://lantern-bridge.example/')).stderr).toContain(
        'does not begin with https://',
      );
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
