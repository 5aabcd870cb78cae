import { afterAll, describe, expect, it } from 'vitest';
import { routes } from '../../functions/api/routes.ts';
import { agentRoutes } from '../../functions/faces/agent/routes.ts';
import type { RecordedFact } from '../../web/client/types.ts';
import { contract } from '../support/contract.ts';
import { call } from '../support/gateway-call.ts';
import { NOW, records } from '../support/real-records.ts';
import { startIssuer } from './issuer.ts';
import { serveAgents } from './serve.ts';

const issuer = await startIssuer();
afterAll(() => issuer.close());
const id = 'lantern-bridge-phoenix-example';
const offering = `${id}-op`;
const center = `/v1/agent/centers/${id}`;
const facts = `${center}/offerings/${offering}/facts`;
const agent = (name = 'kim') => issuer.token({ username: name });
const editor = () => issuer.token({ username: 'lee', 'cognito:groups': ['editor'] });
const serve = () => serveAgents(issuer);
const at = (ms: number) => new Date(NOW + ms).toISOString();
/** A container looks at HEAD again after five seconds. */
const WITHIN = 5_001;
const parsed = ({ status, body }: { status: number; body: string }, wanted = 200) => {
  expect(status, body).toBe(wanted);
  return JSON.parse(body);
};

describe('reading', () => {
  it('a search gives each center with its private fields, and never to be kept', async () => {
    const { ask } = await serve();
    const answer = await ask('/v1/agent/centers?name=lantern+bridge&limit=5', agent());
    const { results } = parsed(answer);
    const own = records.find((one) => one.center.id === id)?.private;
    expect(results.find((one: { center: { id: string } }) => one.center.id === id).private).toEqual({
      ...{ version: 1, by: null, at: at(0) },
      ...own,
    });
    expect(own?.facilityCode).not.toBeNull();
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers.etag).toBeUndefined();
  });

  it('a center has what is recorded of each offering with a version', async () => {
    const { ask } = await serve();
    const { offerings, unknownLevels, corrections, private: hidden } = parsed(await ask(center, agent()));
    expect(
      offerings.every((one: { recorded: object }) => JSON.stringify(one.recorded) === '{"version":0,"facts":{}}'),
    ).toBe(true);
    expect([unknownLevels, corrections.version, hidden.version]).toEqual([[], 0, 1]);
  });

  it('what is not there is 404, what is wrong is 400 with every fault', async () => {
    const { ask } = await serve();
    for (const target of ['/v1/agent/centers/no-such', '/v1/agent/nothing', '/v1/agent/centers/UPPER/history'])
      expect((await ask(target, agent())).status).toBe(404);
    const { errors } = parsed(await ask('/v1/agent/worklist?state=XX&limit=0&near=1', agent()), 400);
    expect(errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual(['limit', 'near', 'state']);
    expect((await ask(center, agent(), { method: 'DELETE' })).headers.allow).toBe('GET, HEAD, OPTIONS');
    expect((await ask(`${center}/corrections`, agent(), { method: 'POST' })).headers.allow).toBe(
      'GET, HEAD, PUT, OPTIONS',
    );
  });
});

