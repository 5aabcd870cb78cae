import { join } from 'node:path';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { type State, stateCodes } from '../../functions/domain/state.ts';
import { checkRecords } from '../records/read.ts';

/** The facts that decide whether an import may write its records. */
export interface ToWrite {
  readonly out: string;
  readonly records: readonly CenterRecord[];
  /** How many rows were refused. */
  readonly refused: number;
  readonly skipRefused?: boolean | undefined;
  /** The states whose files the import would write. @default all */
  readonly states?: readonly State[];
}

/** Thrown when an import wrote nothing. Its folder still contains what an earlier import wrote. */
export class HeldBackError extends Error {
  override readonly name = 'HeldBackError';
  /** The import's closing report: what happened to every row. */
  readonly account: string;

  constructor(why: string, account: string) {
    super(why);
    this.account = account;
  }
}

/** Says why an import must not write; null if it may. An incomplete file must never replace a complete one. */
export async function whyHeldBack(toWrite: ToWrite): Promise<string | null> {
  const { out, records, refused, skipRefused = false, states } = toWrite;
  if (records.length === 0) return 'no center was found, so nothing was written';
  if (refused > 0 && !skipRefused) {
    const rows = refused === 1 ? '1 row was' : `${refused} rows were`;
    return `${rows} refused, so nothing was written; --skip-refused writes the rest`;
  }
  const found = new Set(records.map(({ center }) => center.address.state));
  const emptied: string[] = [];
  for (const state of states ?? stateCodes)
    if (!found.has(state) && (await holdsCenters(join(out, `${state}.json`)))) emptied.push(state);
  if (emptied.length === 0) return null;
  const remedy = states === undefined ? 'name' : 'leave these states out with --states, or name';
  return (
    `no center was found in ${emptied.join(', ')}, of which "${out}" has centers, so nothing was written; ` +
    `${remedy} another folder with --out`
  );
}

async function holdsCenters(file: string): Promise<boolean> {
  const { records, faults } = await checkRecords(file).catch((error: Error) => {
    if (error.message.startsWith('there is no file')) return { records: [], faults: [] };
    throw error;
  });
  return records.length > 0 || faults.length > 0;
}
