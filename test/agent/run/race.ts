import { records } from '../../support/real-records.ts';
import type { Issuer } from '../issuer.ts';
import { type Front, readBusy } from './front.ts';

export interface RaceReport {
  readonly agents: number;
  /** Number of 412 answers. Each went to an agent whose value was outdated, and who then decided again. */
  readonly told: number;
  /** Number of 5xx answers. The agent sent each of these requests again. */
  readonly busy: number;
  /** The people who decided, earliest first. */
  readonly history: readonly string[];
  /** The current value with its author, and the public value. */
  readonly held: { readonly by: string; readonly value: string };
  readonly denied: boolean;
  readonly ms: number;
  readonly faults: readonly string[];
}

/**
 * Several agents press a key for the same fact at the same time. An agent whose value is outdated reads the current
 * value and decides again.
 */
export async function race(front: Front & { readonly issuer: Issuer }, agents: number): Promise<RaceReport> {
  const { ask, issuer } = front;
  // The record must differ from those that replay.ts uses.
  const record = records.findLast(({ offerings }) => offerings.some(({ level }) => level === 'iop'));
  const center = record?.center.id ?? '';
  const offering = record?.offerings.find(({ level }) => level === 'iop')?.id ?? '';
  const target = `/v1/agent/centers/${center}/offerings/${offering}/facts`;
  const faults: string[] = [];
  let told = 0;
  let busy = 0;
  const historyNow = async (): Promise<string[]> => {
    const { acts } = await readBusy(front, `/v1/agent/centers/${center}/history?limit=500`, issuer.token());
    return acts.map(({ by }: { by: string }) => by).reverse();
  };
  const agent = async (index: number): Promise<void> => {
    const by = `agent-${index}`;
    const token = issuer.token({ username: by, origin_jti: by, exp: Math.floor(Date.now() / 1000) + 900 });
    const body = { facts: { 'schedule.evening': saidBy(by) } };
    let unsure = false;
    for (let seen = 0, tries = 0; tries < 200; tries += 1) {
      const { status, text } = await ask(target, { method: 'PUT', token, body, ifMatch: `"${seen}"` });
      if (status >= 500) {
        busy += 1;
        unsure = true;
        continue;
      }
      if (status === 200) return;
      if (status !== 412) {
        faults.push(`${by} was answered ${status}`);
        return;
      }
      const { sent, current } = JSON.parse(text);
      if (sent?.version !== seen || !(current?.version > seen) || current.facts['schedule.evening'] === undefined)
        faults.push(`${by} was not told both versions`);
      told += 1;
      // The history shows that the API stored this act, although its answer was lost. Others have decided since.
      if (unsure && (await historyNow()).includes(by)) return;
      seen = current.version;
    }
    faults.push(`${by} never got through`);
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: agents }, (_, index) => agent(index)));
  const ms = performance.now() - from;

  const token = issuer.token();
  const history = await historyNow();
  const shown = await readBusy(front, `/v1/agent/centers/${center}`, token);
  const recorded = shown.offerings.find((one: { id: string }) => one.id === offering).recorded;
  const held = recorded.facts['schedule.evening'];
  const denied = await becomes(saidBy(held.by) === 'no', async () => {
    const { offerings } = await readBusy(front, `/v1/centers/${center}`);
    const own = offerings.find((one: { id: string }) => one.id === offering);
    return (own.admissions?.denied ?? []).includes('schedule.evening');
  });
  const all = Array.from({ length: agents }, (_, index) => `agent-${index}`);
  if (JSON.stringify(history.toSorted()) !== JSON.stringify(all.toSorted()))
    faults.push(`the history is not whole: ${history.join(' ')}`);
  if (recorded.version !== agents) faults.push(`version ${recorded.version} after ${agents} decisions`);
  if (held.by !== history.at(-1) || held.value !== saidBy(held.by)) faults.push('the last decision does not hold');
  if (denied !== (held.value === 'no')) faults.push('the public is told otherwise');
  if (told < agents - 1) faults.push('somebody who was second was not told');
  return { agents, told, busy, history, held: { by: held.by, value: held.value }, denied, ms, faults };
}

const saidBy = (by: string): 'yes' | 'no' => (Number(by.slice('agent-'.length)) % 2 === 0 ? 'yes' : 'no');

/** Polls until the condition is true, at most for the time that a container may keep an older HEAD. */
async function becomes(wanted: boolean, ask: () => Promise<boolean>): Promise<boolean> {
  const until = performance.now() + 8_000;
  for (;;) {
    const found = await ask();
    if (found === wanted || performance.now() > until) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export function printedRace({ agents, told, busy, history, held, denied, ms, faults }: RaceReport): string {
  return [
    `${agents} agents at one fact, over HTTP: ${(ms / 1000).toFixed(1)} s`,
    `  decided in this order: ${history.join(' ')}`,
    `  ${told} times somebody was second, was told both versions (412), and decided again`,
    `  ${busy} answers said "busy" or came too late; the history has ${history.length} entries; ${held.by}’s "${held.value}" holds`,
    `  the public is told ${denied ? 'that there is no evening program' : 'of an evening program'}`,
    ...(faults.length === 0 ? ['  nothing was lost'] : faults.map((fault) => `  WRONG: ${fault}`)),
  ].join('\n');
}
