import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildSite } from '../../infra/site-assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'locator-site-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('bundles main.ts and copies everything else that is not a source', () => {
  const web = join(folder, 'web');
  mkdirSync(join(web, 'icons'), { recursive: true });
  const files = {
    'main.ts': `import { word } from './word.ts'; document.title = word;`,
    'word.ts': `export const word: string = 'näher';`,
    'index.html': '<p>page</p>',
    'style.css': 'p { margin: 0 }',
    'tsconfig.json': '{}',
    'README.md': '# about',
    '.hidden': 'x',
    'icons/one.svg': '<svg/>',
    'icons/notes.ts': 'export {}',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(web, name), text);
  const out = join(folder, 'out');
  buildSite(out, web);
  expect((readdirSync(out, { recursive: true }) as string[]).sort()).toEqual([
    'icons',
    'icons/one.svg',
    'index.html',
    'main.js',
    'style.css',
  ]);
  expect(readFileSync(join(out, 'main.js'), 'utf8')).toMatch(/^var \w+="näher";document\.title=\w+;\n$/);
});
