import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const markdown = readFileSync(new URL('../../infra/THREATS.md', import.meta.url), 'utf8');

/** The faults in the rows of the table of threats. */
function faults(text: string): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:who|---) \|/.test(line));
  if (rows.length === 0) return ['there is no row'];
  return rows.flatMap((row) => {
    const [, , , , tested = ''] = row.split('|');
    const [, label = '', file = '', name = ''] =
      /^ \[([\w.-]+)\]\(\.\.\/(test\/[\w./-]+)\) "(.+)" $/.exec(tested) ?? [];
    const path = new URL(`../../${file}`, import.meta.url);
    if (file === '' || !existsSync(path)) return [`names no test file: ${row.slice(0, 60)}`];
    const source = readFileSync(path, 'utf8');
    return [
      ...(file.endsWith(`/${label}`) ? [] : [`${label} is not ${file}`]),
      ...([`test('${name}'`, `it('${name}'`].some((call) => source.includes(call))
        ? []
        : [`${file} has no test "${name}"`]),
    ];
  });
}

test('every threat names a test that exists', () => expect(faults(markdown)).toEqual([]));

test('a row whose test was renamed, removed or never named is found', () => {
  const name = 'nothing logs or traces requests';
  expect(faults(markdown.replace(name, 'nothing logs'))).toEqual([
    'test/infra/stack-api.test.ts has no test "nothing logs"',
  ]);
  expect(faults(markdown.replaceAll('test/records/unsafe.test.ts', 'test/records/gone.test.ts'))).toHaveLength(2);
  expect(faults('| who | what | stopped | tested |\n| a | b | c | by hand |')).toEqual([
    'names no test file: | a | b | c | by hand |',
  ]);
});
