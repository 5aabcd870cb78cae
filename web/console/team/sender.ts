import type { Act, Sent } from '../ports.ts';
import type { Answer, Entry } from './entry.ts';
import { due, type Effect, emptyQueue, type Queue, type QueueEvent, step, wakeAt } from './queue.ts';
import type { Shelf } from './shelf.ts';

export interface SenderOptions {
  readonly shelf: Shelf;
  /** Records one act; it never throws. */
  readonly record: (act: Act, ifMatch: string) => Promise<Answer>;
  /** Who is signed in, as entries name them; null for nobody. */
  readonly owner: () => string | null;
  /** Runs while no other tab does the same. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly changed: () => void;
  readonly tell: (sent: Sent) => void;
  /** Calls back after so many milliseconds. @returns what takes that back */
  readonly later: (run: () => void, ms: number) => () => void;
}

/** Sends what is kept, in order, one tab at a time. What to do is decided in `queue.ts`. */
export class Sender {
  readonly #options: SenderOptions;
  #queue: Queue = emptyQueue;
  /** Writes to the shelf, one after the other. */
  #writes: Promise<void> = Promise.resolve();
  /** Kept in memory alone, because the browser would not keep them. */
  readonly #unkept = new Set<string>();
  /** Deleted by this tab, which a read that began before may still show. */
  readonly #settled = new Set<string>();
  #running = false;
  #cancel = () => {};

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  get queue(): Queue {
    return this.#queue;
  }

  /** @returns once the entry is kept. It is sent afterwards. */
  async press(entry: Entry): Promise<void> {
    await this.apply({ type: 'pressed', entry });
    this.send();
  }

  /** Takes a step, and waits until the shelf has it. */
  apply(event: QueueEvent): Promise<void> {
    const { now, tell, changed } = this.#options;
    const { queue, effects } = step(this.#queue, event, now());
    this.#queue = queue;
    for (const effect of effects) if (effect.type === 'delete') this.#settled.add(effect.id);
    const told = effects.flatMap((effect) => (effect.type === 'tell' ? [effect.sent] : []));
    this.#writes = this.#writes.then(() => this.#keep(effects));
    const kept = this.#writes;
    changed();
    return kept.then(() => {
      // Only what the shelf has is said, so that nobody reads "recorded" and finds it waiting after a crash.
      for (const sent of told) tell(sent);
      if (told.length > 0) changed();
    });
  }

  /** Reads what other tabs kept, or recorded. */
  async load(): Promise<void> {
    await this.#writes;
    const before = new Set(this.#queue.entries.map(({ act }) => act.id));
    const all = await this.#options.shelf.all().catch(() => null);
    // What cannot be read cannot have changed: memory goes on alone.
    if (all === null) return;
    const kept = all.filter(({ act }) => !this.#settled.has(act.id));
    const isNew = ({ act }: Entry) => !before.has(act.id) || this.#unkept.has(act.id);
    const ids = new Set(kept.map(({ act }) => act.id));
    const others = this.#queue.entries.filter((entry) => isNew(entry) && !ids.has(entry.act.id));
    await this.apply({ type: 'loaded', entries: [...kept, ...others] });
  }

  /** Sends what is due, as soon as no other tab does. */
  send(): void {
    this.#cancel();
    if (this.#running) return;
    this.#running = true;
    const { alone } = this.#options;
    void alone(async () => {
      await this.load();
      await this.#sendAll();
    }).finally(() => {
      this.#running = false;
      this.#wake();
    });
  }

  async #sendAll(): Promise<void> {
    const { record, owner, now } = this.#options;
    const running = new Set<Promise<void>>();
    for (;;) {
      const who = owner();
      for (const { act, ifMatch } of who === null ? [] : due(this.#queue, who, now())) {
        await this.apply({ type: 'sending', id: act.id });
        const run = record(act, ifMatch)
          .then((answer) => this.apply({ type: 'answered', id: act.id, answer }))
          .finally(() => running.delete(run));
        running.add(run);
      }
      if (running.size === 0) return;
      await Promise.race(running);
    }
  }

  /** Tries again when it is time, also if nothing else happens. */
  #wake(): void {
    const { owner, now, later } = this.#options;
    const who = owner();
    if (who === null) return;
    const at = wakeAt(this.#queue, who, now());
    if (due(this.#queue, who, now()).length > 0) this.send();
    else if (at !== null) this.#cancel = later(() => this.send(), Math.max(0, at - now()));
  }

  async #keep(effects: readonly Effect[]): Promise<void> {
    const { shelf } = this.#options;
    for (const effect of effects) {
      if (effect.type === 'put')
        await shelf.put(effect.entry).then(
          () => this.#unkept.delete(effect.entry.act.id),
          // Sent all the same, while the page is open.
          () => this.#unkept.add(effect.entry.act.id),
        );
      // An act that stays is sent once more after the next start, and the API knows it already.
      if (effect.type === 'delete') await shelf.delete(effect.id).catch(() => {});
    }
  }
}
