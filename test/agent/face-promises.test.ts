import { expect, it } from 'vitest';
import { agentRoutes } from '../../functions/faces/agent/routes.ts';
import { contract } from '../support/contract.ts';
import { call } from '../support/gateway-call.ts';
import { records } from '../support/real-records.ts';
import { center, facts, id, parsed, withPeople } from './asking.ts';
import { accepts, publicTargets } from './public-targets.ts';

const { agent, editor, issuer, serve } = await withPeople();

it('private fields are in no public answer, page or part', async () => {
  const { ask, store, put } = await serve();
  const secret = { facilityCode: 'SECRET-CODE', directIntakeLine: { number: '+16025550188', extension: '77' } };
  const notes = { warmTransferNote: 'SECRET transfer', internalNotes: 'SECRET notes' };
  await put(`${center}/private`, editor(), { ...secret, ...notes }, '"1"');
  await put(facts, agent('SECRET-agent'), { facts: { level: 'yes' } });
  const words = [
    ...['SECRET', '6025550188', '602-555-0188', '555-0188', '(602) 555-0188'],
    ...records.flatMap(({ private: own }) => [own?.facilityCode, own?.warmTransferNote, own?.internalNotes]),
  ].filter((word): word is string => typeof word === 'string' && word.length > 3);
  expect(words.length).toBeGreaterThan(8);
  const list = parsed(await ask('/v1/dataset', null));
  const parts = list.parts.map(({ url }: { url: string }) => new URL(url, 'https://locator.example').pathname);
  const targets = publicTargets(id, parts);
  let read = 0;
  for (const target of targets) {
    for (const accept of accepts) {
      const { status, body } = await ask(target, null, { headers: { accept } });
      if (status === 200) read += body.length;
      for (const word of words) expect(body.includes(word), `${word} in ${target}`).toBe(false);
    }
  }
  expect(read).toBeGreaterThan(500_000);
  // Reads the dataset's pages directly.
  const { reachableFrom } = await import('../../functions/dataset/read/reachable.ts');
  const { readInGroups } = await import('../../functions/dataset/read/reachable.ts');
  const { decodeContent } = await import('../../functions/dataset/content.ts');
  const head = await store.readHead();
  if (head === null) throw new Error('nothing is published');
  for await (const blob of readInGroups([...(await reachableFrom(head, store))], store)) {
    const text = JSON.stringify(decodeContent(blob));
    for (const word of words) expect(text.includes(word), word).toBe(false);
  }
});

it('a text that speaks of danger to life brings the helplines first, in an error too', async () => {
  const { ask, put } = await serve();
  const words = 'i want to die';
  for (const answer of [
    await ask(`/v1/agent/centers?q=${encodeURIComponent(words)}+85004`, agent()),
    await ask(`/v1/agent/worklist?state=${encodeURIComponent(words)}`, agent()),
    await ask(`/v1/agent/centers?q=${encodeURIComponent(words)}`, null),
    await put(facts, agent(), { facts: { [words]: 'yes' } }),
  ])
    expect(Object.keys(JSON.parse(answer.body)).slice(0, 2)).toEqual(['crisis', 'help']);
});

it('a page of another origin may ask with a token, and reads errors too', async () => {
  const { ask, handler } = await serve();
  const asked = await call(handler, facts, { method: 'OPTIONS', headers: { origin: 'https://crm.example' } });
  expect([asked.status, asked.headers['access-control-allow-methods']]).toEqual([204, 'PUT, OPTIONS']);
  expect(asked.headers['access-control-allow-headers']).toBe(
    'accept, authorization, content-type, if-match, x-api-key',
  );
  for (const token of [agent(), null])
    expect((await ask(center, token)).headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('ETag'),
    });
});

it('every answer keeps to the served document', async () => {
  const { ask, put } = await serve();
  const keeps = (target: string, method: string, answer: { status: number; headers: object; body: string }) =>
    expect(contract.faults(target, { method }, answer as never), `${method} ${target}`).toEqual([]);
  for (const target of [
    ...['/v1/agent/centers?near=85004', '/v1/agent/centers', center, `${center}/history`, `${center}/corrections`],
    ...[
      '/v1/agent/worklist?state=AZ',
      '/v1/agent/progress',
      '/v1/agent/codes',
      '/v1/agent/progress/days?days=3',
      '/v1/agent/worklist?state=XX',
      '/v1/agent/centers/none',
    ],
  ]) {
    keeps(target, 'GET', await ask(target, agent()));
    keeps(target, 'GET', await ask(target, null));
    keeps(target, 'GET', await ask(target, issuer.token({ 'cognito:groups': [] })));
  }
  const body = { facts: { level: 'yes', intake: { state: 'full' }, maxWeeks: 8 } };
  for (const tag of ['"0"', '"0"', '*', '"x"', null]) keeps(facts, 'PUT', await put(facts, agent(), body, tag));
  keeps(center, 'GET', await ask(center, agent()));
  keeps(`${center}/history`, 'GET', await ask(`${center}/history`, agent()));
  keeps(
    `${center}/corrections`,
    'PUT',
    await put(`${center}/corrections`, editor(), { clear: [], reason: 'x' }, '"0"'),
  );
  keeps(`${center}/corrections`, 'PUT', await put(`${center}/corrections`, agent(), {}, '"0"'));
  const fields = { facilityCode: null, directIntakeLine: null, warmTransferNote: null, internalNotes: null };
  keeps(`${center}/private`, 'PUT', await put(`${center}/private`, editor(), fields, '"1"'));
  keeps('/v1/agent/sign-out', 'POST', await ask('/v1/agent/sign-out', agent(), { method: 'POST' }));
  expect(agentRoutes).toHaveLength(13);
});
