import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { startLocal } from '../../infra/local/start.ts';

/** What `npm run deploy -- …` runs, on a machine without an AWS account. */
function deploy(parameters: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['infra/deploy.ts', ...parameters], {
    env: {
      PATH: process.env.PATH,
      HOME: '/nowhere',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/nowhere',
      AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
      ...env,
    },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, errors })));
}

describe('npm run deploy', () => {
  test('--help says what it needs', async () => {
    const needs = /credentials and a region[\s\S]*cdk bootstrap/;
    expect(await deploy(['--help'])).toEqual({ code: 0, output: expect.stringMatching(needs), errors: '' });
  });

  test('--help says what it costs while nobody uses it', async () => {
    expect(await deploy(['--help'])).toMatchObject({
      output: expect.stringMatching(/costs about 7\.60 USD a month.*\n?.*firewall 5\.00[\s\S]*cents for storage/),
    });
  });

  test('refuses what it does not know', async () => {
    expect(await deploy(['--force'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/Unknown option '--force'/),
    });
  });

  test('names all that is missing, without a stack trace, before it changes anything', async () => {
    const answer = await deploy(['--data', 'data/examples.json']);
    expect(answer).toEqual({
      code: 1,
      output: '',
      errors: expect.stringMatching(/lacks\n {2}- a region: .*\n {2}- credentials: .*\n/),
    });
  });

  test('--table publishes to a table that is there', async () => {
    const local = await startLocal({ app: 'node test/infra/support/stub-entry.ts', data: null });
    const env = {
      AWS_REGION: 'us-west-2',
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_ENDPOINT_URL_DYNAMODB: local.endpoint,
    };
    const answer = await deploy(['--table', local.tableName, '--data', 'data/examples.json'], env);
    await local.close();
    expect(answer).toMatchObject({
      code: 0,
      output: expect.stringMatching(/dataset \S+: \d+ centers on \d+ pages, \d+ items new/),
    });
  });
});
