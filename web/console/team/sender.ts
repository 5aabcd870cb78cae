import type { Act, Sent } from '../ports.ts';
import type { Answer, Entry } from './entry.ts';
import { due, type Effect, emptyQueue, type Queue, type QueueEvent, step, wakeAt } from './queue.ts';
import type { Shelf } from './shelf.ts';

export interface SenderOptions {
  readonly shelf: Shelf;
  /** Records one act. Never throws. */
  readonly record: (act: Act, ifMatch: string) => Promise<Answer>;
  /** The signed-in person's hash, as stored with acts; null if nobody is signed in. */
  readonly owner: () => string | null;
  /** Runs a function, but never in two tabs at the same time. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  readonly changed: () => void;
  readonly tell: (sent: Sent) => void;
  /** Runs a function after so many milliseconds. @returns a function that cancels it */
  readonly later: (run: () => void, ms: number) => () => void;
}

/** Sends stored acts in order, from one tab at a time. `queue.ts` decides what to send. */
export class Sender {
  readonly #options: SenderOptions;
  #queue: Queue = emptyQueue;
  /** The last of the database writes, which run one after the other. */
  #writes: Promise<void> = Promise.resolve();
  /** Ids of acts that are in memory only, because the browser did not store them. */
  readonly #unkept = new Set<string>();
  /** Ids of acts that this tab deleted. A read that began before the deletion may still return them. */
  readonly #settled = new Set<string>();
  #running = false;
  #cancel = () => {};

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  get queue(): Queue {
    return this.#queue;
  }

  /**
   * Stores an act.
   * @returns a promise that resolves once the act is stored; it is sent afterwards
   */
  async press(entry: Entry): Promise<void> {
    await this.apply({ type: 'pressed', entry });
    this.send();
  }

  /** Applies an event to the queue. Resolves when the database has the result. */
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
      // Reports results only when the database has them. Otherwise, after a crash, an act that was reported as recorded
      // could appear as waiting again.
      for (const sent of told) tell(sent);
      if (told.length > 0) changed();
    });
  }

  /** Loads acts that other tabs stored or finished. */
  async load(): Promise<void> {
    await this.#writes;
    const before = new Set(this.#queue.entries.map(({ act }) => act.id));
    const all = await this.#options.shelf.all().catch(() => null);
    // If the database cannot be read, the acts in memory stay as they are.
    if (all === null) return;
    const kept = all.filter(({ act }) => !this.#settled.has(act.id));
    const isNew = ({ act }: Entry) => !before.has(act.id) || this.#unkept.has(act.id);
    const ids = new Set(kept.map(({ act }) => act.id));
    const others = this.#queue.entries.filter((entry) => isNew(entry) && !ids.has(entry.act.id));
    await this.apply({ type: 'loaded', entries: [...kept, ...others] });
  }

  /** Sends what is due, once no other tab is sending. */
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

  /** Sets a timer for the next attempt. */
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
          // The browser did not store the act. It is in memory only, and is still sent while the page is open.
          () => this.#unkept.add(effect.entry.act.id),
        );
      // If the deletion fails, the act is sent again after the page's next start. The API recognizes it by its id.
      if (effect.type === 'delete') await shelf.delete(effect.id).catch(() => {});
    }
  }
}
