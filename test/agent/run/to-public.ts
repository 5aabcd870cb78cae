import { records } from '../../support/real-records.ts';
import type { Issuer } from '../issuer.ts';
import { type Front, readBusy } from './front.ts';

export interface ToPublic {
  /** Milliseconds from the key press to the answer of the write. */
  readonly answered: readonly number[];
  /** Milliseconds from the key press until a public answer has the fact. */
  readonly public: readonly number[];
}

/** Records facts one after the other, and polls the public API until it shows each. */
export async function toPublic(front: Front & { readonly issuer: Issuer }, count: number): Promise<ToPublic> {
  const { ask, issuer } = front;
  const listed = records.filter(({ offerings: [one] }) => one !== undefined && one.housing !== true).slice(0, count);
  const [answered, shown]: [number[], number[]] = [[], []];
  for (const { center, offerings } of listed) {
    const offering = offerings[0]?.id ?? '';
    const target = `/v1/agent/centers/${center.id}/offerings/${offering}/facts`;
    const body = { facts: { housing: 'yes' } };
    const from = performance.now();
    for (;;) {
      const { status } = await ask(target, { method: 'PUT', token: issuer.token(), body, ifMatch: '"0"' });
      if (status === 200) break;
      if (status < 500) throw new Error(`a fact was answered ${status}`);
    }
    answered.push(performance.now() - from);
    for (;;) {
      const open = await readBusy(front, `/v1/centers/${center.id}`);
      if (open.offerings.find(({ id }: { id: string }) => id === offering).housing === true) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    shown.push(performance.now() - from);
  }
  return { answered, public: shown };
}

export function printedToPublic({ answered, public: shown }: ToPublic): string {
  const told = (list: readonly number[]) => {
    const sorted = list.toSorted((a, b) => a - b);
    return `p50 ${Math.round(sorted[Math.floor((sorted.length - 1) / 2)] ?? 0)} ms, most ${Math.round(sorted.at(-1) ?? 0)} ms`;
  };
  return [
    `${answered.length} facts, one after the other, over HTTP:`,
    `  from the key press to the answer, when it is published: ${told(answered)}`,
    `  from the key press to the first public answer that has it: ${told(shown)}`,
  ].join('\n');
}
