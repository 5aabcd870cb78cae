import type { FactValue } from '../../../functions/domain/fact.ts';
import { pick, seeded } from '../../support/random.ts';
import { records } from '../../support/real-records.ts';
import type { Issuer } from '../issuer.ts';
import { type Front, readBusy } from './front.ts';

export interface ReplayReport {
  readonly writes: number;
  readonly devices: number;
  /** Number of requests whose answer was lost and that were sent again. */
  readonly lost: number;
  /** Number of 5xx and 429 answers. Each of these requests was sent again. */
  readonly busy: number;
  readonly took: number;
  /** Number of key presses that were older than the current fact. */
  readonly late: number;
  readonly entries: number;
  readonly states: number;
  readonly ms: number;
  readonly faults: readonly string[];
}

interface Queued {
  readonly center: string;
  readonly offering: string;
  readonly key: string;
  readonly value: FactValue;
  /** The time of the key press. */
  readonly at: string;
  readonly by: string;
}

const some = records.filter(({ offerings }) => offerings.some(({ level }) => level === 'iop')).slice(0, 8);
const keys = ['level', 'schedule.evening', 'schedule.weekend', 'payer.aetna', 'housing', 'age.adolescents'];
const LOST_SHARE = 0.05;

/**
 * Acts that several devices queued during an outage and send at the same time afterwards, each in the order of its key
 * presses. Some answers are lost on the way back, so those requests are sent again.
 */
export async function replayQueues(
  front: Front & { readonly issuer: Issuer },
  { writes, devices, seed = 7 }: { readonly writes: number; readonly devices: number; readonly seed?: number },
): Promise<ReplayReport> {
  const { ask, issuer } = front;
  const random = seeded(seed);
  const began = Date.now() - 3_600_000;
  const queues: Queued[][] = Array.from({ length: devices }, () => []);
  for (let index = 0; index < writes; index += 1) {
    const device = Math.floor(random() * devices);
    const record = pick(random, some);
    queues[device]?.push({
      ...{ center: record.center.id, offering: record.offerings.find(({ level }) => level === 'iop')?.id ?? '' },
      ...{ key: pick(random, keys), value: pick<FactValue>(random, ['yes', 'no', 'unknown']), by: `device-${device}` },
      // Some key presses happen in the same second.
      at: new Date(began + Math.floor(index / 3) * 1000).toISOString(),
    });
  }
  const counts = { lost: 0, busy: 0, took: 0, late: 0 };
  const faults: string[] = [];
  const send = async ({ center, offering, key, value, at }: Queued, token: string): Promise<void> => {
    const target = `/v1/agent/centers/${center}/offerings/${offering}/facts`;
    const request = { method: 'PUT', token, body: { facts: { [key]: value }, pressedAt: at }, ifMatch: '*' };
    if (random() < LOST_SHARE) {
      counts.lost += 1;
      await ask(target, { ...request, signal: AbortSignal.timeout(5 + Math.floor(random() * 100)) }).catch(
        (error: unknown) => {
          if (!(error instanceof DOMException) || error.name !== 'TimeoutError') throw error;
        },
      );
    }
    for (let tries = 0; tries < 100; tries += 1) {
      const { status, text } = await ask(target, request);
      if (status === 200) {
        counts[JSON.parse(text).acts[0].took ? 'took' : 'late'] += 1;
        return;
      }
      if (status < 500 && status !== 429) {
        faults.push(`a write was answered ${status}`);
        return;
      }
      counts.busy += 1;
      await new Promise((resolve) => setTimeout(resolve, 100 + 400 * Math.random()));
    }
    faults.push('a write never got through');
  };
  const from = performance.now();
  await Promise.all(
    queues.map(async (queue, device) => {
      for (const one of queue) {
        const by = `device-${device}`;
        await send(one, issuer.token({ username: by, origin_jti: by }));
      }
    }),
  );
  const ms = performance.now() - from;
  const { states, entries } = await check(front, queues.flat(), faults);
  return { writes, devices, ...counts, states, entries, ms, faults };
}

