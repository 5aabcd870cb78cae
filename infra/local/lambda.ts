import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunctionDeclaration } from './declaration.ts';
import { localCredentials, localRegion } from './engine.ts';
import type { InvocationMessage, ReplyMessage, WorkerStart } from './lambda-worker.ts';

export type Invocation =
  | { readonly ok: true; readonly payload: unknown }
  /** `failed`: the function threw, ended its process or did not load, or its answer was larger than Lambda allows. */
  | { readonly ok: false; readonly reason: 'failed' | 'timeout' };

export interface LambdaFunction {
  invoke(event: object, requestId: string): Promise<Invocation>;
  /** Starts an environment before the first invocation. @throws Error if the module does not load */
  warm(): Promise<void>;
  /** Ends the environments, but lets running invocations finish. */
  retire(): Promise<void>;
  close(): Promise<void>;
}

export interface LambdaOptions {
  readonly declaration: FunctionDeclaration;
  /** The function's own environment variables, with all references resolved. */
  readonly environment: Readonly<Record<string, string>>;
  readonly endpoint: string;
  /** Receives the function's output, and the reason if an invocation fails. */
  readonly log: (text: string) => void;
}

/** Maximum size in bytes of the answer of a synchronous invocation in Lambda. */
const maximumAnswerBytes = 6 * 1024 * 1024;

type ResultMessage = Extract<ReplyMessage, { readonly kind: 'result' }>;

/** Measured as JSON, in which a character takes at most six bytes. */
function isTooLarge({ json, body = '' }: ResultMessage): boolean {
  if ((json.length + body.length) * 6 < maximumAnswerBytes) return false;
  return Buffer.byteLength(json) + Buffer.byteLength(JSON.stringify(body)) > maximumAnswerBytes;
}

function payloadOf({ json, body }: ResultMessage): unknown {
  const payload: unknown = JSON.parse(json);
  return body === undefined ? payload : { ...(payload as object), body };
}

interface Environment {
  readonly worker: Worker;
  readonly ready: Promise<void>;
  /** Ends the running invocation with this reply; undefined if none is running. */
  settle:
    | ((reply: Exclude<ReplyMessage, { readonly kind: 'log' }> | { kind: 'gone'; error: Error }) => void)
    | undefined;
}

/**
 * Runs a function's bundle the way Lambda does: in separate environments (worker threads), one invocation at a time in
 * each. Adds an environment if all are busy, and replaces one that crashed or timed out.
 */
export function runLambda({ declaration, environment, endpoint, log }: LambdaOptions): LambdaFunction {
  const { id, folder, handler, timeoutMs, memoryMb, concurrency } = declaration;
  const dot = handler.lastIndexOf('.');
  const start: WorkerStart = {
    moduleUrl: pathToFileURL(join(folder, `${handler.slice(0, dot)}.mjs`)).href,
    exportName: handler.slice(dot + 1),
    functionName: id,
    memoryMb,
  };
  // No variable of this process's own environment is passed on, so that a function sees only what Lambda and the
  // template give it.
  const env = {
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_LAMBDA_FUNCTION_NAME: id,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: folder,
    TZ: ':UTC',
    ...environment,
  };
  const maximum = concurrency ?? Math.max(2, availableParallelism());
  const idle: Environment[] = [];
  const all = new Set<Environment>();
  const waiting: ((environment: Environment) => void)[] = [];
  let closed = false;
  let underWay = 0;
  let idleAgain = (): void => {};

  function open(): Environment {
    const worker = new Worker(new URL('lambda-worker.ts', import.meta.url), {
      workerData: start,
      env,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    worker.stdout.on('data', (chunk: Buffer) => log(chunk.toString()));
    worker.stderr.on('data', (chunk: Buffer) => log(chunk.toString()));
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
    ready.catch(() => {});
    const opened: Environment = { worker, ready, settle: undefined };
    all.add(opened);
    const gone = (error: Error): void => {
      all.delete(opened);
      if (idle.includes(opened)) idle.splice(idle.indexOf(opened), 1);
      reject(error);
      opened.settle?.({ kind: 'gone', error });
    };
    worker.on('message', (message: ReplyMessage) => {
      if (message.kind === 'log') log(message.text);
      else if (message.kind === 'ready') resolve();
      else opened.settle?.(message);
    });
    worker.on('error', (error) => gone(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => gone(new Error(`the function ended its process with ${code}`)));
    return opened;
  }

  function take(): Promise<Environment> | Environment {
    const free = idle.pop();
    if (free) return free;
    if (all.size < maximum) return open();
    return new Promise((resolve) => waiting.push(resolve));
  }

  function giveBack(environment: Environment): void {
    const next = waiting.shift();
    if (!next) {
      if (all.has(environment)) idle.push(environment);
      return;
    }
    next(all.has(environment) ? environment : open());
  }

  const end = async (): Promise<void> => {
    closed = true;
    await Promise.all([...all].map(({ worker }) => worker.terminate()));
  };

  async function invokeOne(event: object, requestId: string): Promise<Invocation> {
    const environment = await take();
    const { promise, resolve } = Promise.withResolvers<Invocation>();
    const timer = setTimeout(() => {
      log(`${id}: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds\n`);
      all.delete(environment);
      resolve({ ok: false, reason: 'timeout' });
      void environment.worker.terminate();
    }, timeoutMs);
    environment.settle = (reply) => {
      if (reply.kind === 'result') {
        const tooLarge = isTooLarge(reply);
        if (tooLarge) log(`${id}: the answer exceeds Lambda's 6 MB\n`);
        resolve(tooLarge ? { ok: false, reason: 'failed' } : { ok: true, payload: payloadOf(reply) });
      } else if (reply.kind !== 'ready') {
        const error = reply.kind === 'gone' ? reply.error : reply;
        if (!closed) log(`${id}: ${error.stack ?? error.message}\n`);
        resolve({ ok: false, reason: 'failed' });
      }
    };
    const message: InvocationMessage = {
      eventJson: JSON.stringify(event),
      requestId,
      deadline: Date.now() + timeoutMs,
    };
    environment.ready.then(
      () => environment.worker.postMessage(message),
      (error: Error) => environment.settle?.({ kind: 'gone', error }),
    );
    const invocation = await promise;
    clearTimeout(timer);
    environment.settle = undefined;
    giveBack(environment);
    return invocation;
  }

  return {
    async invoke(event, requestId) {
      if (closed) return { ok: false, reason: 'failed' };
      underWay += 1;
      try {
        return await invokeOne(event, requestId);
      } finally {
        underWay -= 1;
        if (underWay === 0) idleAgain();
      }
    },
    async warm() {
      const environment = open();
      await environment.ready;
      giveBack(environment);
    },
    async retire() {
      if (underWay > 0) await new Promise<void>((resolve) => (idleAgain = resolve));
      await end();
    },
    close: end,
  };
}