describe('recording', () => {
  it('is read back with who and when, is public, and is in the history', async () => {
    const { ask, put } = await serve();
    const written = await put(facts, agent(), { facts: { 'schedule.evening': 'no', level: 'yes' } }, '"0"');
    const answer = parsed(written);
    expect([answer.version, written.headers.etag, written.headers['cache-control']]).toEqual([1, '"1"', 'no-store']);
    expect(answer.facts.level).toEqual({
      value: 'yes',
      by: 'kim',
      at: at(0),
      expiresAt: at(90 * 86_400_000),
      stale: false,
    });
    const own = parsed(await ask(center, agent())).offerings.find((one: { id: string }) => one.id === offering);
    expect(own.recorded.facts['schedule.evening'].value).toBe('no');
    const open = parsed(await ask(`/v1/centers/${id}`, null)).offerings.find(
      (one: { id: string }) => one.id === offering,
    );
    expect(open).toMatchObject({
      confirmation: { state: 'confirmed', confirmedAt: at(0) },
      admissions: { denied: ['schedule.evening'] },
    });
    expect(JSON.stringify(open)).not.toContain('kim');
    const { acts } = parsed(await ask(`${center}/history`, agent()));
    expect(acts.map((one: RecordedFact & { field: string }) => [one.field, one.by])).toEqual([
      ['schedule.evening', 'kim'],
      ['level', 'kim'],
    ]);
  });

  it('an expired fact is stale and still there', async () => {
    const { ask, put, pass } = await serve();
    await put(facts, agent(), { facts: { level: 'yes', housing: 'no' }, expiresAt: at(3_600_000) }, '"0"');
    pass(3_600_001);
    const own = parsed(await ask(center, agent())).offerings.find((one: { id: string }) => one.id === offering);
    expect(own.recorded.facts.level.stale).toBe(true);
    expect([own.confirmation.state, own.housing]).toEqual(['stale', false]);
  });

  it('the second of two agents is told both versions and decides', async () => {
    const { put } = await serve();
    expect((await put(facts, agent('ana'), { facts: { housing: 'yes' } }, '"0"')).status).toBe(200);
    const second = await put(facts, agent('kim'), { facts: { housing: 'no' } }, '"0"');
    const { sent, current, type } = parsed(second, 412);
    expect(type).toMatch(/\/changed-meanwhile$/);
    expect([sent, current.version, second.headers.etag]).toEqual([{ version: 0 }, 1, '"1"']);
    expect(current.facts.housing).toMatchObject({ value: 'yes', by: 'ana' });
    expect((await put(facts, agent('kim'), { facts: { housing: 'no' }, pressedAt: at(1000) }, '"1"')).status).toBe(200);
  });

  it('needs the version that was seen', async () => {
    const { put } = await serve();
    expect(parsed(await put(facts, agent(), { facts: { housing: 'yes' } }, null), 428).type).toMatch(
      /\/version-needed$/,
    );
    for (const tag of ['3', 'W/"3"', '"3", "4"', '"x"', '"-1"'])
      expect(parsed(await put(facts, agent(), { facts: { housing: 'yes' } }, tag), 400).errors[0].parameter).toBe(
        'If-Match',
      );
  });

  it('a late key press becomes history', async () => {
    const { put } = await serve();
    await put(facts, agent('ana'), { facts: { housing: 'yes' }, pressedAt: at(-1000) });
    const {
      acts,
      version,
      facts: held,
    } = parsed(await put(facts, agent(), { facts: { housing: 'no' }, pressedAt: at(-9000) }));
    expect([acts[0].took, version, held.housing.by]).toEqual([false, 1, 'ana']);
  });

  it('names every fault of a body at once, and takes closed values only', async () => {
    const { put, store } = await serve();
    const body = {
      facts: {
        level: 'perhaps',
        'schedule.evenin': 'yes',
        'payer.john-smith-called': 'yes',
        housing: true,
        maxWeeks: 10_000,
        intake: { state: 'busy', note: 'call Jane back' },
      },
      expiresAt: 'tomorrow',
      note: 'Jane asked',
    };
    const { errors } = parsed(await put(facts, agent(), body, '"x"'), 400);
    const pointers = errors.map((one: { pointer?: string; parameter?: string }) => one.pointer ?? one.parameter).sort();
    expect(pointers).toEqual([
      ...['/expiresAt', '/facts/housing', '/facts/intake', '/facts/intake/state', '/facts/level', '/facts/maxWeeks'],
      ...['/facts/payer.john-smith-called', '/facts/schedule.evenin', '/note', 'If-Match'],
    ]);
    expect(JSON.stringify(errors)).toContain('did you mean \\"schedule.evening\\"?');
    expect(await store.acts(id)).toEqual([]);
  });

  it.each([
    ['no facts', { facts: {} }, '/facts'],
    ['no object', [], ''],
    ['too many', { facts: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`x${n}`, 'yes'])) }, '/facts'],
    ['a key press to come', { facts: { level: 'yes' }, pressedAt: at(600_000) }, '/pressedAt'],
    ['one of long ago', { facts: { level: 'yes' }, pressedAt: at(-40 * 86_400_000) }, '/pressedAt'],
    ['an end that is over', { facts: { level: 'yes' }, expiresAt: at(-1) }, '/expiresAt'],
    ['an end in years', { facts: { level: 'yes' }, expiresAt: at(400 * 86_400_000) }, '/expiresAt'],
    ['an open intake with an end', { facts: { intake: { state: 'open', until: at(1000) } } }, '/facts/intake'],
    ['a prototype', '{"facts":{"__proto__":"yes","constructor":"yes"}}', '/facts/constructor'],
  ])('refuses %s', async (_, body, pointer) => {
    const { put, store } = await serve();
    const { errors } = parsed(await put(facts, agent(), body), 400);
    expect(errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer);
    expect(await store.acts(id)).toEqual([]);
  });

  it('refuses what the center does not offer, a body that is no JSON, or too large', async () => {
    const { put, ask } = await serve();
    expect((await put(`${center}/offerings/sober-living/facts`, agent(), { facts: { level: 'yes' } })).status).toBe(
      404,
    );
    expect((await put(facts, agent(), '{')).status).toBe(400);
    expect((await put(facts, agent(), 'x'.repeat(70_000))).status).toBe(413);
    const given = { method: 'PUT', body: '{}', headers: { 'if-match': '*', 'content-type': 'text/plain' } };
    expect((await ask(facts, agent(), given)).status).toBe(415);
  });
});