/**
 * Compares with a plain scan: the latest key press wins; at the same time, the greater name, then the greater value.
 */
async function check(
  front: Front & { readonly issuer: Issuer },
  queued: readonly Queued[],
  faults: string[],
): Promise<{ states: number; entries: number }> {
  const rank = ({ at, by, value }: Queued) => JSON.stringify([at, by, value]);
  const expected = new Map<string, Queued>();
  for (const one of queued.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)))
    expected.set(`${one.offering} ${one.key}`, one);
  const token = front.issuer.token();
  // A container reads HEAD again after five seconds.
  await new Promise((resolve) => setTimeout(resolve, 5_100));
  let [states, entries] = [0, 0];
  for (const { center } of some) {
    const acts = await readBusy(front, `/v1/agent/centers/${center.id}/history?limit=500`, token);
    entries += acts.acts.length;
    const times = acts.acts.map(({ at }: { at: string }) => at);
    if (acts.more || JSON.stringify(times) !== JSON.stringify(times.toSorted().reverse()))
      faults.push(`the history of ${center.id} is not in order`);
    const { offerings } = await readBusy(front, `/v1/agent/centers/${center.id}`, token);
    const open = await readBusy(front, `/v1/centers/${center.id}`);
    for (const { id, recorded } of offerings)
      for (const [key, held] of Object.entries<{ value: FactValue; by: string; at: string }>(recorded.facts)) {
        states += 1;
        const wanted = expected.get(`${id} ${key}`);
        if (wanted === undefined || rank(wanted) !== rank({ ...wanted, ...held })) faults.push(`${id} ${key} is wrong`);
        const own = open.offerings.find((one: { id: string }) => one.id === id);
        if (!isShown(own, key, held.value)) faults.push(`the public is told otherwise of ${id} ${key}`);
      }
  }
  if (states !== expected.size) faults.push(`${states} facts are recorded, not ${expected.size}`);
  const distinct = new Set(queued.map((one) => JSON.stringify(one))).size;
  if (entries !== distinct) faults.push(`the history has ${entries} entries, not ${distinct}`);
  return { states, entries };
}

interface PublicOffering {
  readonly confirmation: { readonly state: string };
  readonly housing: boolean | null;
  readonly schedule: { readonly tracks: readonly string[] | null } | null;
  readonly payers: readonly string[];
  readonly ages: readonly string[] | null;
  readonly admissions?: { readonly denied: readonly string[] };
}

/** How a public answer must show a fact. */
function isShown(own: PublicOffering, key: string, value: FactValue): boolean {
  if (value === 'unknown') return !(own.admissions?.denied ?? []).includes(key);
  const yes = value === 'yes';
  if (key === 'level') return own.confirmation.state === (yes ? 'confirmed' : 'denied');
  if (key === 'housing') return own.housing === yes;
  const [field, one = ''] = key.split('.');
  const lists = { schedule: own.schedule?.tracks, payer: own.payers, age: own.ages };
  const listed = lists[field as keyof typeof lists] ?? [];
  return listed.includes(one) === yes && (own.admissions?.denied ?? []).includes(key) === !yes;
}

export function printedReplay(report: ReplayReport): string {
  const { writes, devices, lost, busy, took, late, entries, states, ms, faults } = report;
  return [
    `${writes} writes that ${devices} devices queued during an outage, sent over HTTP at once: ${(ms / 1000).toFixed(1)} s`,
    `  ${lost} answers were lost on the way and ${busy} said "busy"; those requests were sent again`,
    `  ${took} took when they arrived, ${late} were older than what held and became history`,
    `  ${states} facts hold as a plain scan of the key presses says, and the public is told the same; ${entries} entries of history`,
    ...(faults.length === 0 ? ['  nothing was lost'] : faults.map((fault) => `  WRONG: ${fault}`)),
  ].join('\n');
}
