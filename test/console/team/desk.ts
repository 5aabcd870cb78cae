import type { Session } from '../../../web/console/ports.ts';
import { memoryShelf, type Shelf } from '../../../web/console/team/shelf.ts';
import { LiveTeam } from '../../../web/console/team/team.ts';
import type { Channel, SignIn, TabMessage } from '../../../web/console/team/team-options.ts';
import type { serveAgents } from '../../agent/serve.ts';

type Served = Awaited<ReturnType<typeof serveAgents>>;

/** The API over a connection that a test can cut, either before the request arrives or before its answer does. */
export function connection({ ask }: Pick<Served, 'ask'>) {
  const wire = { cut: null as null | 'before' | 'after', requests: 0 };
  const down = () => new TypeError('fetch failed');
  const fetch = (async (target: string, init: RequestInit = {}) => {
    wire.requests += 1;
    if (wire.cut === 'before') throw down();
    const headers = Object.fromEntries(new Headers(init.headers));
    const { method = 'GET', body } = init;
    const given = { method, headers, ...(typeof body === 'string' ? { body } : {}) };
    const answer = await ask(target, null, given);
    if (wire.cut !== null) throw down();
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  }) as typeof globalThis.fetch;
  return Object.assign(wire, { fetch });
}

/** A browser: the state that its tabs share. */
export function browser() {
  const tabs = new Set<(message: TabMessage) => void>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    shelf: memoryShelf(),
    /** One task after the other, like Web Locks. */
    alone: (_: string, run: () => Promise<void>): Promise<void> => {
      const next = last.then(run);
      last = next.catch(() => {});
      return next;
    },
    channel(): Channel {
      let own: ((message: TabMessage) => void) | null = null;
      return {
        post: (message) => {
          for (const tab of tabs) if (tab !== own) tab(message);
        },
        listen: (listener) => {
          own = listener;
          tabs.add(listener);
        },
      };
    },
  };
}

/** A person who is signed in with a token from the test's issuer. */
export function signedInAs(name: string, token: () => string): SignIn & { set(session: Session): void } {
  const listeners = new Set<() => void>();
  let session: Session = { kind: 'in', person: { name, groups: ['agent'] } };
  return {
    get session() {
      return session;
    },
    get subject() {
      return session.kind === 'in' ? name : null;
    },
    token: async () => (session.kind === 'in' ? token() : null),
    renew: async () => null,
    over() {
      this.set({ kind: 'out', ended: true });
    },
    begin: async () => true,
    leave() {
      this.set({ kind: 'out', ended: false });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      session = next;
      for (const listener of listeners) listener();
    },
  };
}

export interface TabOptions {
  readonly shared: ReturnType<typeof browser>;
  readonly signIn: SignIn;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Stops this tab, as a crash would. */
  readonly crash?: AbortSignal;
}

export async function openTab({ shared, signIn, fetch, now, crash }: TabOptions): Promise<LiveTeam> {
  const never = new Promise<never>(() => {});
  const alive = <Value>(value: Promise<Value>): Promise<Value> => (crash?.aborted ? never : value);
  const shelf: Shelf = {
    put: (entry) => alive(shared.shelf.put(entry)),
    delete: (id) => (crash?.aborted ? never : shared.shelf.delete(id)),
    all: () => alive(shared.shelf.all()),
    owner: () => shared.shelf.owner(),
    keepOwner: (owner) => shared.shelf.keepOwner(owner),
  };
  const team = new LiveTeam(
    {
      ...{ signIn, shelf, now },
      channel: shared.channel(),
      fetch: (...given) => (crash?.aborted ? never : fetch(...given)),
      // A closed tab holds no lock.
      alone: (owner, run) => shared.alone(owner, () => Promise.race([run(), aborted(crash)])),
      later: (run, ms) => {
        const timer = setTimeout(() => (crash?.aborted ? undefined : run()), ms);
        return () => clearTimeout(timer);
      },
    },
    await shelf.owner(),
  );
  await team.open();
  return team;
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve());
  });
