import { type Profiler, Session } from 'node:inspector';

export interface ThreadProfile {
  readonly thread: 'main' | 'worker';
  readonly profile: Profiler.Profile;
}

export interface Profiling {
  stop(): Promise<ThreadProfile[]>;
}

type Post = (method: string, params?: object) => Promise<unknown>;
interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: object;
}
const MICROSECONDS = 500;

/** Starts to profile this thread and every worker of the process. */
export async function startProfiling(): Promise<Profiling> {
  const session = new Session();
  session.connect();
  const main: Post = (method, params) =>
    new Promise((resolve, reject) =>
      session.post(method, params, (error, result) => (error ? reject(error) : resolve(result))),
    );
  const workers = await workersOf(session, main);
  const all: readonly { readonly thread: ThreadProfile['thread']; readonly post: Post }[] = [
    { thread: 'main', post: main },
    ...workers.map((post) => ({ thread: 'worker' as const, post })),
  ];
  await Promise.all(
    all.map(async ({ post }) => {
      await post('Profiler.enable');
      await post('Profiler.setSamplingInterval', { interval: MICROSECONDS });
      await post('Profiler.start');
    }),
  );
  return {
    async stop() {
      const profiles = await Promise.all(
        all.map(async ({ thread, post }) => ({
          thread,
          profile: ((await post('Profiler.stop')) as { readonly profile: Profiler.Profile }).profile,
        })),
      );
      await main('NodeWorker.disable');
      session.disconnect();
      return profiles;
    },
  };
}

/** For each worker of the process, a function that posts inspector commands to it through the main thread's session. */
async function workersOf(session: Session, main: Post): Promise<Post[]> {
  const ids: string[] = [];
  const waiting = new Map<string, (reply: Reply) => void>();
  session.on('NodeWorker.attachedToWorker', ({ params }) => ids.push(params.sessionId));
  session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
    const reply = JSON.parse(params.message) as Reply;
    const key = `${params.sessionId} ${reply.id}`;
    waiting.get(key)?.(reply);
    waiting.delete(key);
  });
  await main('NodeWorker.enable', { waitForDebuggerOnStart: false });
  let last = 0;
  return ids.map((sessionId) => async (method, params = {}) => {
    const id = ++last;
    const { promise, resolve } = Promise.withResolvers<Reply>();
    waiting.set(`${sessionId} ${id}`, resolve);
    await main('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await promise;
    if (error !== undefined) throw new Error(`${method} in a worker: ${JSON.stringify(error)}`);
    return result;
  });
}
