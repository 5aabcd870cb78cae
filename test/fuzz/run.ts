import type { CenterRecord } from '../../functions/domain/record.ts';
import { contract } from '../support/contract.ts';
import { seeded } from '../support/random.ts';
import { faultsOf, readAnswer } from './checks.ts';
import { idsAndNext } from './face-requests.ts';
import { type Front, type Served, serveFront } from './front.ts';
import { type FuzzRequest, type Known, Requests } from './requests.ts';
import { Tally } from './tally.ts';

export interface FuzzOptions {
  readonly records: readonly CenterRecord[];
  readonly requests: number;
  readonly seed: number;
  readonly progress?: (done: number) => void;
  /** A front that is already running. If it is absent, one is started with the records. */
  readonly front?: Front;
  /** Called with every request and its answer. */
  readonly seen?: (asked: FuzzRequest, served: Served) => void;
}

export interface FuzzReport {
  readonly tally: Tally;
  /** The first faults that were found, each with its request. */
  readonly faults: readonly string[];
  readonly faultCount: number;
}

const MOST_REMEMBERED = 500;
const MOST_SHOWN = 20;

/** Sends seeded requests one after the other, and checks every answer. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { records, requests, seed, progress = () => {}, seen = () => {} } = options;
  const front = options.front ?? (await serveFront(records));
  const random = seeded(seed);
  const known: Known = { ids: [], cursors: [], tags: [], faces: { idsOf: new Map(), nexts: [] } };
  const remember = <T>(list: T[], value: T): void => {
    if (list.length < MOST_REMEMBERED) list.push(value);
    else list[Math.floor(random() * MOST_REMEMBERED)] = value;
  };
  const source = new Requests(random, contract, known, front.partnerKey);
  const tally = new Tally();
  const faults: string[] = [];
  let faultCount = 0;
  for (let done = 0; done < requests; done += 1) {
    const asked = source.next();
    const served = await front.ask(asked.domain, asked.wire);
    seen(asked, served);
    const answer = readAnswer(served);
    tally.add(served, answer);
    const found = faultsOf(asked, served, answer, contract);
    faultCount += found.length;
    if (found.length > 0 && faults.length < MOST_SHOWN) faults.push(`${describe(asked)}\n  ${found.join('\n  ')}`);
    learn(asked);
    progress(done + 1);

    function learn({ wire, holds, domain }: FuzzRequest): void {
      if (answer.status !== 200 || wire.method !== 'GET' || holds !== undefined) return;
      const { etag } = answer.headers;
      if (etag !== undefined && domain === 'website') remember(known.tags, { wire, tag: etag });
      if (/^\/(?:fhir|hsds)\/[A-Za-z_]+$/.test(wire.path)) {
        const { ids, next } = idsAndNext(wire.path, answer.body);
        const kept = known.faces.idsOf.get(wire.path) ?? [];
        known.faces.idsOf.set(wire.path, kept);
        for (const id of ids.slice(0, 3)) remember(kept, id);
        if (next !== undefined) remember(known.faces.nexts, next);
      }
      if (answer.headers['content-type'] !== 'application/json' || wire.path !== '/v1/centers') return;
      const { results, next } = JSON.parse(answer.body);
      const [first] = results;
      if (first !== undefined) remember(known.ids, first.center.id);
      if (next !== null) remember(known.cursors, { query: wire.query, next });
    }
  }
  return { tally, faults, faultCount };
}

function describe({ domain, wire: { method, path, query, headers, body } }: FuzzRequest): string {
  const target = `${method} ${path}${query === '' ? '' : `?${query}`}`.slice(0, 400);
  return `${domain}: ${target} ${JSON.stringify(Object.fromEntries(headers))} ${body.toString().slice(0, 300)}`;
}
