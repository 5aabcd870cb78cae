import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('is 10 KB at most in a browser, and brings nothing from outside its folder', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['functions/crisis/crisis.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const outside = Object.keys(metafile.inputs).filter((path) => !path.startsWith('functions/crisis/'));
  expect(outside).toEqual([]);
  expect(Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external))).toEqual(
    [],
  );
  const [output] = outputFiles;
  expect(gzipSync(output?.contents ?? new Uint8Array()).byteLength).toBeLessThanOrEqual(10_000);
  expect(output?.text).toContain('readsAsCrisis');
});
