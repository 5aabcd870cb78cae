import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measuredRows } from './numbers-table.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test('each number of README names a command that is there', async () => {
  const rows = await measuredRows();
  expect(rows.length).toBeGreaterThan(10);
  for (const { command } of rows) {
    const [, script, file] = /^(?:npm run ([\w:]+)|npx node (\S+))/.exec(command) ?? [];
    if (script === undefined) expect(existsSync(file ?? ''), command).toBe(true);
    else expect(Object.keys(scripts), command).toContain(script);
  }
});
