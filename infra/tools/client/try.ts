/**
 * Installs the client's package into an empty folder and runs its README's snippet there: in Node, bundled by Vite,
 * bundled by esbuild, and checked by TypeScript. A stub API answers with the document's own example. `npm run
 * client:try`
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { CLIENT_PACKAGE, packClient } from '../../client-package.ts';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const bin = (name: string): string => here(`node_modules/.bin/${name}`);

export interface Tried {
  /** Size in bytes of the package, and of each bundle with the snippet and the client. */
  readonly bytes: Readonly<Record<string, { readonly plain: number; readonly gzipped: number | null }>>;
  /** What the snippet printed in each environment. */
  readonly said: Readonly<Record<string, string>>;
}

/** Reads the first TypeScript block of the client's README. */
export async function snippetOf(baseUrl: string): Promise<string> {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(await readFile(here('web/client/README.md'), 'utf8')) ?? [];
  if (code === undefined) throw new Error('the README of the client has no snippet');
  const placed = code.replace('http://localhost:3000', baseUrl);
  if (placed === code) throw new Error('the snippet calls another URL');
  return `${placed}\nconsole.log(results.length, next, ProblemError.name);\n`;
}

/** Runs the snippet in every environment. @throws if any of them fails */
export async function tryClient(): Promise<Tried> {
  const folder = await mkdtemp(join(tmpdir(), 'locator-client-'));
  const stub = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(answer);
  });
  const answer = JSON.stringify(await exampleAnswer());
  try {
    await new Promise<void>((resolve) => {
      stub.listen(0, '127.0.0.1', resolve);
    });
    // The URL ends with a slash, as people often paste it.
    return await tryIn(folder, await snippetOf(`http://127.0.0.1:${(stub.address() as AddressInfo).port}/`));
  } finally {
    stub.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryIn(folder: string, snippet: string): Promise<Tried> {
  packClient(folder, here('web'));
  const tarball = join(folder, CLIENT_PACKAGE);
  const app = join(folder, 'app');
  await mkdir(app);
  await writeFile(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }');
  await writeFile(join(app, 'main.ts'), snippet);
  await writeFile(join(app, 'main.js'), snippet);
  const inApp = { cwd: app, env: { PATH: process.env.PATH, HOME: folder, npm_config_cache: join(folder, 'cache') } };
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], inApp);
  const installed = (await readdir(join(app, 'node_modules'))).filter((name) => !name.startsWith('.'));
  if (installed.join() !== 'program-locator-client') throw new Error(`more was installed: ${installed.join(', ')}`);

  const strict = [
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--lib',
    'es2022,dom',
    '--types',
    '',
  ];
  await run(bin('tsc'), [...strict, '--ignoreConfig', 'main.ts'], inApp);
  const bundles = { esbuild: join(app, 'esbuild.mjs'), Vite: join(app, 'vite', 'main.mjs') };
  const esbuild = ['--bundle', '--minify', '--format=esm', '--target=es2022', `--outfile=${bundles.esbuild}`];
  await run(bin('esbuild'), ['main.ts', ...esbuild], inApp);
  const config = {
    logLevel: 'error',
    build: {
      target: 'es2022',
      outDir: 'vite',
      lib: { entry: 'main.ts', formats: ['es'], fileName: 'main' },
      minify: true,
    },
  };
  await writeFile(join(app, 'vite.config.js'), `export default ${JSON.stringify(config)};`);
  await run(bin('vite'), ['build'], inApp);
  const [built] = await readdir(join(app, 'vite'));
  bundles.Vite = join(app, 'vite', built ?? '');

  const said: Record<string, string> = {};
  for (const [name, file] of Object.entries({ Node: join(app, 'main.js'), ...bundles }))
    said[name] = (await run(process.execPath, [file], inApp)).stdout.trim();
  const bytes: Record<string, Tried['bytes'][string]> = {
    [CLIENT_PACKAGE]: { plain: (await stat(tarball)).size, gzipped: null },
  };
  for (const [name, file] of Object.entries(bundles)) {
    const text = await readFile(file);
    bytes[name] = { plain: text.length, gzipped: gzipSync(text, { level: 9 }).length };
  }
  return { bytes, said };
}

/** Reads the example answer from the API's own document. */
async function exampleAnswer(): Promise<unknown> {
  const document = JSON.parse(await readFile(here('functions/api/service/openapi.json'), 'utf8'));
  const { examples } = document.paths['/v1/centers/search'].post.responses['200'].content['application/json'];
  const [example] = Object.values(examples as Record<string, { readonly value: object }>);
  if (example === undefined) throw new Error('the document shows no answer');
  return { ...example.value, next: null };
}

if (import.meta.main) {
  const { bytes, said } = await tryClient();
  for (const [name, { plain, gzipped }] of Object.entries(bytes))
    console.log(`${name}: ${plain} bytes${gzipped === null ? '' : `, ${gzipped} gzipped`}`);
  for (const [name, text] of Object.entries(said)) console.log(`${name} printed: ${text.replaceAll('\n', ' | ')}`);
}
