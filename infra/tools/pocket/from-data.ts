import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createHandler } from '../../../functions/api/app.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { places } from '../../../functions/places/load.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { PocketError } from './error.ts';

const run = promisify(execFile);

/**
 * Returns a `fetch` that sends requests to the handler that is also deployed, over records published to memory.
 * @param asOf Date of the records, such as `2026-11-29`. The same records and date give the same answers.
 */
export async function fetchOfRecords(records: readonly CenterRecord[], asOf: string): Promise<typeof fetch> {
  const store = memoryStore();
  const now = () => Date.parse(asOf);
  await publish({ store, records, now: now() });
  const services = { locator: new Locator({ store, now }), places, now, publicUrl: '' };
  const handler = createHandler(services, () => {});
  return async (input) => {
    const event = { httpMethod: 'GET', path: String(input), headers: {}, requestContext: { requestId: 'pocket' } };
    const { statusCode, body } = await handler(event, {} as never);
    return new Response(body, { status: statusCode });
  };
}

/**
 * Finds the day (in UTC) on which these files last changed in git. With today's date, old listings would look new.
 * @throws PocketError if the files differ from those in git
 */
export async function dayInGit(path: string): Promise<string> {
  const full = resolve(path);
  const ask = 'Name the day of the listings, such as --date 2026-11-29.';
  const git = (...args: string[]) =>
    run('git', [...args, '--', full], { cwd: dirname(full) }).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
  const shallow = await run('git', ['rev-parse', '--is-shallow-repository'], { cwd: dirname(full) }).then(
    ({ stdout }) => stdout.trim() === 'true',
    () => false,
  );
  // Refuses a shallow clone, because every file there seems as old as the last commit.
  if (shallow) throw new PocketError(`this clone has no history, so it does not know how old ${path} is. ${ask}`);
  const [changed, seconds] = [await git('status', '--porcelain'), await git('log', '-1', '--format=%ct')];
  if (changed === null || seconds === null || seconds === '')
    throw new PocketError(`git does not know how old ${path} is. ${ask}`);
  if (changed !== '') throw new PocketError(`${path} has changes that are not committed. ${ask}`);
  return new Date(Number(seconds) * 1_000).toISOString().slice(0, 10);
}
