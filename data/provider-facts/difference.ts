import type { ProviderFile, ProviderProgram } from '../../functions/records/provider/schema.ts';
import { statedIn, statedOf } from '../../functions/records/provider/stated.ts';
import type { Placed } from './place.ts';

interface FactChange {
  readonly center: string;
  /** The program and the field, such as `evening-iop: payer`. */
  readonly fact: string;
  /** The fact's value in the older edition, as JSON; null if that edition did not state it. */
  readonly before: string | null;
  /** The fact's value now, as JSON; null if the file no longer states it. */
  readonly after: string | null;
}

export interface FactsDifference {
  readonly gained: readonly FactChange[];
  readonly lost: readonly FactChange[];
  readonly changed: readonly FactChange[];
  readonly same: number;
  readonly before: number;
}

/** Fewer facts than this may disappear, even if they are most of all facts. */
const FEW_FACTS = 10;
const MOST_LOST = 0.5;

/** True if so many facts disappear that the file is probably incomplete, not changed on purpose. */
export const isSuddenLoss = ({ lost, before }: Pick<FactsDifference, 'lost' | 'before'>): boolean =>
  lost.length >= FEW_FACTS && lost.length > before * MOST_LOST;

type Edition = { readonly file: ProviderFile; readonly placed: readonly Pick<Placed, 'says' | 'center'>[] } | null;

/** Compares the facts that two editions state about listed centers. */
export function differenceOf(before: Edition, after: Edition): FactsDifference {
  const [old, now] = [factsOf(before), factsOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  const changes = keys.map((key): FactChange => {
    const [center = '', fact = ''] = key.split('\t');
    return { center, fact, before: old.get(key) ?? null, after: now.get(key) ?? null };
  });
  return {
    gained: changes.filter((one) => one.before === null),
    lost: changes.filter((one) => one.after === null),
    changed: changes.filter((one) => one.before !== null && one.after !== null && one.before !== one.after),
    same: changes.filter((one) => one.before === one.after).length,
    before: old.size,
  };
}

function factsOf(edition: Edition): Map<string, string> {
  const facts = new Map<string, string>();
  if (edition === null) return facts;
  const { file, placed } = edition;
  for (const { says, center } of placed) {
    const own = file.centers.find(({ id }) => id === says);
    for (const program of (own?.programs ?? []) as readonly ProviderProgram[])
      for (const fact of statedIn(program))
        facts.set(`${center}\t${program.id}: ${fact}`, JSON.stringify(statedOf(program, fact)));
    for (const level of own?.notOffered?.levels ?? []) facts.set(`${center}\t${level}: level`, 'false');
  }
  return facts;
}

/** Lines of a report, by center: new facts, removed facts and changed facts. */
export function differenceLines({ gained, lost, changed }: FactsDifference): string[] {
  const all = [
    ...gained.map((one) => ({ ...one, line: `    + ${one.fact} ${one.after}` })),
    ...lost.map((one) => ({ ...one, line: `    - ${one.fact} ${one.before}` })),
    ...changed.map((one) => ({ ...one, line: `    ~ ${one.fact} ${one.before} → ${one.after}` })),
  ];
  return [...Map.groupBy(all, ({ center }) => center)].flatMap(([center, own]) => [
    `  ${center}`,
    ...own.map(({ line }) => line),
  ]);
}
