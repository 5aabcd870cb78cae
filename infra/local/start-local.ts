import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import type { Standing } from '../../functions/store/store.ts';
import { stackName, usagePlanName } from '../names.ts';
import { ApiKeys } from './api-keys.ts';
import { synthesise } from './assembly.ts';
import { startBucket } from './bucket.ts';
import { controlPlane, controlPrefix } from './control-plane.ts';
import { recordsToServe } from './data.ts';
import type { Declaration } from './declaration.ts';
import { edge } from './edge.ts';
import { ensureTable, localRegion, localTableName, startEngine } from './engine.ts';
import { firewall } from './firewall.ts';
import { Gateway } from './gateway.ts';
import type { WireRequest, WireResponse } from './http.ts';
import { type References, resolveSecrets, resolveText } from './intrinsics.ts';
import { type LambdaFunction, runLambda } from './lambda.ts';
import { Limits } from './limits.ts';
import { seed } from './seed.ts';
import { serveDomain } from './server.ts';
import { siteFiles } from './site-files.ts';
import { takeFolder } from './store-lock.ts';
import { readDeclaration } from './template.ts';
import { localBucketName, publishing } from './uploads.ts';

export interface LocalOptions {
  /** The website's domain. 0 takes a free one. @default 0 */
  readonly port?: number;
  /** The API's own domain. 0 takes a free one. @default 0 */
  readonly apiPort?: number;
  /** Plays the website's limits too: the firewall's for each address, and its key's. @default false */
  readonly limits?: boolean;
  /** A file or folder of records, records themselves, or nothing to publish. @default the listings and the examples */
  readonly data?: string | readonly CenterRecord[] | null;
  /** A folder to keep the table in; a dataset in it is served as it is, whatever the data. @default in memory */
  readonly store?: string;
  /** Another application than cdk.json's, for tests. */
  readonly app?: string;
  /** Gets a line for each step of starting. */
  readonly progress?: (line: string) => void;
  /** Gets what the functions write, as CloudWatch would. @default standard error */
  readonly log?: (text: string) => void;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
}

export interface Local {
  /** Such as `http://127.0.0.1:3000`, without a closing slash. */
  readonly url: string;
  /** The API's own domain. */
  readonly apiUrl: string;
  /** A key of the partners' plan that is there from the start. */
  readonly demoKey: string;
  /** Where `npm run keys -- … --endpoint` finds the keys. */
  readonly controlUrl: string;
  /** Where the engine listens, for a client of one's own. */
  readonly endpoint: string;
  readonly tableName: string;
  /** Where the bucket of uploads is, for a client of one's own. */
  readonly bucketEndpoint: string;
  readonly bucketName: string;
  /** The dataset that a kept store had, and that is served; null where the data was published. */
  readonly kept: Standing | null;
  close(): Promise<void>;
}

/**
 * Runs what the synthesised application declares, on 127.0.0.1. Either everything runs, or nothing is left behind.
 * @throws {DataError} for faulty data, {PortTakenError}, {StoreInUseError}, {StoreKeptError}, Error for an application that does not synthesise
 */
