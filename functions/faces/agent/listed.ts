import { setImmediate as turn } from 'node:timers/promises';
import { type Meter, newMeter, StoreUnavailableError } from '../../dataset/dataset-reader.ts';
import { unpackConfirmation } from '../../dataset/facts.ts';
import type { Head } from '../../dataset/head.ts';
import { valuesOf } from '../../dataset/masks.ts';
import { factsOf, type PackedCenter, packed } from '../../dataset/packed-center.ts';
import type { Confirmation } from '../../domain/confirmation-schema.ts';
import { type Level, levels } from '../../domain/level-of-care.ts';
import type { State } from '../../domain/state.ts';
import type { RouteContext } from '../../http/services.ts';

/** A center, with the facts that the agents' worklist and progress counts need. */
export interface Listed {
  readonly row: PackedCenter;
  readonly offerings: readonly { readonly level: Level; readonly confirmation: Confirmation }[];
  readonly unknownLevels: readonly Level[];
}

type Context = Pick<RouteContext, 'locator' | 'meter'>;
const MOST_ATTEMPTS = 3;

/**
 * Reads every listed center of some states, all from one dataset. Results are kept in memory by the hash of the part
 * (the file that devices download), so after a fact is recorded only the changed part is read again. The limit on pages
 * read applies to each part separately, so it does not limit the number of centers.
 */
export class ListedCenters {
  #parts = new Map<string, Promise<readonly Listed[] | null>>();

  /** @throws StoreUnavailableError if the dataset changed during each of three attempts */
  async read(states: readonly State[], context: Context): Promise<{ centers: readonly Listed[]; head: Head }> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const { answer: notes, head } = await context.locator.parts(context.meter);
      const current = new Set(notes.map(({ hash }) => hash));
      for (const hash of this.#parts.keys()) if (!current.has(hash)) this.#parts.delete(hash);
      const centers: Listed[] = [];
      let isWhole = true;
      for (const { hash } of notes.filter(({ state }) => states.includes(state))) {
        const part = await this.#part(hash, context);
        if (part === null) isWhole = false;
        else for (const one of part) centers.push(one);
      }
      if (isWhole) return { centers, head };
    }
    throw new StoreUnavailableError('the dataset keeps changing');
  }

  /** The listed centers of a part; null if a newer dataset no longer has the part. */
  #part(hash: string, context: Context): Promise<readonly Listed[] | null> {
    const known = this.#parts.get(hash);
    if (known !== undefined) return known;
    const reading = read(hash, context);
    this.#parts.set(hash, reading);
    const forget = () => {
      if (this.#parts.get(hash) === reading) this.#parts.delete(hash);
    };
    reading.then((part) => part === null && forget(), forget);
    return reading;
  }
}

async function read(hash: string, { locator, meter }: Context): Promise<readonly Listed[] | null> {
  const own = newMeter();
  try {
    const { answer: part } = await locator.part(hash, own);
    // Lets other requests run before the next part is read.
    await turn();
    return part === null ? null : part.rows.map(listed);
  } finally {
    for (const name of Object.keys(own) as (keyof Meter)[]) meter[name] += own[name];
  }
}

/** Takes from a center's row what the worklist and the progress counts need. */
export const listed = (row: PackedCenter): Listed => ({
  row,
  offerings: row[packed.offerings].map((offering) => ({
    level: levels.codes[offering[1]] as Level,
    confirmation: unpackConfirmation(factsOf(row, offering)),
  })),
  unknownLevels: valuesOf(levels, row[packed.unknownLevels]),
});
