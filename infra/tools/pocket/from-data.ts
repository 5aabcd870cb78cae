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
 * A `fetch` that asks the deployed handler, over records published to memory.
 * @param asOf Date of the records, `2026-11-29`: the same records and date give the same answers.
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
 * The day on which files last changed in git, in UTC. Using today's date would make old listings look new.
 * @throws PocketError if git does not have them in this state
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
  // In a shallow clone every file seems as old as the last commit.
  if (shallow) throw new PocketError(`this clone has no history, so it does not know how old ${path} is. ${ask}`);
  const [changed, seconds] = [await git('status', '--porcelain'), await git('log', '-1', '--format=%ct')];
  if (changed === null || seconds === null || seconds === '')
    throw new PocketError(`git does not know how old ${path} is. ${ask}`);
  if (changed !== '') throw new PocketError(`${path} has changes that are not committed. ${ask}`);
  return new Date(Number(seconds) * 1_000).toISOString().slice(0, 10);
}
