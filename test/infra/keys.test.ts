import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start.ts';
import { runKeys } from '../../infra/tools/keys/program.ts';
import { assemblyFolder } from '../support/assembly.ts';

/** The variables of a machine without an AWS account. */
const without: Record<string, string | undefined> = {
  HOME: '/nowhere',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nowhere',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
  ...{ AWS_REGION: undefined, AWS_PROFILE: undefined, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined },
};
beforeAll(() => {
  for (const [name, value] of Object.entries(without)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

/** Runs `npm run keys -- …` in this process. */
async function keys(...parameters: string[]) {
  const [printed, told]: [string[], string[]] = [[], []];
  const code = await runKeys(parameters, { print: (text) => printed.push(text), tell: (text) => told.push(text) });
  return { code, output: printed.join(''), errors: told.join('') };
}

describe('npm run keys', () => {
  let local: Local;
  beforeAll(async () => {
    local = await startLocal({ assembly: await assemblyFolder('stub'), data: null, log: () => {} });
  });
  afterAll(() => local.close());
  const here = (...parameters: string[]) => keys(...parameters, '--endpoint', local.controlUrl);
  const statusWith = async (key: string) =>
    (await fetch(`${local.apiUrl}/v1/health`, { headers: { 'x-api-key': key } })).status;

  test('makes a key that works until it is revoked, and tells it once', async () => {
    const made = await here('create', 'acme health', '--plan', 'agent');
    expect(made).toMatchObject({
      code: 0,
      errors: expect.stringMatching(/"acme health" on the plan agent: 25 requests a second .*200000 a day/),
    });
    const key = made.output.trim();
    expect(key).toMatch(/^\S{20,}$/);
    expect(await statusWith(key)).toBe(200);

    const listed = await here('list');
    expect(listed).toMatchObject({ code: 0, errors: '', output: expect.stringMatching(/acme health.*agent.*20\d\d-/) });
    expect(listed.output).toMatch(/demo.*partner/);
    expect(listed.output).not.toContain(key);
    expect(listed.output).not.toContain('Website');

    expect(await here('create', 'acme health')).toMatchObject({ code: 1, errors: expect.stringContaining('already') });

    expect(await here('revoke', 'acme health')).toMatchObject({
      code: 0,
      output: expect.stringContaining('is revoked'),
    });
    expect(await statusWith(key)).toBe(403);
    expect(await here('revoke', 'acme health')).toMatchObject({
      code: 1,
      output: '',
      errors: 'There is no key "acme health"; run list to see all keys.\n',
    });
  });

  test.each([
    ['a stack that is not there', ['list', '--stack', 'Other'], /No usage plans found for the stack Other/],
    ['a plan that is none', ['create', 'x', '--plan', 'website'], /Allowed choices are partner, agent/],
    ['a name that is none', ['create', ''], /A name has up to 100 letters/],
    ['nothing to do', [], /Usage: npm run keys -- <command>/],
  ])('refuses %s in words', async (_name, parameters, says) => {
    const { code, errors } = await here(...parameters);
    expect(code).toBe(1);
    expect(errors).toMatch(says);
    expect(errors).not.toMatch(/\n\s+at /);
  });

  test('names what is missing without an account, and who does not answer', async () => {
    expect(await keys('list')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/lacks\n {2}- a region: .*\n {2}- credentials: .*\n/),
    });
    const nobody = await keys('list', '--endpoint', 'http://127.0.0.1:9/_aws');
    expect(nobody).toMatchObject({ code: 1, errors: expect.stringContaining('Nothing answers at this endpoint') });
    expect(await keys('list', '--endpoint', 'here')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('It is a URL such as'),
    });
  });

  test('--help shows how', async () => {
    // As a process of its own, as npm starts it.
    const { stdout } = await promisify(execFile)(process.execPath, ['infra/tools/keys/keys.ts', '--help']);
    expect(stdout).toMatch(/create[\s\S]*list[\s\S]*revoke/);
  });
});
