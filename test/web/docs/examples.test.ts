import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { type Local, startLocal } from '../../../infra/local/start.ts';
import { docsFacts, readDocument } from '../../../infra/reference-pages.ts';
import { signInAs } from '../../../infra/tools/token/sign-in.ts';
import { placesOf } from '../../../web/docs/document.ts';
import { guidesOf } from '../../../web/docs/guides/guides.ts';
import { clientOf } from '../../../web/docs/samples/client-code.ts';
import { curlOf, fetchOf } from '../../../web/docs/samples/code.ts';
import { samplesOf } from '../../../web/docs/samples/requests.ts';
import { blocksOf } from '../../../web/docs/views/markdown-view.ts';
import { assemblyFolder } from '../../support/assembly.ts';
import { sampled } from '../../support/runs.ts';
import { type Outcome, runScript, runShell, type Target } from './run-code.ts';

const document = readDocument();
const all = placesOf(document).flatMap((place) =>
  samplesOf(place).map((sample) => ({ place, sample, name: `${place.operation.operationId}: ${sample.title}` })),
);
/** In each language over both data; a third of them, in turn, in the language that all are run in over the other data. */
const some = (turn: number) => sampled(all, 3, turn);

describe.each([
  // The states that the examples name: more would only take longer to publish.
  ['real listings alone', ['data/centers/AZ.json', 'data/centers/OK.json'], { curl: all, fetch: some(0) }],
  ['the fictional examples alone', ['data/examples.json'], { curl: some(1), fetch: all }],
])('over %s', (_, data, run) => {
  let local: Local;
  beforeAll(async () => {
    const records = (await Promise.all(data.map(loadRecords))).flat();
    local = await startLocal({ assembly: await assemblyFolder(), port: 0, apiPort: 0, data: records, log: () => {} });
  }, 120_000);
  afterAll(() => local?.close());

  const target = async (signedIn: boolean): Promise<Target> => ({
    url: local.url,
    apiUrl: local.apiUrl,
    key: local.demoKey,
    token: signedIn ? await signInAs('editor', local.issuer) : '',
  });

  const fences = guidesOf(docsFacts(document)).flatMap(({ slug, text }) =>
    blocksOf(text).flatMap((block, index) => {
      const [, kind, status = '200', code = ''] = /^```(sh|js)(?: (\d+))?\n(.*)\n```$/s.exec(block) ?? [];
      return kind === undefined ? [] : [{ name: `${slug} ${index}`, kind, status: Number(status), code }];
    }),
  );
  // Before anything is recorded: a container may know the parts of the former listings for five seconds more.
  it.each(fences)('guide $name', async ({ kind, status, code }) => {
    const where = await target(false);
    if (kind === 'js') await runScript(code, where);
    else expect(((await runShell(code.replace(/ \| jq -r '[^']+'$/, ''), where)) as Outcome).status).toBe(status);
  });

  it.each(run.curl)('curl, $name', async ({ sample }) => {
    const outcome = await runShell(curlOf(sample), await target(sample.signedIn));
    expect(outcome).toMatchObject({ status: 200 });
    expect(isEmpty(outcome.body)).toBe(false);
  });

  // Where the curl above already recorded the fact, the fetch sends it again, which is the same act.
  it.each(run.fetch)('fetch, $name', async ({ sample }) => {
    const answer = await runScript(fetchOf(sample), await target(sample.signedIn));
    expect(isEmpty(answer)).toBe(false);
  });

  const withClient = all.flatMap(({ place, sample, name }) => {
    const code = clientOf(place, sample);
    return code === null ? [] : [{ name, code }];
  });
  it.each(withClient)('client, $name', async ({ code }) => {
    expect(isEmpty(await runScript(code, await target(false)))).toBe(false);
  });

  it('the guides have examples in both languages', () => {
    expect(new Set(fences.map(({ kind }) => kind))).toEqual(new Set(['sh', 'js']));
    expect(fences.length).toBeGreaterThan(12);
  });
});

const isEmpty = (answer: unknown): boolean => JSON.stringify(answer ?? '').length < 3;

it('the samples cover every operation, in curl and in fetch, and most of the client', () => {
  expect(new Set(all.map(({ place }) => place.operation.operationId)).size).toBe(placesOf(document).length);
  const methods = new Set(
    all.flatMap(
      ({ place, sample }) =>
        /client\.(\w+)\(/.exec((clientOf(place, sample) ?? '').split('answer')[1] ?? '')?.[1] ?? [],
    ),
  );
  expect([...methods].sort()).toEqual(
    expect.arrayContaining(['center', 'continuum', 'health', 'places', 'search', 'states', 'taxonomy']),
  );
});
