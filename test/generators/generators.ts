import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Table from 'cli-table3';
import { startLocal } from '../../infra/local/start-local.ts';
import { installPackages } from '../support/install.ts';
import { type Generator, generators, shared } from './known.ts';

const run = promisify(execFile);
const LONGEST_MS = 240_000;

const help = `npm run generators: makes a client of the OpenAPI document with each of several generators, compiles it under
strict TypeScript, and asks the local server with it. The generators are installed into a temporary folder, from npm.

  --keep   keeps the folder and says where it is
`;

const tsconfig = {
  compilerOptions: {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: 'ES2022', module: 'ESNext' },
    ...{ moduleResolution: 'Bundler', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: ['node'] },
  },
};

interface Row {
  readonly name: string;
  /** `yes` if the step succeeded, or the first line of the error. */
  readonly generates: string;
  readonly compiles: string;
  readonly searches: string;
}

/** Generates, compiles and runs a client. Each step only runs if the previous one succeeded. */
async function tried({ name, generate, main }: Generator, folder: string, url: string): Promise<Row> {
  const own = join(folder, 'clients', name.replaceAll(/\W+/g, '-'));
  await mkdir(own, { recursive: true });
  const bin = (tool: string) => join(folder, 'node_modules/.bin', tool);
  const steps = [
    async () => {
      if (generate === null) return { stdout: '' };
      const [command, ...rest] = generate;
      return run(
        bin(command),
        rest.map((part) => part.replaceAll('OWN', own)),
        { cwd: folder, timeout: LONGEST_MS },
      );
    },
    async () => {
      await writeFile(join(own, 'main.ts'), main.replaceAll('URL_OF_SERVER', url));
      await writeFile(join(own, 'tsconfig.json'), JSON.stringify({ ...tsconfig, include: ['**/*.ts'] }));
      return run(bin('tsc'), ['-p', own], { cwd: folder, timeout: LONGEST_MS });
    },
    () => run(bin('tsx'), [join(own, 'main.ts')], { cwd: folder, timeout: LONGEST_MS }),
  ];
  const results: string[] = [];
  for (const step of steps) {
    const failed = results.some((result) => result.startsWith('no'));
    results.push(failed ? '' : await step().then(({ stdout }) => (results.length < 2 ? 'yes' : stdout.trim()), whyNot));
  }
  const [generates = '', compiles = '', searches = ''] = results;
  return { name, generates, compiles, searches };
}

function whyNot(error: unknown): string {
  const { stdout = '', stderr = '', message = '' } = error as { stdout?: string; stderr?: string; message?: string };
  const lines = `${stdout}\n${stderr}\n${message}`.split('\n').filter((line) => /error|cannot|failed/i.test(line));
  return `no: ${(lines[0] ?? message).trim().slice(0, 160)}`;
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(help);
  const folder = await mkdtemp(join(tmpdir(), 'generators-'));
  const local = await startLocal({ log: () => {} });
  try {
    await installPackages(folder, [...new Set([...shared, ...generators.flatMap((one) => one.packages)])]);
    const document = await fetch(`${local.url}/v1/openapi.json`);
    await writeFile(join(folder, 'openapi.json'), await document.text());
    const table = new Table({ head: ['generator', 'generates', 'compiles', 'asks'], style: { head: [], border: [] } });
    for (const generator of generators) {
      const { name, generates, compiles, searches } = await tried(generator, folder, local.url);
      table.push([name, generates, compiles, searches]);
      if (!searches.startsWith('IOP near 85004: ')) process.exitCode = 1;
    }
    console.log(`${table}`);
  } finally {
    await local.close();
    if (process.argv.includes('--keep')) console.log(folder);
    else await rm(folder, { recursive: true });
  }
}

await main();
