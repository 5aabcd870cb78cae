import { NoAnswerError } from '../../client/problem-error.ts';
import type { AgentCenterAnswer } from '../../client/types.ts';
import type { Act, CenterCode, Conflict, Press, Seen, Sent, Team, TeamState } from '../ports.ts';
import { AgentCalls, SignedOutError } from './calls.ts';
import { entryOf, placeOf } from './entry.ts';
import { Probe } from './probe.ts';
import { Sender } from './sender.ts';
import type { Owner } from './shelf.ts';
import type { TeamOptions } from './team-options.ts';
import { undoOf } from './undo.ts';

/** Milliseconds after which an act that is still being sent is shown as waiting. */
const PATIENCE_MS = 4_000;
const MOST_SETTLED = 50;

/** Connects the signed-in person, the API and the stored acts. The console's parts use it as their `Team`. */
export class LiveTeam implements Team {
  readonly calls: AgentCalls;
  readonly #options: TeamOptions;
  readonly #sender: Sender;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #pending = new Map<string, (sent: Sent) => void>();
  /**
   * What the other person recorded, for each act in conflict. It contains that person's name, so it is kept in memory
   * only.
   */
  readonly #named = new Map<string, Seen>();
  #settled: readonly Sent[] = [];
  #owner: Owner | null = null;
  #order = 0;
  readonly #probe: Probe;
  #state: TeamState;