describe('an editor', () => {
  it('corrects with a reason, and takes it back', async () => {
    const { ask, put, pass } = await serve();
    const before = parsed(await ask(`/v1/centers/${id}`, null)).center.name;
    const set = { set: [{ path: 'name', value: 'Lantern Bridge Central' }], reason: 'The sign at the door says so.' };
    expect(parsed(await put(`${center}/corrections`, editor(), set, '"0"')).version).toBe(1);
    pass(WITHIN);
    expect(parsed(await ask(`/v1/centers/${id}`, null)).center.name).toBe('Lantern Bridge Central');
    const { corrections, reason } = parsed(await ask(`${center}/corrections`, agent()));
    expect([corrections[0].was, reason]).toEqual([before, 'The sign at the door says so.']);
    expect(parsed(await put(`${center}/corrections`, editor(), set, '"0"'), 412).current.version).toBe(1);
    expect((await put(`${center}/corrections`, editor(), { clear: 'all', reason: 'It does not.' }, '"1"')).status).toBe(
      200,
    );
    expect(parsed(await ask(`${center}/history`, agent())).corrections).toHaveLength(2);
  });

  it('is told every fault of a correction, and nothing is written', async () => {
    const { put, store } = await serve();
    const wrong = { set: [{ path: 'phones.0.number', value: '555' }], reason: '' };
    expect(parsed(await put(`${center}/corrections`, editor(), wrong, '*'), 400).errors).toHaveLength(2);
    const unsound = { set: [{ path: 'phones.0.number', value: '555' }], reason: 'x' };
    expect(parsed(await put(`${center}/corrections`, editor(), unsound, '"0"'), 400).errors[0].message).toMatch(
      /phones/,
    );
    expect(await store.override(id)).toBeNull();
  });

  it('writes private fields that no import replaces', async () => {
    const { ask, put, store } = await serve();
    const fields = { facilityCode: 'X-1', directIntakeLine: null, warmTransferNote: 'Side door.', internalNotes: null };
    expect(parsed(await put(`${center}/private`, editor(), fields, '"1"'))).toMatchObject({
      version: 2,
      by: 'lee',
      ...fields,
    });
    const { importPrivate } = await import('../../functions/publish/agent/import-private.ts');
    expect(await importPrivate(records, { store, now: NOW })).toBe(0);
    expect(parsed(await ask(center, agent())).private.facilityCode).toBe('X-1');
    expect(parsed(await put(`${center}/private`, editor(), fields, '"1"'), 412).current.facilityCode).toBe('X-1');
    expect(parsed(await put(`${center}/private`, editor(), { facilityCode: 'X' }, '"2"'), 400).errors).toEqual([
      { pointer: '/directIntakeLine', message: 'is missing: must be an object' },
      { pointer: '/warmTransferNote', message: 'is missing: must be a text' },
      { pointer: '/internalNotes', message: 'is missing: must be a text' },
    ]);
    const long = { ...fields, facilityCode: 'X'.repeat(41), internalNotes: '' };
    expect(parsed(await put(`${center}/private`, editor(), long, '"2"'), 400).errors).toEqual([
      { pointer: '/facilityCode', message: 'is too long: at most 40 characters' },
      { pointer: '/internalNotes', message: 'is empty' },
    ]);
  });
});

