import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import { ListedCenters } from '../../functions/faces/agent/listed.ts';
import type { RouteContext } from '../../functions/http/services.ts';
import { records } from '../support/real-records.ts';
import { parsed, WITHIN, withPeople } from './asking.ts';

const { agent, serve } = await withPeople();
const [one, other, third] = records.filter(({ offerings }) => offerings.length > 0).map(packCenter);

/** Dataset parts that can change between two questions. */
function parts(datasets: readonly Readonly<Record<string, unknown>>[]) {
  let now = 0;
  const read: string[] = [];
  const locator = {
    parts: async () => {
      const names = Object.keys(datasets[now] ?? {});
      return { answer: names.map((hash) => ({ hash, state: 'AZ' })), head: { version: `v${now}` } };
    },
    part: async (hash: string, meter: { requests: number }) => {
      read.push(hash);
      meter.requests += 1;
      await new Promise((resolve) => setImmediate(resolve));
      const rows = datasets[now]?.[hash];
      if (rows instanceof Error) throw rows;
      return { answer: rows === undefined ? null : { state: 'AZ', rows } };
    },
  };
  const context = () => ({ locator, meter: newMeter() }) as unknown as RouteContext;
  return { read, context, next: () => (now += 1), locator };
}
const idsOf = ({ centers }: Awaited<ReturnType<ListedCenters['read']>>) => centers.map(({ row }) => row[0]);

describe('listed centers in memory', () => {
  it('each part is read once, however many ask at once, and its reads are the request’s', async () => {
    const { read, context } = parts([{ a: [one], b: [other, third] }]);
    const listed = new ListedCenters();
    const contexts = Array.from({ length: 20 }, context);
    const answers = await Promise.all(contexts.map((each) => listed.read(['AZ'], each)));
    expect(new Set(answers.map((each) => idsOf(each).join()))).toEqual(
      new Set([[one, other, third].map((row) => row?.[0]).join()]),
    );
    expect(read).toEqual(['a', 'b']);
    expect(contexts.reduce((sum, { meter }) => sum + meter.requests, 0)).toBe(2);
  });

  it('another dataset costs the parts that changed, and what is gone is forgotten', async () => {
    const { read, context, next } = parts([{ a: [one], b: [other] }, { a: [one], c: [third] }, { b: [other] }]);
    const listed = new ListedCenters();
    await listed.read(['AZ'], context());
    next();
    expect(idsOf(await listed.read(['AZ'], context()))).toEqual([one?.[0], third?.[0]]);
    next();
    await listed.read(['AZ'], context());
    expect(read).toEqual(['a', 'b', 'c', 'b']);
  });

  it('a dataset that is replaced meanwhile is read from its beginning', async () => {
    const set = parts([{ a: [one] }, { b: [other] }]);
    const before = set.locator.part;
    set.locator.part = (hash, meter) => {
      if (hash === 'a') set.next();
      return before(hash, meter);
    };
    const answer = await new ListedCenters().read(['AZ'], set.context());
    expect([idsOf(answer), answer.head.version]).toEqual([[other?.[0]], 'v1']);
  });

  it('a failure is an error, and not remembered', async () => {
    const set = parts([{ a: new Error('no table') }, { a: [one] }]);
    const listed = new ListedCenters();
    await expect(listed.read(['AZ'], set.context())).rejects.toThrow('no table');
    set.next();
    expect(idsOf(await listed.read(['AZ'], set.context()))).toEqual([one?.[0]]);
  });
});

describe('over the API', () => {
  it('the worklist reads nothing the second time, and one part after a fact', async () => {
    const { ask, put, pass, lines } = await serve();
    const items = async (path: string) => {
      lines.length = 0;
      expect((await ask(`/v1/agent/${path}`, agent())).status).toBe(200);
      return lines[0]?.items;
    };
    const first = await items('worklist?state=AZ');
    const whole = await items('worklist');
    expect([await items('worklist'), await items('worklist?level=iop'), await items('progress')]).toEqual([0, 0, 0]);
    expect(first).toBeGreaterThan(0);
    expect(whole).toBeGreaterThan(0);
    const listed = records.find(({ center, offerings }) => center.address.state === 'CA' && offerings.length > 0);
    const target = `/v1/agent/centers/${listed?.center.id}/offerings/${listed?.offerings[0]?.id}/facts`;
    parsed(await put(target, agent(), { facts: { level: 'yes' } }));
    pass(WITHIN);
    expect(await items('worklist?state=CA')).toBeLessThan((first ?? 0) + (whole ?? 0));
    expect(await items('worklist')).toBe(0);
  });
});
