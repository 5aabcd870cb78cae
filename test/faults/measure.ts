import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { publish } from '../../functions/publish/publish.ts';
import { documentClient } from '../../functions/store/client.ts';
import { dynamoReader } from '../../functions/store/dynamo-reader.ts';
import { localCredentials, localRegion } from '../../infra/local/engine.ts';
import { engineStore } from '../support/engine-store.ts';
import { type Fault, faultProxy, type Seen } from '../support/fault-proxy.ts';
import { type Answer, call } from '../support/gateway-call.ts';
import { pick, seeded } from '../support/random.ts';
import { NOW, records, type Served, serve, serveRecords } from '../support/real-records.ts';

/** The gateway's own timeout. */
const HANG_MS = 9_000;
const AT_ONCE = 12;
/** Longer than a container keeps HEAD. */
const LATER_MS = 6_000;

export const faultKinds = [
  'throttle',
  '5xx',
  'reset',
  'slow',
  'partial',
  'truncated',
  'corrupted',
  'lost page',
  'stale pointer',
] as const;
type FaultKind = (typeof faultKinds)[number];

/** Results of searches while one kind of fault affects a share of all requests to the table. */
export interface FaultCell {
  readonly kind: FaultKind;
  readonly share: number;
  readonly searches: number;
  /** Number of answers that equal a healthy table's byte for byte. */
  readonly exact: number;
  /** Number of proper 503 answers, with Retry-After and the helpline. */
  readonly unavailable: number;
  readonly wrong: number;
  readonly hang: number;
  readonly p50Ms: number;
  readonly maxMs: number;
  /** Requests to the engine for each search, on average. */
  readonly requests: number;
}

export interface FaultOptions {
  readonly searches: number;
  readonly shares: readonly number[];
  readonly kinds: readonly FaultKind[];
  readonly seed: number;
  readonly progress?: (line: string) => void;
}

const targets: readonly string[] = [
  '/v1/centers?near=85004&level=iop&limit=10',
  '/v1/centers?near=85004&level=iop&payer=medicaid&within=500mi&limit=50',
  '/v1/centers?state=AZ&limit=20',
  '/v1/centers?name=family&limit=5',
  '/v1/centers?cell=9tbq&limit=10',
  '/v1/paths?near=85004&levels=detox,residential,iop&payer=medicaid',
  '/v1/paths?near=85004&levels=residential,sober-living,iop&gender=women&include=unknown',
  '/v1/centers/lantern-bridge-phoenix-example',
  '/v1/taxonomy',
  '/v1/states',
];

/** Sends seeded searches with the deployed client through a proxy that injects faults into a share of the requests. */
export async function measureFaults({ searches, shares, kinds, seed, progress }: FaultOptions): Promise<FaultCell[]> {
  const engine = await engineStore(() => NOW);
  const proxy = await faultProxy(engine.endpoint);
  const environment = {
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint,
  };
  const before = Object.fromEntries(Object.keys(environment).map((name) => [name, process.env[name]]));
  Object.assign(process.env, environment);
  try {
    const older = records.slice(0, 60);
    await publish({ store: engine.store, records: older, now: NOW - 1_000 });
    const key = { pk: { S: 'DATASET' }, sk: { S: 'HEAD' } };
    const { Item: oldHead } = await engine.client.send(new GetItemCommand({ TableName: engine.tableName, Key: key }));
    await publish({ store: engine.store, records, now: NOW });
    const right = await answersOf(await serveRecords());
    // A reader that gets a stale HEAD reads the whole previous dataset.
    const oldRight = await answersOf(await olderServed(older));

    const cells: FaultCell[] = [];
    for (const kind of kinds) {
      for (const share of shares) {
        const random = seeded(seed);
        let requests = 0;
        proxy.plan((seen) => {
          requests += 1;
          return random() < share ? faultOf(kind, seen, oldHead) : undefined;
        });
        const found = await inTurns(searches, random, async (target, warm) => {
          const clock = { now: NOW };
          const store = dynamoReader({ client: documentClient(), tableName: engine.tableName });
          const { handler } = serve(store, () => clock.now);
          if (warm) await call(handler, pick(random, targets));
          clock.now += LATER_MS;
          const started = performance.now();
          const answer = await call(handler, target);
          const ms = performance.now() - started;
          const accepted = kind === 'stale pointer' ? [right, oldRight] : [right];
          return {
            ms,
            outcome: outcomeOf(
              answer,
              accepted.map((answers) => answers.get(target)),
              ms,
            ),
          };
        });
        const count = (outcome: Outcome) => found.filter((one) => one.outcome === outcome).length;
        const times = found.map(({ ms }) => ms).sort((a, b) => a - b);
        const cell: FaultCell = {
          ...{ kind, share, searches },
          ...{ exact: count('exact'), unavailable: count('503'), wrong: count('wrong'), hang: count('hang') },
          p50Ms: times[Math.floor(times.length / 2)] ?? 0,
          maxMs: times.at(-1) ?? 0,
          requests: requests / searches,
        };
        cells.push(cell);
        progress?.(`${kind}, ${share * 100} %: ${cell.exact} exact, ${cell.unavailable} × 503, ${cell.wrong} wrong`);
      }
    }
    return cells;
  } finally {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    await proxy.close();
    await engine.close();
  }
}

type Outcome = 'exact' | '503' | 'wrong' | 'hang';

function outcomeOf(answer: Answer, right: readonly (Answer | undefined)[], ms: number): Outcome {
  if (ms > HANG_MS) return 'hang';
  if (right.some((one) => one !== undefined && one.status === answer.status && one.body === answer.body))
    return 'exact';
  const clean =
    answer.status === 503 &&
    answer.headers['content-type'] === 'application/problem+json' &&
    answer.headers['retry-after'] === '2' &&
    answer.body.includes('1-800-662-HELP');
  return clean ? '503' : 'wrong';
}

function faultOf(kind: FaultKind, { operation, keys }: Seen, oldHead: unknown): Fault | undefined {
  switch (kind) {
    case 'throttle':
      return { kind: 'refuse', status: 400, name: 'ProvisionedThroughputExceededException' };
    case '5xx':
      return { kind: 'refuse', status: 500, name: 'InternalServerError' };
    case 'reset':
      return { kind: 'cut' };
    case 'slow':
      return { kind: 'delay', ms: 1_500 };
    case 'partial':
      return operation === 'BatchGetItem' ? { kind: 'leave', answered: 1 } : undefined;
    case 'truncated':
      return { kind: 'tear' };
    case 'corrupted':
      return { kind: 'corrupt' };
    case 'lost page': {
      const pk = keys.find((one) => one.startsWith('PAGE#'));
      return pk === undefined ? undefined : { kind: 'lose', pk, evenConsistent: true };
    }
    case 'stale pointer':
      return keys.includes('DATASET') ? { kind: 'stale', head: oldHead } : undefined;
  }
}

async function answersOf({ handler }: Served): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const target of targets) answers.set(target, await call(handler, target));
  return answers;
}

async function olderServed(older: typeof records): Promise<Served> {
  const { memoryStore } = await import('../../functions/store/memory.ts');
  const store = memoryStore();
  await publish({ store, records: older, now: NOW - 1_000 });
  return serve(store);
}

async function inTurns<Result>(
  searches: number,
  random: () => number,
  ask: (target: string, warm: boolean) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let left = searches;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      results.push(await ask(pick(random, targets), random() < 0.5));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
