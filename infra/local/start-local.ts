import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { AgentStore } from '../../functions/store/agent-store.ts';
import { dynamoFullStore } from '../../functions/store/dynamo-full.ts';
import { writeBudget } from '../../functions/store/retry.ts';
import type { DatasetStore, Standing } from '../../functions/store/store.ts';
import { readStack, type SynthesizedStack, synthesize } from './assembly.ts';
import { startBucket } from './bucket.ts';
import { controlPrefix } from './control-plane.ts';
import { countText, formerToServe, recordsToServe } from './data.ts';
import { ensureTable, localTableName, startEngine } from './engine.ts';
import type { WireRequest, WireResponse } from './http.ts';
import { Player } from './play.ts';
import { seed } from './seed.ts';
import { serveDomain } from './server.ts';
import { startSignIn } from './sign-in.ts';
import { checkFolder, checkTable, markPublished, writingTo } from './store-health.ts';
import { takeFolder } from './store-lock.ts';
import { readDeclaration } from './template.ts';
import { localBucketName, publishing } from './uploads.ts';

export interface LocalOptions {
  /** Port of the website's domain; 0 chooses a free port. @default 0 */
  readonly port?: number;
  /** Port of the API's own domain; 0 chooses a free port. @default 0 */
  readonly apiPort?: number;
  /** Port of the issuer of access tokens; 0 chooses a free port. @default 0 */
  readonly authPort?: number;
  /**
   * True to apply the website's limits too: the firewall's per IP address, and those of the website's key. @default
   * false
   */
  readonly limits?: boolean;
  /**
   * What to publish: the path of a file or folder of records, records, or null for nothing. @default the listings and
   * the examples
   */
  readonly data?: string | readonly CenterRecord[] | null;
  /**
   * Folder to keep the table in. If it has a dataset, that is served as it is, whatever `data` says. @default in memory
   */
  readonly store?: string;
  /**
   * URL of an issuer of access tokens, for tests. Closing the server does not close it. @default an own provider with
   * three example people
   */
  readonly issuer?: string | undefined;
  /** Command to run instead of cdk.json's `app`, for tests. */
  readonly app?: string;
  /** Folder with a cloud assembly that is served as it is. @default the application is synthesized */
  readonly assembly?: string | undefined;
  /** Receives a line after each step of starting. */
  readonly progress?: (line: string) => void;
  /** Receives what the functions print, as CloudWatch would. @default standard error */
  readonly log?: (text: string) => void;
  /** Stops the start when it aborts. */
  readonly signal?: AbortSignal;
}

export interface Local {
  /** URL of the website, such as `http://127.0.0.1:3000`, without a closing slash. */
  readonly url: string;
  /** URL of the API's own domain. */
  readonly apiUrl: string;
  /** An API key on the partners' plan that exists from the beginning. */
  readonly demoKey: string;
  /** URL of the control plane, for `npm run keys -- … --endpoint`. */
  readonly controlUrl: string;
  /** URL of the issuer of access tokens. */
  readonly issuer: string;
  /** URL of the DynamoDB engine, for other clients. */
  readonly endpoint: string;
  readonly tableName: string;
  /** URL of the bucket for uploads, for other clients. */
  readonly bucketEndpoint: string;
  readonly bucketName: string;
  /** The dataset that a kept store already had, and that is served. Null if the data was published. */
  readonly kept: Standing | null;
  /** The application that was served first. */
  readonly stack: SynthesizedStack;
  /**
   * Serves another synthesized application from now on, with the same table.
   * @throws Error if the application cannot be served
   */
  replace(stack: SynthesizedStack): Promise<void>;
  close(): Promise<void>;
}

/**
 * Runs what the synthesized application declares, on 127.0.0.1. If anything fails, everything is stopped.
 * @throws {DataError} for faulty data, {PortTakenError}, {StoreInUseError}, {StoreKeptError}, {StoreDamagedError},
 * {StoreFullError}, Error for an application that does not synthesize
 */
