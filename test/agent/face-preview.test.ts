import { expect, it } from 'vitest';
import { contract } from '../support/contract.ts';
import { center, facts, id, offering, parsed, WITHIN, withPeople } from './asking.ts';

const { agent, editor, serve } = await withPeople();
const target = `${center}/corrections/preview`;

async function opened() {
  const { ask, put, pass, store } = await serve();
  const preview = (body: unknown, token: string | null = editor()) =>
    ask(target, token, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const seen = async () => {
    const { dataset: _, help: __, ...answer } = parsed(await ask(`/v1/centers/${id}`, null));
    return answer;
  };
  return { ask, put, pass, store, preview, seen };
}

it('shows what the public sees now and will see, and stores nothing', async () => {
  const { put, pass, store, preview, seen } = await opened();
  await put(facts, agent(), { facts: { 'payer.medicaid': 'no', housing: 'yes' } });
  pass(WITHIN);
  const set = {
    set: [
      { path: 'name', value: 'Lantern Bridge Central' },
      { path: `offerings.${offering}.payers`, value: ['medicaid'] },
    ],
    reason: 'Their website.',
  };
  const [head, before] = [await store.readHead(), await seen()];
  const answer = await preview(set);
  expect(contract.faults(target, { method: 'POST' }, answer as never)).toEqual([]);
  const shown = parsed(answer);
  expect([shown.version, answer.headers['cache-control']]).toEqual([0, 'no-store']);
  expect(shown.before).toEqual(before);
  expect([await store.corrections(id), await store.readHead(), await store.waiting()]).toEqual([null, head, []]);
  parsed(await put(`${center}/corrections`, editor(), set, '"0"'));
  pass(WITHIN);
  expect(await seen()).toEqual(shown.after);
  expect(shown.after.center.name).toBe('Lantern Bridge Central');

  const back = parsed(await preview({ clear: 'all', reason: 'It was right.' }));
  expect([back.version, back.after]).toEqual([1, before]);
});

it('shows a center that would be closed, or open again', async () => {
  const { put, preview, seen } = await opened();
  const closing = { set: [{ path: 'closed', value: true }], reason: 'Boarded up.' };
  const open = await seen();
  expect(parsed(await preview(closing))).toMatchObject({ before: open, after: null });
  parsed(await put(`${center}/corrections`, editor(), closing, '"0"'));
  const again = parsed(await preview({ clear: ['closed'], reason: 'It is open.' }));
  expect([again.before, again.after]).toEqual([null, open]);
});

it('has the faults that the correction would have, and is an editor’s', async () => {
  const { put, preview, ask } = await opened();
  for (const body of [
    { set: [{ path: 'phones.0.number', value: '555' }], reason: 'x' },
    { set: [{ path: 'nothing', value: 1 }], reason: 'x' },
    { clear: ['name'], reason: 'x' },
    { set: [], reason: '' },
  ]) {
    const answer = await preview(body);
    expect(parsed(answer, 400).errors).toEqual(
      parsed(await put(`${center}/corrections`, editor(), body, '"0"'), 400).errors,
    );
  }
  expect([(await preview({}, agent())).status, (await preview({}, null)).status]).toEqual([403, 401]);
  const gone = await ask('/v1/agent/centers/nobody/corrections/preview', editor(), {
    method: 'POST',
    body: JSON.stringify({ clear: 'all', reason: 'x' }),
    headers: { 'content-type': 'application/json' },
  });
  expect(gone.status).toBe(404);
  expect((await ask(target, editor())).headers.allow).toBe('POST, OPTIONS');
});
