import { describe, expect, it } from 'vitest';
import { NOW, records } from '../support/real-records.ts';
import { center, id, parsed, WITHIN, withPeople } from './asking.ts';

const { agent, editor, serve } = await withPeople();

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
    // The same request again is the same correction; a different one gets the current value.
    expect(parsed(await put(`${center}/corrections`, editor(), set, '"0"')).version).toBe(1);
    const other = { ...set, reason: 'Their website says so.' };
    expect(parsed(await put(`${center}/corrections`, editor(), other, '"0"'), 412).current.version).toBe(1);
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
    expect(await store.corrections(id)).toBeNull();
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
    expect(parsed(await put(`${center}/private`, editor(), fields, '"1"')).version).toBe(2);
    const other = { ...fields, facilityCode: 'X-2' };
    expect(parsed(await put(`${center}/private`, editor(), other, '"1"'), 412).current.facilityCode).toBe('X-1');
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
