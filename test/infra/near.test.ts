import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { printAnswer } from '../../infra/tools/near/print.ts';
import { call } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

const run = promisify(execFile);
const { handler } = await serveRecords();
const answered = async (query: string) => (await call(handler, `/v1/centers?${query}`)).body;

describe('the answer in the terminal', () => {
  it('offers the changes that the answer itself offers, and no others', async () => {
    const body = await answered('near=12901&level=iop&within=25mi');
    const { alternatives } = JSON.parse(body);
    expect(alternatives.length).toBeGreaterThan(1);
    const printed = printAnswer(body, 100);
    for (const { change, count, nearestMiles } of alternatives) {
      const [[name, value]] = Object.entries(change) as [[string, string | null]];
      const option = value === null ? `without --${name}` : `--${name} ${value}`;
      expect(printed).toMatch(new RegExp(`${option}: (?:more than )?${count} centers? in all.* ${nearestMiles} miles`));
    }
    expect(printed).not.toMatch(/wider radius|100mi|without --level/);
  });

  it('says nothing of changes where the answer has none', async () => {
    expect(printAnswer(await answered('near=85004&limit=1'), 100)).not.toContain('One change');
  });

  it.each([
    ['name=lantern', /^\d+ centers, named "lantern"\n/],
    ['near=85004&name=lantern&within=25mi', /^\d+ centers?, named "lantern", within 25mi of Phoenix, AZ 85004\n/],
    ['state=AZ&limit=2', /^2 centers, in Arizona\n/],
    ['q=iop%20denver%20xyzzy', /^10 centers, nearest to Denver, CO\nNot understood: xyzzy\n/],
  ])('%s says what was searched', async (query, says) => {
    expect(printAnswer(await answered(query), 100)).toMatch(says);
  });
});

it('the command takes --q and --name', async () => {
  const near = (...args: string[]) =>
    run(process.execPath, ['infra/tools/near/near.ts', '--data', 'data/examples.json', ...args]);
  const byName = await near('--name', 'lantern bridge', '--json');
  expect(JSON.parse(byName.stdout).query).toMatchObject({ name: 'lantern bridge' });
  const typed = await near('--q', 'php denver', '--json');
  expect(JSON.parse(typed.stdout).query).toMatchObject({ near: 'Denver, CO', level: ['php'] });
});
