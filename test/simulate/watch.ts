import { type DatasetReader, MissingContentError } from '../../functions/dataset/dataset-reader.ts';
import { type Head, headSchema } from '../../functions/dataset/head.ts';
import { reachableFrom } from '../../functions/dataset/read/reachable.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { idsBeneath } from '../../functions/publish/change/beneath.ts';
import { DAY_SECONDS } from '../../functions/publish/collect.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { keyOf } from '../../functions/store/table.ts';
import type { Change, SimulatedTable } from './table.ts';
import type { Import } from './universe.ts';

/** The error of a violated guarantee. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** A dataset that readers could see. */
export interface Seen {
  readonly head: Head;
  readonly since: number;
  /** Time when HEAD moved to the next dataset. Null while this one is current. */
  until: number | null;
  /** `publishedAt` of the next version, in milliseconds. Readers may ask for this version for a day from then on. */
  replacedAt: number | null;
  readonly records: readonly CenterRecord[];
  readonly reachable: ReadonlySet<string>;
  /** Ids of corrected or closed centers. The dataset also stores their records as they were imported. */
  readonly beneath: readonly string[];
  /** The import that the dataset is based on. */
  readonly base: Import;
}

/** Greatest difference between the clocks of two machines, in milliseconds. */
export const SKEW_MS = 5_000;

/** Observes all changes of the table, and checks that each keeps the guarantees. */
export class Watch {
  readonly seen: Seen[] = [];
  readonly bySeen = new Map<string, Seen>();
  /**
   * Centers whose purge was requested, with the time of the request. If the purge was acknowledged, they must never
   * return.
   */
  readonly purging = new Set<string>();
  readonly purged = new Set<string>();
  /** Returns the import of the publish that is about to move HEAD. */
  importOf: () => Import | null = () => null;
  readonly #table: SimulatedTable;
  readonly #pending: Promise<unknown>[] = [];
  readonly #now: () => number;
  readonly #onHead: (seen: Seen) => void;

