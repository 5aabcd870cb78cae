/** A participant of a run: one call of the code under test, with its own random numbers. */
export interface Actor {
  readonly index: number;
  /** Seeded by the run and by this actor's index, so that leaving out another actor does not change these numbers. */
  readonly random: () => number;
  /** True if the actor's process ended in the middle. It then never gets another answer. */
  dead: boolean;
}

interface Event {
  readonly at: number;
  readonly order: number;
  readonly actor: Actor;
  readonly run: () => void;
}

const realImmediate = globalThis.setImmediate;

/**
 * Virtual time: handles events in order. Between two events it runs everything that the code under test does without
 * waiting. Nothing depends on the machine's clock, so a run can be repeated exactly.
 */
export class VirtualTime {
  now: number;
  /** The actor whose code is running. */
  current: Actor;
  readonly #events: Event[] = [];
  #order = 0;
  #immediates = 0;
  readonly #deadlines = new Set<{ readonly at: number; readonly controller: AbortController }>();

  constructor(now: number, nobody: Actor) {
    this.now = now;
    this.current = nobody;
  }

  /** Replaces the process's clocks, timers and random numbers. */
  install(): void {
    globalThis.simulatedTimers = { sleep: (ms, value, options) => this.#sleep(ms, value, options?.signal) };
    Math.random = () => this.current.random();
    Date.now = () => this.now;
    Object.defineProperty(performance, 'now', { value: () => this.now, configurable: true });
    AbortSignal.timeout = (ms) => {
      const controller = new AbortController();
      this.#deadlines.add({ at: this.now + ms, controller });
      return controller.signal;
    };
    globalThis.setImmediate = ((task: (...given: unknown[]) => void, ...given: unknown[]) => {
      this.#immediates += 1;
      const actor = this.current;
      return realImmediate(() => {
        this.#immediates -= 1;
        this.current = actor;
        task(...given);
      });
    }) as typeof setImmediate;
  }

  at(moment: number, run: () => void, actor: Actor = this.current): void {
    // Clocks of real machines count whole milliseconds.
    const event = { at: Math.ceil(moment), order: this.#order++, actor, run };
    // Adds an event to a binary heap, whose first event is the earliest.
    let index = this.#events.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (isBefore(this.#events[parent] as Event, event)) break;
      this.#events[index] = this.#events[parent] as Event;
      index = parent;
    }
    this.#events[index] = event;
  }

  /** Runs the next event and all code that follows without waiting. @returns false if there is no event */
  async step(): Promise<boolean> {
    const event = this.#take();
    if (event === undefined) return false;
    if (event.actor.dead) return true;
    this.now = Math.max(this.now, event.at);
    for (const deadline of this.#deadlines) {
      if (deadline.at > this.now) continue;
      this.#deadlines.delete(deadline);
      deadline.controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }
    this.current = event.actor;
    event.run();
    await this.settle();
    return true;
  }

  /** Waits until all code has run that does not wait for an event. */
  async settle(): Promise<void> {
    do await new Promise<void>((resolve) => realImmediate(resolve));
    while (this.#immediates > 0);
  }

  #sleep(ms: number, value: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const give = () => reject(signal?.reason);
      if (signal?.aborted) return give();
      signal?.addEventListener('abort', give, { once: true });
      this.at(this.now + ms, () => resolve(value));
    });
  }

  #take(): Event | undefined {
    const [first] = this.#events;
    const last = this.#events.pop();
    if (first === undefined || last === undefined || this.#events.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= this.#events.length) break;
      const other = this.#events[child + 1];
      if (other !== undefined && isBefore(other, this.#events[child] as Event)) child += 1;
      if (isBefore(last, this.#events[child] as Event)) break;
      this.#events[index] = this.#events[child] as Event;
      index = child;
    }
    this.#events[index] = last;
    return first;
  }
}

const isBefore = (one: Event, other: Event): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);