export async function startLocal(options: LocalOptions = {}): Promise<Local> {
  const {
    port = 0,
    apiPort = 0,
    limits = false,
    data,
    store,
    app,
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

    // The ports first: whether they are free is known at once, the rest takes seconds.
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

    if (store !== undefined) closers.push(await takeFolder(store));
    const engine = await startEngine(store);
    closers.push(engine.close);
    // Synthesis is another process; the data is read beside it. Whichever fails first ends the other.
    const stop = new AbortController();
    const synthesis = synthesise(folder, { app, signal: AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]) });
    closers.push(async () => {
      stop.abort();
      await synthesis.catch(() => {});
    });
    const records = () => step(readRecords(data, progress), ({ length }) => progress(`${length} centers read`));
    const [stack, read] = await Promise.all([
      step(synthesis, () => progress('application synthesised')),
      // A kept store may have a dataset, and then these may not be needed.
      store === undefined ? records() : null,
    ]);
    signal?.throwIfAborted();
    const declaration = readDeclaration(stack);
    const { table, functions, api, site } = declaration;
    await ensureTable(engine.client, table);
    progress(`table ready${store === undefined ? '' : ` in ${store}`}`);

    const bucket = await startBucket();
    closers.push(bucket.close);
    const references = standIns(declaration, host);
    const lambdas = new Map<string, LambdaFunction>();
    closers.push(() => Promise.all([...lambdas.values()].map((lambda) => lambda.close())));
    for (const [id, one] of functions) {
      const environment = Object.fromEntries(
        Object.entries(one.environment).map(([name, value]) => [
          name,
          // What the template says of the CDN's domain holds here, but for the certificate.
          resolveText(value, references).replaceAll(`https://${host}`, `http://${host}`),
        ]),
      );
      const environmentOf = {
        ...environment,
        ...(id === declaration.uploads.functionId && { AWS_ENDPOINT_URL_S3: bucket.endpoint }),
      };
      lambdas.set(id, runLambda({ declaration: one, environment: environmentOf, endpoint: engine.endpoint, log }));
    }
    bucket.onCreated(publishing(declaration.uploads, lambdas, log));
    const documents = DynamoDBDocumentClient.from(engine.client, { marshallOptions: { removeUndefinedValues: true } });
    const kept = await seed({
      store: dynamoStore({ client: documents, tableName: localTableName(table) }),
      folder: store ?? 'memory',
      named: data !== undefined && data !== null,
      records: async () => read ?? records(),
      progress,
    });
    const secrets = new Map([...declaration.secrets].map(([id, length]) => [secretArn(id), randomText(length)]));
    const resolve = (value: unknown): string => resolveSecrets(resolveText(value, references), secrets);
    const keys = new ApiKeys(api.usagePlans);
    for (const { name, value, planId } of api.apiKeys) keys.assign(keys.add(name, resolve(value)).id, planId);
    const demoPlan = api.usagePlans.find(({ name }) => name === usagePlanName(stackName, 'partner'));
    if (demoPlan) keys.assign(keys.add('demo', demoKey).id, demoPlan.id);

    const gateway = new Gateway({
      api,
      keys,
      limits: new Limits(api.throttle, Date.now),
      log,
      invoke: async (id, event, requestId) =>
        (await lambdas.get(id)?.invoke(event, requestId)) ?? { ok: false, reason: 'failed' },
    });
    const domainName = apiDomain(declaration);
    website.serve(
      edge({
        site,
        gateway,
        files: await siteFiles(site),
        apiDomain: domainName,
        resolve,
        firewall: limits && site.firewall ? firewall(site.firewall, Date.now) : undefined,
        unlimited: !limits,
      }),
    );
    const control = controlPlane(keys);
    ownDomain.serve(async (request) =>
      request.path.startsWith(controlPrefix)
        ? control(request)
        : gateway.handle({ ...request, path: withoutStage(request.path, api.stageName) }, domainName),
    );
    return {
      url: `http://${host}`,
      apiUrl: `http://${ownDomain.host}`,
      demoKey,
      controlUrl: `http://${ownDomain.host}${controlPrefix}`,
      endpoint: engine.endpoint,
      tableName: localTableName(table),
      bucketEndpoint: bucket.endpoint,
      bucketName: localBucketName(declaration.uploads),
      kept,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens nothing but this machine's own API, so that a curl can be pasted from anywhere. */
const demoKey = 'demo-key-for-this-machine-only';

const secretArn = (id: string): string => `arn:aws:secretsmanager:${localRegion}:000000000000:secret:${id}`;

function randomText(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length);
}

/** The API's own address has the stage in front; a domain mapped to it has not. Both are served. */
function withoutStage(path: string, stageName: string): string {
  return path === `/${stageName}` || path.startsWith(`/${stageName}/`) ? path.slice(stageName.length + 1) || '/' : path;
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

const apiDomain = ({ api }: Declaration): string => `${api.id.toLowerCase()}.execute-api.${localRegion}.amazonaws.com`;

/** What the template's references mean on this machine. */
function standIns({ table, api, site, secrets, uploads }: Declaration, host: string): References {
  const account = '000000000000';
  return {
    ...Object.fromEntries([...secrets.keys()].map((id) => [id, secretArn(id)])),
    'AWS::Region': localRegion,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'local',
    [table.id]: localTableName(table),
    [`${table.id}.Arn`]: `arn:aws:dynamodb:${localRegion}:${account}:table/${localTableName(table)}`,
    [uploads.bucketId]: localBucketName(uploads),
    [api.id]: api.id.toLowerCase(),
    [`${site.id}.DomainName`]: host,
  };
}
