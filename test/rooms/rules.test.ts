import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, expect, test } from 'vitest';
// @ts-expect-error: the tool's own file of rules, which has no types
import rules from '../../.dependency-cruiser.mjs';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => void rmSync(folder, { recursive: true })));

/**
 * Names of the rules that a small repository breaks.
 * @param files Imports of each file
 */
async function broken(files: Record<string, readonly string[]>): Promise<string[]> {
  const baseDir = mkdtempSync(join(tmpdir(), 'locator-rooms-'));
  folders.push(baseDir);
  for (const [file, imports] of Object.entries(files)) {
    mkdirSync(join(baseDir, dirname(file)), { recursive: true });
    const up = '../'.repeat(file.split('/').length - 1);
    writeFileSync(join(baseDir, file), imports.map((name) => `import type { X } from '${up}${name}';\n`).join(''));
  }
  const top = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))];
  const { forbidden, options } = rules;
  const { output } = await cruise(top, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  const { violations } = (output as ICruiseResult).summary;
  return [...new Set(violations.filter(({ rule }) => rule.severity !== 'ignore').map(({ rule }) => rule.name))];
}

test('imports that go down break no rule', async () => {
  const files = {
    'functions/geo/point.ts': [],
    'functions/store/read.ts': ['functions/dataset/page.ts'],
    'functions/dataset/page.ts': ['functions/geo/point.ts'],
    'functions/publish/publish.ts': ['functions/store/read.ts'],
    'functions/faces/pages/page.ts': ['web/words/en.ts'],
    'web/words/en.ts': [],
    'data/cli.ts': ['functions/publish/publish.ts'],
  };
  expect(await broken(files)).toEqual([]);
});

test.each<[string, string, string]>([
  ['functions/geo/point.ts', 'functions/search/near.ts', 'geo-imports-no-room-above-it'],
  ['functions/dataset/page.ts', 'functions/store/read.ts', 'dataset-imports-no-room-above-it'],
  ['functions/search/near.ts', 'functions/publish/publish.ts', 'answering-never-publishes'],
  ['functions/search/near.ts', 'functions/http/problem.ts', 'search-imports-no-room-above-it'],
  ['functions/faces/v1/answer.ts', 'functions/publish/publish.ts', 'answering-never-publishes'],
  ['functions/http/problem.ts', 'functions/faces/fhir/outcome.ts', 'http-imports-no-room-above-it'],
  ['functions/faces/v1/document.ts', 'functions/api/routes.ts', 'faces-imports-no-room-above-it'],
  ['functions/publish/publish.ts', 'data/records/load.ts', 'functions-import-no-tools'],
  ['functions/api/handler.ts', 'infra/names.ts', 'functions-import-no-tools'],
  ['functions/faces/pages/page.ts', 'web/main.ts', 'only-pages-draw'],
  ['functions/faces/v1/answer.ts', 'web/words/en.ts', 'only-the-pages-face-draws'],
  ['functions/new-room/a.ts', 'functions/geo/point.ts', 'every-room-has-its-place'],
  ['data/records/load.ts', 'infra/names.ts', 'data-imports-no-infrastructure'],
  ['web/main.ts', 'data/records/load.ts', 'the-site-imports-no-tools'],
  ['infra/names.ts', 'test/support/random.ts', 'nothing-imports-tests'],
])('%s may not import %s', async (from, to, rule) => {
  expect(await broken({ [from]: [to], [to]: [] })).toContain(rule);
});

test('a circle of files, and one of folders, is found through types too', async () => {
  const files = { 'data/a.ts': ['data/b.ts'], 'data/b.ts': ['data/a.ts'] };
  expect(await broken(files)).toEqual(['no-circle-of-files']);
  const folders = {
    'data/one/a.ts': ['data/two/b.ts'],
    'data/two/b.ts': [],
    'data/two/c.ts': ['data/one/d.ts'],
    'data/one/d.ts': [],
  };
  expect(await broken(folders)).toEqual(['no-circle-of-folders']);
});

test('an import of nothing is found', async () => {
  expect(await broken({ 'data/a.ts': ['data/not-there.ts'] })).toContain('every-import-is-there');
});
