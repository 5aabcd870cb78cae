import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { type LambdaFunction, runLambda } from '../../../infra/local/lambda.ts';

const folder = mkdtempSync(join(tmpdir(), 'locator-lambda-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
const opened: LambdaFunction[] = [];
afterEach(() => Promise.all(opened.splice(0).map((lambda) => lambda.close())));

/** Runs a bundle with this source. */
function lambdaOf(name: string, source: string, { timeoutMs = 3000, environment = {} } = {}) {
  writeFileSync(join(folder, `${name}.mjs`), source);
  const logged: string[] = [];
  const lambda = runLambda({
    declaration: {
      ...{ id: 'Search', folder, handler: `${name}.handler`, timeoutMs, memoryMb: 128 },
      ...{ concurrency: undefined, environment: {} },
    },
    environment,
    endpoint: 'http://127.0.0.1:1',
    log: (text) => logged.push(text),
  });
  opened.push(lambda);
  return { invoke: (event: object = {}) => lambda.invoke(event, 'the-id'), logged };
}

describe('a function', () => {
  test('gets the event, a context, and no variable but Lambda’s and its own', async () => {
    vi.stubEnv('SECRET_OF_THE_HOST', 'x');
    const { invoke } = lambdaOf(
      'shows',
      `export const handler = async (event, context) => ({ event, id: context.awsRequestId,
        left: context.getRemainingTimeInMillis(), env: Object.keys(process.env).sort() })`,
      { environment: { TABLE_NAME: 'T' } },
    );
    expect(await invoke({ a: 1 })).toEqual({
      ok: true,
      payload: {
        event: { a: 1 },
        id: 'the-id',
        left: expect.any(Number),
        env: [
          'AWS_ACCESS_KEY_ID',
          'AWS_ENDPOINT_URL_DYNAMODB',
          'AWS_EXECUTION_ENV',
          'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
          'AWS_LAMBDA_FUNCTION_NAME',
          'AWS_REGION',
          'AWS_SECRET_ACCESS_KEY',
          'LAMBDA_TASK_ROOT',
          'TABLE_NAME',
          'TZ',
        ],
      },
    });
  });

  test('keeps its environment between invocations, and never has two at a time in one', async () => {
    const { invoke } = lambdaOf(
      'counts',
      `let now = 0, all = 0;
       export async function handler() { now += 1; all += 1; const seen = now;
         await new Promise((resolve) => setTimeout(resolve, 20)); now -= 1; return { seen, all } }`,
    );
    const first = await invoke();
    const many = await Promise.all(Array.from({ length: 12 }, () => invoke()));
    expect(first).toEqual({ ok: true, payload: { seen: 1, all: 1 } });
    for (const one of many) expect(one).toMatchObject({ ok: true, payload: { seen: 1 } });
    const most = Math.max(...many.map((one) => (one.ok ? (one.payload as { all: number }).all : 0)));
    expect(most).toBeGreaterThan(2);
  });

  test.each([
    ['throws', `export const handler = () => { throw new Error('inside') }`, /inside/],
    ['rejects', `export const handler = async () => { throw 'text' }`, /text/],
    ['exits', `export const handler = () => process.exit(3)`, /ended its process with 3/],
    [
      'crashes later',
      `export const handler = () => new Promise(() => setTimeout(() => { throw new Error('later') }))`,
      /later/,
    ],
    ['does not load', `throw new Error('at the top'); export const handler = 1`, /at the top/],
    ['is not there', `export const other = 1`, /does not export a function "handler"/],
    ['answers too much', `export const handler = () => 'x'.repeat(7 * 1024 * 1024)`, /6 MB/],
  ])('that %s fails the invocation, and says why in the log', async (name, source, reason) => {
    const { invoke, logged } = lambdaOf(name.replaceAll(' ', '-'), source);
    expect(await invoke()).toEqual({ ok: false, reason: 'failed' });
    expect(logged.join('')).toMatch(reason);
  });

  test.each([
    [
      'waits',
      `setInterval(() => {}, 1000); export const handler = (event) => event.wait ? new Promise(() => {}) : 'again'`,
    ],
    ['spins', `export const handler = (event) => { while (event.wait); return 'again' }`],
  ])('that %s too long is ended, and the next invocation starts anew', async (name, source) => {
    const { invoke, logged } = lambdaOf(name, source, { timeoutMs: 3000 });
    expect(await invoke({ wait: true })).toEqual({ ok: false, reason: 'timeout' });
    expect(logged.join('')).toMatch(/Task timed out after 3.00 seconds/);
    expect(await invoke()).toEqual({ ok: true, payload: 'again' });
  });

  test.each([
    ['a body', { statusCode: 200, body: 'a "quote", \\, \n, é, 😀 and half \ud83d of one', more: [1] }],
    ['an empty body', { body: '' }],
    ['a body that is no text', { body: { a: 1 }, b: null }],
    ['no body', { b: 1 }],
    ['a text', 'body'],
    ['nothing', null],
  ])('gives %s unchanged', async (name, answer) => {
    const source = `export const handler = () => (${JSON.stringify(answer)})`;
    expect(await lambdaOf(name.replaceAll(' ', '-'), source).invoke()).toEqual({ ok: true, payload: answer });
  });

  test('writes to the log, in order, up to its end', async () => {
    const { invoke, logged } = lambdaOf(
      'writes',
      `export const handler = async ({ end }) => {
         console.log('one'); console.error('two', { a: 1 });
         await new Promise((resolve) => process.stdout.write(Buffer.from('three\\n'), resolve));
         process.stderr.write('four\\n', 'utf8', () => console.log('five'));
         await null;
         if (end) process.exit(3); }`,
    );
    const all = 'one\ntwo { a: 1 }\nthree\nfour\nfive\n';
    expect(await invoke()).toMatchObject({ ok: true });
    expect(logged.join('')).toBe(all);
    expect(await invoke({ end: true })).toMatchObject({ ok: false });
    expect(logged.join('')).toMatch(
      new RegExp(`^${all}${all}.*ended its process with 3`.replaceAll(/[{}]/g, '\\$&'), 's'),
    );
  });

  test('may give a body of almost 6 MB as JSON, and no more', async () => {
    const source = `export const handler = ({ size, text }) => ({ body: text.repeat(size) })`;
    const { invoke } = lambdaOf('large', source);
    const most = 6 * 1024 * 1024 - 100;
    expect(await invoke({ size: most, text: 'x' })).toMatchObject({ ok: true });
    // Each is two bytes in JSON.
    expect(await invoke({ size: most / 2, text: '"' })).toMatchObject({ ok: true });
    expect(await invoke({ size: most / 2 + 100, text: '"' })).toEqual({ ok: false, reason: 'failed' });
  });

  test('that crashed is replaced', async () => {
    const { invoke } = lambdaOf('crashes', `export const handler = (event) => event.exit ? process.exit(1) : 'up'`);
    for (const exit of [false, true, false, true, true, false]) {
      expect(await invoke({ exit })).toEqual(exit ? { ok: false, reason: 'failed' } : { ok: true, payload: 'up' });
    }
  });

  test('that crashed leaves no request behind that waited for it', async () => {
    const { invoke } = lambdaOf(
      'crashes-ahead',
      `export const handler = (event) => new Promise((done) => setTimeout(() => event.exit ? process.exit(1) : done('up'), 20))`,
      { timeoutMs: 30_000 },
    );
    const asked = Array.from({ length: 6 }, (_, at) => at % 2 === 0);
    const answers = await Promise.all(asked.map((exit) => invoke({ exit })));
    expect(answers).toEqual(
      asked.map((exit) => (exit ? { ok: false, reason: 'failed' } : { ok: true, payload: 'up' })),
    );
  });
});
