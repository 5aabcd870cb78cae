import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call, post } from '../../support/gateway-call.ts';
import { records, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();

const answerSchema = z.object({
  query: z.record(z.string(), z.unknown()).default({}),
  results: z
    .array(z.looseObject({ center: z.looseObject({ id: z.string(), address: z.object({ state: z.string() }) }) }))
    .default([]),
  alternatives: z
    .array(z.looseObject({ change: z.record(z.string(), z.string().nullable()), count: z.number() }))
    .default([]),
  errors: z.array(z.object({ parameter: z.string(), message: z.string() })).default([]),
  next: z.string().nullable().default(null),
});
type Answer = z.infer<typeof answerSchema>;

async function ask(query: string): Promise<{ status: number; answer: Answer }> {
  const { status, body } = await call(handler, `/v1/centers?${query}`);
  return { status, answer: answerSchema.parse(JSON.parse(body)) };
}
const statesOf = (answer: Answer): string[] => [
  ...new Set(answer.results.map((result) => result.center.address.state)),
];

describe('in', () => {
  // Towns across a river or a line from another state.
  it.each([
    ['near=92363', 'CA'],
    ['near=86442', 'NV'],
    ['near=89029', 'AZ'],
    ['q=iop+needles,+ca', 'CA'],
    ['name=recovery', 'OK'],
    ['cell=9qtb', 'AZ'],
  ])('beside %s keeps results to %s, in any case and as a list', async (where, state) => {
    const { status, answer } = await ask(`${where}&in=${state.toLowerCase()}&limit=20`);
    expect(status).toBe(200);
    expect(statesOf(answer)).toEqual([state]);
    expect(answer.query.in).toEqual([state]);
    const several = await ask(`${where}&in=${state}&in=WA&limit=50`);
    expect(several.answer.query.in).toEqual([state, 'WA']);
    expect(statesOf(several.answer)).toContain(state);
  });

  it('finds the nearest of the state exactly, and says what dropping it would add', async () => {
    const { answer } = await ask('near=92363&in=CA&within=60mi&limit=50');
    const { answer: all } = await ask('near=92363&within=60mi&limit=50');
    const ofState = all.results.filter((result) => result.center.address.state === 'CA');
    expect(answer.results).toEqual(ofState);
    const dropped = answer.alternatives.find(({ change }) => 'in' in change);
    expect(dropped).toMatchObject({ change: { in: null }, count: all.results.length, more: false });
  });

  it('keeps its pages: a cursor belongs to the states it was made for', async () => {
    const wanted = records.filter(({ center }) => center.address.state === 'NV').length;
    const ids: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const { answer } = await ask(`near=89029&in=NV&limit=7${cursor}`);
      ids.push(...answer.results.map((result) => result.center.id));
      next = answer.next;
      if (next !== null) {
        const other = await ask(`near=89029&in=NV,AZ&limit=7&cursor=${next}`);
        expect(other.status).toBe(400);
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(wanted);
  });

  it('takes a list in a body', async () => {
    const { status, body } = await post(handler, { near: '86442', in: ['nv', 'CA'], limit: 5 });
    expect(status).toBe(200);
    expect(JSON.parse(body).query.in).toEqual(['NV', 'CA']);
    expect((await post(handler, { near: '86442', in: [] })).status).toBe(400);
  });

  it.each([
    ['state=AZ&in=NV', 'in', 'use state for one whole state'],
    ['state=AZ&in=AZ', 'in', 'cannot be combined with state'],
    ['in=AZ', 'near', 'state searches a whole one'],
    ['near=85004&in=Nevada', 'in', 'did you mean "NV"'],
    ['near=85004&in=TX', 'in', 'is not a state that we serve'],
    ['near=85004&in=AZ,AZ', 'in', 'twice'],
    ['q=iop+in+nevada&in=AZ', 'q', 'names Nevada, but in keeps to Arizona'],
  ])('%s is a 400 at %s that says "%s"', async (query, parameter, message) => {
    const { status, answer } = await ask(query);
    expect(status).toBe(400);
    const fault = answer.errors.find((one) => one.parameter === parameter);
    expect(fault?.message).toContain(message);
  });

  it('admits a whole state that a text names', async () => {
    const { status, answer } = await ask('q=iop+in+nevada&in=NV,AZ');
    expect(status).toBe(200);
    expect(answer.query).toMatchObject({ state: 'NV' });
    expect(answer.query.in).toBeUndefined();
  });
});
