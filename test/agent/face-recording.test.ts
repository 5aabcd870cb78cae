import { describe, expect, it } from 'vitest';
import type { RecordedFact } from '../../web/client/types.ts';
import { at, center, facts, id, offering, parsed, withPeople } from './asking.ts';

const { agent, serve } = await withPeople();

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
