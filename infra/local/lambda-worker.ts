import { parentPort, workerData } from 'node:worker_threads';

/** The data that a worker thread gets when it starts. */
export interface WorkerStart {
  readonly moduleUrl: string;
  readonly exportName: string;
  readonly functionName: string;
  readonly memoryMb: number;
}
/**
 * A message that starts one invocation. The event is JSON text, because Lambda and a function exchange nothing else.
 */
export interface InvocationMessage {
  readonly eventJson: string;
  readonly requestId: string;
  /** When the invocation times out, in milliseconds since 1970. */
  readonly deadline: number;
}
export type ReplyMessage =
  | { readonly kind: 'ready' }
  /** A text in `body` is sent beside the rest: as JSON it would be escaped here and parsed there, for nothing. */
  | { readonly kind: 'result'; readonly json: string; readonly body?: string }
  /** What the function wrote. */
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'error'; readonly name: string; readonly message: string; readonly stack: string | undefined };

type Handler = (event: unknown, context: object) => unknown;

const { moduleUrl, exportName, functionName, memoryMb } = workerData as WorkerStart;
const reply = (message: ReplyMessage): void => parentPort?.postMessage(message);

// A message for each line; a thread's own streams take three, and a stream on either side.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array, ...others: unknown[]): boolean => {
    reply({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
    const written = others.at(-1);
    if (typeof written === 'function') queueMicrotask(() => written());
    return true;
  };
}

const module: Record<string, unknown> = await import(moduleUrl);
const exported = module[exportName];
if (typeof exported !== 'function') throw new Error(`the bundle does not export a function "${exportName}"`);
const handler = exported as Handler;

parentPort?.on('message', async ({ eventJson, requestId, deadline }: InvocationMessage) => {
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:000000000000:function:${functionName}`,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    memoryLimitInMB: String(memoryMb),
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  try {
    const result = await handler(JSON.parse(eventJson), context);
    reply(resultMessage(result));
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    reply({ kind: 'error', name, message, stack });
  }
});
function resultMessage(result: unknown): ReplyMessage {
  if (typeof result !== 'object' || result === null || !('body' in result) || typeof result.body !== 'string') {
    return { kind: 'result', json: JSON.stringify(result ?? null) };
  }
  const { body, ...others } = result;
  return { kind: 'result', json: JSON.stringify(others), body };
}

reply({ kind: 'ready' });