  /** @param owner The person whose acts were stored last. Null if there is none. */
  constructor(options: TeamOptions, owner: Owner | null) {
    const { signIn, fetch, site = '', shelf, channel, later, now = Date.now } = options;
    this.#options = options;
    this.#now = now;
    this.#owner = owner;
    this.calls = new AgentCalls({ site, fetch, tokens: signIn });
    this.#sender = new Sender({
      ...{ shelf, now, later },
      record: (act, ifMatch) => this.calls.record(act, ifMatch),
      owner: () => (signIn.session.kind === 'in' ? (this.#owner?.owner ?? null) : null),
      alone: (run) => options.alone(this.#owner?.owner ?? '', run),
      changed: () => this.#changed(),
      tell: (sent) => {
        this.#tell(sent);
        channel.post({ type: 'told', sent, steps: this.#sender.queue.steps[placeOf(sent.act)] ?? {} });
      },
    });
    this.#probe = new Probe({ site, fetch, later, answered: () => this.#reached() });
    this.#state = this.#read();
    channel.listen((message) => {
      if (message.type === 'signed-out') return void this.#signedOutElsewhere();
      if (message.type === 'told') {
        const { sent, steps } = message;
        void this.#sender.apply({ type: 'stepped', place: placeOf(sent.act), steps });
        this.#tell(sent);
      }
      return void this.#sender.load();
    });
    signIn.listen(() => void this.#signedInOrOut());
  }

  get state(): TeamState {
    return this.#state;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  signIn(): Promise<boolean> {
    return this.#options.signIn.begin();
  }

  async signOut(): Promise<void> {
    const { shelf, signIn } = this.#options;
    try {
      await this.calls.signOut();
    } catch (error) {
      // The sign-in may have ended already, which is fine. Any other failure is reported, because the tokens would stay
      // valid elsewhere.
      if (!(error instanceof SignedOutError)) throw error;
    }
    this.#options.channel.post({ type: 'signed-out' });
    if (this.#owner !== null) await shelf.keepOwner({ ...this.#owner, owner: null });
    signIn.leave();
  }

  async #signedOutElsewhere(): Promise<void> {
    const { signIn } = this.#options;
    try {
      await this.calls.signOut();
    } catch (error) {
      // Either the API no longer accepts this tab's token, or it did not answer. `over` forgets the token in both
      // cases, and the token expires within minutes.
      if (!(error instanceof SignedOutError || error instanceof NoAnswerError)) throw error;
    } finally {
      signIn.over();
    }
  }

  async center(id: string, signal?: AbortSignal): Promise<AgentCenterAnswer> {
    return this.watch(() => this.calls.center(id, signal));
  }

  async codes(signal?: AbortSignal): Promise<readonly CenterCode[]> {
    const { codes } = await this.watch(() => this.calls.codes(signal));
    return codes;
  }

  /** Runs a call, and notes whether the API answers. */
  async watch<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await call();
      this.#reached();
      return answer;
    } catch (error) {
      if (error instanceof NoAnswerError) this.lost();
      else if (!(error instanceof DOMException)) this.#reached();
      throw error;
    }
  }

  async send(press: Press): Promise<Sent> {
    const act: Act = { ...press, id: crypto.randomUUID() };
    const owner = this.#owner?.owner ?? null;
    if (owner === null) return { act, outcome: { kind: 'refused', problem: signInFirst } };
    const waited = this.#options.signIn.session.kind !== 'in';
    return this.#sent(act, () => this.#sender.press(entryOf(act, owner, this.#next(press), waited)));
  }

  undo(act: Act): Promise<Sent> {
    const seen = act.seen === null ? null : { version: act.seen.version, facts: {} };
    return this.send(undoOf(act, this.#now(), seen));
  }

  async decide(id: string, keep: 'mine' | 'theirs'): Promise<Sent | null> {
    const entry = this.#sender.queue.entries.find(({ act }) => act.id === id);
    if (entry?.theirs == null) return null;
    const theirs = this.#named.get(id) ?? entry.theirs;
    this.#named.delete(id);
    if (keep === 'theirs') {
      await this.#sender.apply({ type: 'decided', id, again: null });
      this.#sender.send();
      this.#options.channel.post({ type: 'changed' });
      return null;
    }
    const press = { ...entry.act, pressedAt: new Date(this.#now()).toISOString(), seen: theirs };
    const act: Act = { ...press, id: crypto.randomUUID() };
    return this.#sent(act, async () => {
      const again = entryOf(act, entry.owner, this.#next(press), false);
      await this.#sender.apply({ type: 'decided', id, again });
      this.#sender.send();
    });
  }

  dismiss(id: string): void {
    this.#settled = this.#settled.filter(({ act }) => act.id !== id);
    this.#changed();
  }

  /** Called when the browser reports a connection: tries to send at once. */
  async retry(): Promise<void> {
    await this.#sender.apply({ type: 'retry' });
    this.#sender.send();
    if (this.#state.offlineSince !== null) void this.#probe.ask();
  }

  lost(): void {
    void this.#sender.apply({ type: 'lost' });
  }

  /** Reads the stored acts and their owner. */
  async open(): Promise<void> {
    await this.#signedInOrOut();
    await this.#sender.load();
  }

  #reached(): void {
    if (this.#sender.queue.offlineSince === null) return;
    void this.#sender.apply({ type: 'reached' });
    this.#sender.send();
  }

  async #signedInOrOut(): Promise<void> {
    const { signIn, shelf } = this.#options;
    const { subject } = signIn;
    if (subject !== null) {
      const salt = this.#owner?.salt ?? crypto.randomUUID();
      const owner = await hash(salt + subject);
      if (this.#owner?.owner !== owner) {
        this.#owner = { salt, owner };
        // Stores who the person is. Otherwise, after a restart during an outage, nobody could tell whose acts are
        // stored.
        await shelf.keepOwner(this.#owner).catch(() => {});
      }
      await this.retry();
    }
    this.#changed();
  }

  /**
   * Sends an act.
   * @param start Stores the act.
   * @returns the outcome; after four seconds at the latest, that the act is waiting
   */
  #sent(act: Act, start: () => Promise<void>): Promise<Sent> {
    return new Promise((resolve, reject) => {
      const cancel = this.#options.later(() => answer({ act, outcome: { kind: 'waiting' } }), PATIENCE_MS);
      const answer = (sent: Sent): void => {
        cancel();
        this.#pending.delete(act.id);
        resolve(sent);
      };
      this.#pending.set(act.id, answer);
      start().then(() => {
        this.#options.channel.post({ type: 'changed' });
        // An act that cannot be sent now, because of an outage or a conflict of an earlier act, is reported as waiting
        // at once.
        if (this.#isHeld(act)) answer({ act, outcome: { kind: 'waiting' } });
      }, reject);
    });
  }

  #isHeld({ id }: Act): boolean {
    const { entries, offlineSince, retryAt } = this.#sender.queue;
    const entry = entries.find(({ act }) => act.id === id);
    return entry?.waited === true && (offlineSince === null || retryAt > this.#now());
  }

  #tell(sent: Sent): void {
    const { act, outcome } = sent;
    if (outcome.kind === 'conflict') this.#named.set(act.id, outcome.conflict.theirs);
    const waiting = this.#pending.get(act.id);
    if (waiting !== undefined) waiting(sent);
    if (waiting !== undefined || outcome.kind === 'waiting') return;
    this.#settled = [sent, ...this.#settled.filter((one) => one.act.id !== act.id)].slice(0, MOST_SETTLED);
    this.#changed();
  }

  /** Returns a number for a key press that is larger than those of this tab's earlier key presses. */
  #next({ pressedAt }: Press): number {
    this.#order = Math.max(this.#order + 1, Date.parse(pressedAt) * 1_000);
    return this.#order;
  }

  #read(): TeamState {
    const { entries, offlineSince } = this.#sender.queue;
    const own = entries.filter(({ owner }) => owner === this.#owner?.owner);
    const conflicts = own.flatMap(({ act, theirs }): Conflict[] =>
      theirs === null ? [] : [{ id: act.id, mine: act, theirs: this.#named.get(act.id) ?? theirs }],
    );
    return {
      session: this.#options.signIn.session,
      offlineSince: offlineSince === null ? null : new Date(offlineSince).toISOString(),
      waiting: own.filter(({ theirs }) => theirs === null).map(({ act }) => act),
      conflicts,
      settled: this.#settled,
    };
  }

  #changed(): void {
    this.#state = this.#read();
    this.#probe.watch(this.#state.offlineSince !== null);
    for (const listener of [...this.#listeners]) listener();
  }
}

const signInFirst = {
  type: 'about:blank',
  title: 'Sign in first',
  detail: 'Nobody is signed in, so nothing can be recorded. Nothing was written.',
};

async function hash(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
