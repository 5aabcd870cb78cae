import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { formatJson } from '../../data/records/format.ts';
import { loadRecords } from '../../data/records/load.ts';
import { publishedCenter } from '../../functions/publish/change/change-centers.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import { correct } from '../../functions/publish/correct.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { runDeploy } from '../../infra/deploy.ts';
import { localCredentials, localRegion } from '../../infra/local/engine.ts';
import { inProcess } from '../support/command-line.ts';
import { engineStore } from '../support/engine-store.ts';

const temporary = await mkdtemp(join(tmpdir(), 'deploy-test-'));
afterAll(() => rm(temporary, { recursive: true }));

/** The variables of a machine without an AWS account. */
const without: Record<string, string | undefined> = {
  HOME: '/nowhere',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nowhere',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
  ...{ AWS_REGION: undefined, AWS_PROFILE: undefined, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined },
};

/** Runs `npm run deploy -- …` in this process. */
async function deploy(parameters: string[], env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ ...without, ...env })) vi.stubEnv(name, value);
  try {
    const { code, stdout, stderr } = await inProcess(() => runDeploy(parameters));
    return { code, output: stdout, errors: stderr };
  } finally {
    vi.unstubAllEnvs();
  }
}

describe('npm run deploy', () => {
  test('--help says what it needs, and what it costs while nobody uses it', async () => {
    const { code, output, errors } = await deploy(['--help']);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(/credentials and a region[\s\S]*cdk bootstrap/);
    expect(output).toMatch(/costs about 14\.00 USD a month.*\n?.*firewall 5\.00[\s\S]*cents for the canary, storage/);
  });

  test('refuses what it does not know', async () => {
    // As a process of its own, as npm starts it.
    const env = { ...process.env, ...without };
    const run = promisify(execFile)(process.execPath, ['infra/deploy.ts', '--force'], { env });
    expect(await run.catch((error: object) => error)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/Unknown option '--force'/),
    });
  });

  test('names all that is missing, without a stack trace, before it changes anything', async () => {
    const answer = await deploy(['--data', 'data/examples.json', '--with-examples']);
    expect(answer).toEqual({
      code: 1,
      output: '',
      errors: expect.stringMatching(/lacks\n {2}- a region: .*\n {2}- credentials: .*\n/),
    });
  });

  test('fictional centers are refused before anything changes, unless asked for', async () => {
    expect(await deploy(['--data', 'data/examples.json'])).toEqual({
      code: 1,
      output: '',
      errors: expect.stringMatching(/^"\S+" and \d+ more are fictional\. Nothing was written\..*--with-examples\n$/),
    });
  });

  test('a confirmed and corrected dataset survives the next deployment', async () => {
    const { store, tableName, endpoint, close } = await engineStore();
    const env = {
      AWS_REGION: localRegion,
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    };
    const toTable = ['--table', tableName, '--with-examples', '--data'];
    try {
      expect(await deploy([...toTable, 'data/examples.json'], env)).toMatchObject({
        code: 0,
        output: expect.stringMatching(/published version \S+, \d+ centers/),
      });
      const { center, offering } = await confirmAndCorrect(store);
      const before = await store.readStanding();
      const smaller = await fileOfOneCenter();
      for (const data of ['data/examples.json', smaller]) {
        const { code, output } = await deploy([...toTable, data], env);
        expect(code).toBe(0);
        expect(output).toContain(`the table has version ${before?.version}`);
        expect(output).toMatch(
          /it stays, and nothing was published[\s\S]*npm run data -- publish .* --table .*--with-examples/,
        );
        expect(await store.readStanding()).toEqual(before);
      }
      const record = await publishedOf(store, center);
      expect(record?.center.name).toBe('Corrected House');
      expect(record?.offerings.find(({ id }) => id === offering)?.confirmation.state).toBe('confirmed');
    } finally {
      await close();
    }
  });
});

/** The work of an admissions desk and an editor after a deployment. */
async function confirmAndCorrect(store: DatasetStore) {
  const [record] = await loadRecords('data/examples.json');
  const center = record?.center.id ?? '';
  const offering = record?.offerings[0]?.id ?? '';
  const now = Date.now();
  await confirm({ center, offering, state: 'confirmed', by: 'kim', seen: null }, { store, now });
  const set = [{ path: 'name', value: 'Corrected House' }];
  await correct({ center, reason: 'its sign', by: 'kim', set, clear: [], seen: null }, { store, now });
  return { center, offering };
}

async function publishedOf(store: DatasetStore, center: string) {
  const head = await store.readHead();
  return head === null ? null : publishedCenter(head, store, center);
}

async function fileOfOneCenter(): Promise<string> {
  const file = join(temporary, 'one.json');
  await writeFile(file, formatJson((await loadRecords('data/examples.json')).slice(1, 2)));
  return file;
}
