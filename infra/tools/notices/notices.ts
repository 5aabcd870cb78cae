import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { defaultSources } from '../../sources.ts';
import { bundledPackages, keyOf } from './packages.ts';
import { billOfMaterials, noticesText, unaccepted } from './text.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const own = z.object({ name: z.string(), version: z.string() });
const { handler, agentReads, agentWrites, publisher, canary, web } = defaultSources;
const scripts = ['main.ts', 'docs/script/script.ts', 'client/index.ts', 'console/shell/main.ts'];

const program = new Command('npm run notices --')
  .description(
    'Writes what the bundles carry of others: licenses.txt to hand on with them, and sbom.cdx.json, a software bill of materials (CycloneDX 1.6).',
  )
  .option('--out <folder>', 'where to write', 'notices')
  .helpOption('-h, --help', 'show this help')
  .action(({ out }: { out: string }) => {
    const found = [
      ...bundledPackages([handler, agentReads, agentWrites, publisher, canary], 'node'),
      ...bundledPackages(
        scripts.map((name) => join(web, name)),
        'browser',
      ),
    ];
    const packages = [...new Map(found.map((one) => [keyOf(one), one])).values()].sort((a, b) =>
      keyOf(a).localeCompare(keyOf(b)),
    );
    const refused = unaccepted(packages);
    if (refused.length > 0) {
      const names = refused.map((one) => `  ${keyOf(one)}: ${one.license}`).join('\n');
      process.stderr.write(`Nobody has agreed to these licenses (infra/tools/notices/text.ts):\n${names}\n`);
      process.exitCode = 1;
      return;
    }
    const self = own.parse(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')));
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'licenses.txt'), noticesText(packages));
    writeFileSync(join(out, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(packages, self), null, 2)}\n`);
    process.stdout.write(`${packages.length} packages: ${join(out, 'licenses.txt')}, ${join(out, 'sbom.cdx.json')}\n`);
  });

program.parse();