describe('what to ask next', () => {
  it('ranks centers by the people near, and leaves out what is all confirmed', async () => {
    const { ask, put, pass } = await serve();
    const { worklist, open } = parsed(await ask('/v1/agent/worklist?limit=200', agent()));
    const people = worklist.map((one: { people: number }) => one.people);
    expect(people).toEqual([...people].sort((a: number, b: number) => b - a));
    expect(people[0]).toBeGreaterThan(1_000_000);
    const own = worklist.find((one: { unconfirmed: number; unknownLevels: string[]; center: { id: string } }) =>
      records.some(
        (record) =>
          record.center.id === one.center.id &&
          record.offerings.length === 1 &&
          record.center.unknownLevels.length === 0,
      ),
    );
    const [only] = records.find((record) => record.center.id === own.center.id)?.offerings ?? [];
    const target = `/v1/agent/centers/${own.center.id}/offerings/${only?.id}/facts`;
    expect((await put(target, agent(), { facts: { level: 'yes' } })).status).toBe(200);
    pass(WITHIN);
    const after = parsed(await ask('/v1/agent/worklist?limit=200', agent()));
    expect(after.open).toBe(open - 1);
    expect(after.worklist.some((one: { center: { id: string } }) => one.center.id === own.center.id)).toBe(false);
    const inOne = parsed(await ask('/v1/agent/worklist?state=ok', agent())).worklist;
    expect(new Set(inOne.map((one: { center: { address: { state: string } } }) => one.center.address.state))).toEqual(
      new Set(['OK']),
    );
  });

  it('counts each state, and a confirmation moves one', async () => {
    const { ask, put, pass } = await serve();
    const total = async () => {
      const { states } = parsed(await ask('/v1/agent/progress', agent()));
      return states.find(({ code }: { code: string }) => code === 'AZ');
    };
    const before = await total();
    expect(before.centers).toBe(records.filter(({ center: one }) => one.address.state === 'AZ').length);
    const [unconfirmed] = records.flatMap(({ center: one, offerings }) =>
      one.address.state === 'AZ' ? offerings.filter(({ confirmation }) => confirmation.state === 'unconfirmed') : [],
    );
    const own = records.find(({ offerings }) => offerings.some((one) => one === unconfirmed))?.center.id;
    await put(`/v1/agent/centers/${own}/offerings/${unconfirmed?.id}/facts`, agent(), { facts: { level: 'yes' } });
    pass(WITHIN);
    expect(await total()).toEqual({
      ...before,
      confirmed: before.confirmed + 1,
      unconfirmed: before.unconfirmed - 1,
    });
  });
});

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
  const examples: Record<string, string> = {
    id,
    code: 'AZ',
    system: 'payer',
    level: 'iop',
    state: 'AZ',
    city: 'phoenix',
  };
  const targets = [
    ...parts,
    ...routes
      .filter(({ method, path }) => method === 'GET' && !path.startsWith('/v1/agent') && !path.includes('{hash}'))
      .map(({ path }) => path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? id)),
    ...['AZ', 'CA', 'CO', 'IL', 'NV', 'NJ', 'OK', 'WA'].map((state) => `/v1/centers?state=${state}&limit=50`),
    '/v1/centers?name=lantern&limit=50',
    '/hsds/services?full=true&per_page=100',
    '/hsds/service_at_locations?full=true&per_page=100',
    '/fhir/HealthcareService?location.address-state=AZ&_count=50&_include=HealthcareService:location',
    `/centers/${id}`,
    `/es/centers/${id}`,
  ];
  let read = 0;
  for (const target of targets) {
    for (const accept of ['application/json', 'application/geo+json', 'text/csv', 'text/html', 'application/ld+json']) {
      const { status, body } = await ask(target, null, { headers: { accept } });
      if (status === 200) read += body.length;
      for (const word of words) expect(body.includes(word), `${word} in ${target}`).toBe(false);
    }
  }
  expect(read).toBeGreaterThan(500_000);
  // The pages of the dataset themselves, whatever reads them.
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
    ...['/v1/agent/worklist?state=AZ', '/v1/agent/progress', '/v1/agent/worklist?state=XX', '/v1/agent/centers/none'],
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
  expect(agentRoutes).toHaveLength(10);
});
