import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundledPackages, type Package } from '../../infra/tools/notices/packages.ts';
import { billOfMaterials, noticesText, unaccepted } from '../../infra/tools/notices/text.ts';

const folder = mkdtempSync(join(tmpdir(), 'notices-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run notices', () => {
  test('names what the bundles carry, with the text of each license, and nothing that only helps to build them', () => {
    const run = spawnSync(process.execPath, ['infra/tools/notices/notices.ts', '--out', folder]);
    expect([run.status, run.stderr.toString()]).toEqual([0, '']);
    const bill = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'));
    const names: string[] = bill.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['zod', '@middy/core', '@aws-sdk/client-dynamodb', 'lru-cache', 'preact']),
    );
    for (const tool of ['esbuild', 'aws-cdk-lib', 'vitest', 'commander', 'typescript'])
      expect(names).not.toContain(tool);
    const text = readFileSync(join(folder, 'licenses.txt'), 'utf8');
    for (const { name, version } of bill.components) expect(text).toContain(`\n${name}@${version} (`);
    expect(text).toContain('GeoNames');
  });
});

describe('a license', () => {
  const of = (license: string): Package => ({ name: 'a', version: '1.0.0', license, texts: [] });
  test.each(['GPL-3.0', 'AGPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN FILE', '(GPL-3.0 OR LGPL-3.0)', 'CC-BY-NC-4.0'])(
    '%s stops the command',
    (license) => expect(unaccepted([of(license)])).toHaveLength(1),
  );
  test.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0)', 'BSD-3-Clause'])('%s is fine', (license) =>
    expect(unaccepted([of(license)])).toEqual([]),
  );
  test('of two with an AND is both of them', () => expect(unaccepted([of('(MIT AND GPL-3.0)')])).toHaveLength(1));
  test('goes into the notices even without a text, and into the bill as SPDX has it', () => {
    expect(noticesText([of('MIT')])).toContain(
      'a@1.0.0 (MIT)\n\nIt comes without a text of its license, which is at https://spdx.org/licenses/MIT.html',
    );
    const { components } = billOfMaterials([of('MIT'), of('(MIT OR ISC)')], { name: 'x', version: '1' });
    expect(components.map(({ licenses }) => licenses[0])).toEqual([
      { license: { id: 'MIT' } },
      { expression: '(MIT OR ISC)' },
    ]);
    expect(components[0]?.purl).toBe('pkg:npm/a@1.0.0');
  });
  test('is read of what a module takes, not of what it only names', () => {
    const names = bundledPackages([new URL('../../functions/canary/handler.ts', import.meta.url).pathname], 'node').map(
      ({ name }) => name,
    );
    expect(names).toContain('@aws-lambda-powertools/logger');
    expect(names).not.toContain('@aws-sdk/client-dynamodb');
  });
});
