import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['README.md', '.github/CONTRIBUTING.md', 'functions/README.md', 'test/README.md'])(
  'the files that %s names are there',
  (document) => {
    const folder = document.includes('/') && !document.startsWith('.') ? `${document.split('/')[0]}/` : '';
    const named = [...readFileSync(document, 'utf8').matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|mjs|md|json))`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(named.filter((path) => !existsSync(path) && !existsSync(`${folder}${path}`))).toEqual([]);
  },
);