  constructor(table: () => SimulatedTable, now: () => number, onHead: (seen: Seen) => void) {
    this.#now = now;
    this.#onHead = onHead;
    this.#table = new Proxy({} as SimulatedTable, {
      get: (_, name) => {
        const value = Reflect.get(table(), name);
        return typeof value === 'function' ? value.bind(table()) : value;
      },
    });
    this.changed = this.changed.bind(this);
  }

  get current(): Seen | undefined {
    return this.seen.at(-1);
  }

  /** Reads the leader's state of the table without taking virtual time. */
  readonly leader: DatasetReader = {
    read: async ({ hashes, head }) => {
      const bodies = new Map<string, Uint8Array>();
      const missing: string[] = [];
      for (const hash of hashes) {
        const { pk, sk } = keyOf.page(hash);
        const body = this.#table.peek(pk, sk)?.b;
        if (body instanceof Uint8Array) bodies.set(hash, body);
        else missing.push(hash);
      }
      if (missing.length > 0) throw new MissingContentError(missing);
      return { bodies, head: head ? this.#head() : undefined };
    },
    readVersion: async () => null,
  };

  #head(): Head | null {
    const { pk, sk } = keyOf.head();
    const item = this.#table.peek(pk, sk);
    return item === undefined ? null : headSchema.parse(item.head);
  }

  changed({ pk, sk, before, after }: Change): void {
    if (pk === 'DATASET' && sk === 'HEAD') {
      if (after === undefined) throw new Violation('HEAD was deleted');
      const head = headSchema.parse(after.head);
      const seconds = this.current?.head.revision ?? 0;
      if (head.revision !== seconds + 1) {
        throw new Violation(
          `HEAD moved from revision ${seconds} to ${head.revision}: one of two publishers was not told`,
        );
      }
      // Keeps a failure until checked() is called, because nobody awaits this promise yet.
      const check = this.#moved(head, this.importOf(), this.#restored(head));
      this.#pending.push(check.catch((error: unknown) => error));
    } else if (pk.startsWith('PAGE#') && before !== undefined && after === undefined) {
      this.#deleted(pk.slice('PAGE#'.length));
    }
  }

  /** Waits until the recent changes have been checked. */
  async checked(): Promise<void> {
    for (const failure of await Promise.all(this.#pending.splice(0))) if (failure !== undefined) throw failure;
  }

  /** The revision that a version restored, if a rollback published it. Null otherwise. */
  #restored({ publishedAt, version }: Head): number | null {
    const { pk, sk } = keyOf.version(publishedAt, version);
    const restores = this.#table.peek(pk, sk)?.restores;
    return typeof restores === 'number' ? restores : null;
  }

  async #moved(head: Head, imported: Import | null, restored: number | null): Promise<void> {
    const before = this.current;
    const base = restored === null ? (imported ?? before?.base) : this.#baseOf(restored);
    if (base === undefined) throw new Violation('HEAD moved before anything was published');
    const since = this.#now();
    if (before !== undefined) {
      before.until = since;
      before.replacedAt = Date.parse(head.publishedAt);
    }
    // Recorded before anything is awaited, because the next change may follow immediately.
    const seen: Seen = {
      head,
      since,
      until: null,
      replacedAt: null,
      records: [],
      reachable: new Set<string>(),
      beneath: [],
      base,
    };
    this.seen.push(seen);
    try {
      const [reachable, records, beneath] = await Promise.all([
        reachableFrom(head, this.leader),
        publishedRecords(head, this.leader),
        idsBeneath(head, this.leader),
      ]);
      for (const hash of reachable) {
        const { pk, sk } = keyOf.page(hash);
        if (this.#table.peek(pk, sk) === undefined) throw new MissingContentError([hash]);
      }
      Object.assign(seen, { reachable, records, beneath });
    } catch (error) {
      if (!(error instanceof MissingContentError)) throw error;
      throw new Violation(`HEAD names a dataset that is not complete (revision ${head.revision}): ${error.message}`);
    }
    this.#sameVersion(seen);
    this.bySeen.set(head.version, seen);
    for (const { center } of seen.records) {
      if (this.purged.has(center.id)) throw new Violation(`"${center.id}" is published again after its purge`);
    }
    this.#onHead(seen);
  }

  #baseOf(revision: number): Import | undefined {
    return this.seen.find(({ head }) => head.revision === revision)?.base;
  }

  /** A version is a hash of its records, so a repeated version must have the same records. */
  #sameVersion({ head, records }: Seen): void {
    const known = this.bySeen.get(head.version);
    if (known !== undefined && JSON.stringify(known.records) !== JSON.stringify(records))
      throw new Violation(`version ${head.version} holds other records than before`);
  }

  /** Pages that HEAD or a version of the last day needs must not be deleted. */
  #deleted(hash: string): void {
    for (const seen of this.seen) {
      if (seen.reachable.has(hash) && this.isPromised(seen))
        throw new Violation(`a page of revision ${seen.head.revision} was deleted, which is ${this.#ageOf(seen)}`);
    }
  }

  /**
   * True while readers may ask for a dataset: it is current or was replaced less than a day ago, and no center in it is
   * being purged.
   */
  isPromised({ replacedAt, records, beneath, base }: Seen): boolean {
    if ([...records.map(({ center }) => center.id), ...beneath].some((id) => this.purging.has(id))) return false;
    if (base.former.some(({ now }) => now !== null && this.purging.has(now))) return false;
    return replacedAt === null || this.#now() - replacedAt < DAY_SECONDS * 1_000 - 2 * SKEW_MS;
  }

  #ageOf({ replacedAt }: Seen): string {
    return replacedAt === null ? 'current' : `replaced ${Math.round((this.#now() - replacedAt) / 60_000)} minutes ago`;
  }
}