export async function startLocal(options: LocalOptions = {}): Promise<Local> {
  const {
    port = 0,
    apiPort = 0,
    authPort = 0,
    limits = false,
    data,
    store,
    issuer: otherIssuer,
    app,
    assembly,
    signal,
    progress = () => {},
    log = (text) => process.stderr.write(text),
  } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'locator-run-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));

    // Opens the ports first: it takes no time to find out that one is taken, while everything after it takes seconds.
    const open = async (variable: string, wanted: number) => {
      const domain = Promise.withResolvers<(request: WireRequest) => Promise<WireResponse>>();
      domain.promise.catch(() => {});
      const server = await serveDomain(
        { port: wanted, variable },
        async (request) => (await domain.promise)(request),
        (error) => log(`${error}\n`),
      );
      closers.push(async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      });
      return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, serve: domain.resolve };
    };
    const website = await open('PORT', port);
    const ownDomain = await open('API_PORT', apiPort);
    const { host } = website;
    const { port: websitePort } = new URL(`http://${host}`);
    const callbacks = ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${websitePort}/console`);
    const signIn = otherIssuer === undefined ? await startSignIn(authPort, callbacks) : null;
    if (signIn !== null) closers.push(signIn.close);
    const issuer = signIn?.issuer ?? otherIssuer ?? '';

    if (store !== undefined) {
      closers.push(await takeFolder(store));
      await checkFolder(store);
    }
    const engine = await startEngine(store);
    closers.push(engine.close);
    // Synthesis runs in another process while the data is read. If either fails, the other is stopped.
    const stop = new AbortController();
    const ended = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]);
    const synthesis = assembly === undefined ? synthesize(folder, { app, signal: ended }) : readStack(assembly);
    closers.push(async () => {
      stop.abort();
      await synthesis.catch(() => {});
    });
    const records = () => step(readRecords(data, progress), (read) => progress(`${countText(read)} read`));
    const [stack, read] = await Promise.all([
      step(synthesis, () =>
        progress(assembly === undefined ? 'application synthesized' : `application read from ${assembly}`),
      ),
      // If there is a kept store, it may already have a dataset, so the records are only read when they are needed.
      store === undefined ? records() : null,
    ]);
    signal?.throwIfAborted();
    const { table, uploads } = readDeclaration(stack);
    await ensureTable(engine.client, table);
    progress(`table ready${store === undefined ? '' : ` in ${store}`}`);

    const bucket = await startBucket();
    closers.push(bucket.close);
    const player = await Player.start(
      { host, endpoint: engine.endpoint, bucketEndpoint: bucket.endpoint, limits, issuer, demoKey, log },
      stack,
    );
    closers.push(() => player.close());
    bucket.onCreated(publishing(player, log));
    const documents = DynamoDBDocumentClient.from(engine.client, { marshallOptions: { removeUndefinedValues: true } });
    const kept = await keeping(
      store,
      dynamoFullStore({ client: documents, tableName: localTableName(table), reading: writeBudget }),
      (full) =>
        seed({
          store: full,
          folder: store ?? 'memory',
          named: data !== undefined && data !== null,
          records: async () => read ?? records(),
          former: async () => (typeof data === 'object' ? [] : formerToServe(data)),
          progress,
        }),
    );
    website.serve(player.website);
    ownDomain.serve(player.ownDomain);
    return {
      url: `http://${host}`,
      apiUrl: `http://${ownDomain.host}`,
      demoKey,
      controlUrl: `http://${ownDomain.host}${controlPrefix}`,
      issuer,
      endpoint: engine.endpoint,
      tableName: localTableName(table),
      bucketEndpoint: bucket.endpoint,
      bucketName: localBucketName(uploads),
      kept,
      stack,
      replace: (next) => player.replace(next),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A fixed key, so that a curl command from the documentation works without changes. It is only valid for this machine's
 * own API.
 */
const demoKey = 'demo-key-for-this-machine-only';

/** Seeds a table; a kept one is checked first, so that a damaged one is never served or overwritten. */
async function keeping<Result>(
  folder: string | undefined,
  store: DatasetStore & AgentStore,
  task: (store: DatasetStore & AgentStore) => Promise<Result>,
): Promise<Result> {
  if (folder === undefined) return task(store);
  await checkTable(folder, store);
  const result = await writingTo(folder, () => task(store));
  const standing = await store.readStanding();
  if (standing !== null) await markPublished(folder, standing.version);
  return result;
}

async function step<T>(work: Promise<T>, done: (result: T) => void): Promise<T> {
  const result = await work;
  done(result);
  return result;
}

async function readRecords(
  data: LocalOptions['data'],
  progress: (line: string) => void,
): Promise<readonly CenterRecord[]> {
  if (data === null) return [];
  return typeof data === 'object' ? data : recordsToServe(data, progress);
}
