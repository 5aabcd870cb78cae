import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/**
 * Gzipped bytes of the code, and of the states' outlines: a device downloads these in addition to listings and places.
 * Of the code, 10 KB recognize a crisis, which the finder has already; 8 KB read Spanish as fully as English; 6 KB read
 * persons, their ages, corrections and symptoms of conditions; 9 KB hold abbreviations, relatives and slang in both
 * languages, and counties; 3 KB score names; 3 KB decide between a place and other meanings of its words; 16 KB hold
 * sayings for each value, in both languages.
 */
const MOST = { code: 129_000, outlines: 32_000 };
const OUTLINES = 'functions/places/outlines.json';

async function bundled(withOutlines: boolean) {
  const { outputFiles, metafile } = await build({
    entryPoints: ['functions/device/device-locator.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    write: false,
    metafile: true,
    external: withOutlines ? [] : ['*/outlines.json'],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('esbuild wrote nothing');
  return { text: output.text, bytes: gzipSync(output.contents).byteLength, inputs: metafile.inputs };
}

it('runs in a browser without zod, Node modules or the dictionary of pages, and is small', async () => {
  const { text, bytes, inputs } = await bundled(true);
  const paths = Object.keys(inputs);
  expect(paths).toContain(OUTLINES);
  const unwanted =
    /node_modules\/(?!ngeohash\/)|dataset\/(?:dictionary|content)|places\/load|^functions\/(?:store|publish)\//;
  expect(paths.filter((path) => unwanted.test(path))).toEqual([]);
  expect(Object.values(inputs).flatMap(({ imports }) => imports.filter(({ external }) => external))).toEqual([]);
  expect(text).not.toMatch(/\bBuffer\.|\bprocess\.|\bsetImmediate\b/);
  const code = (await bundled(false)).bytes;
  console.log(`the device's search: ${code} bytes of code and ${bytes - code} of outlines, gzipped`);
  expect(code).toBeLessThanOrEqual(MOST.code);
  expect(bytes - code).toBeLessThanOrEqual(MOST.outlines);
});
