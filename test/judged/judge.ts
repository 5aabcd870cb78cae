import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { loadRecords } from '../../data/records/load.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { listings } from '../support/listings.ts';
import { serveRecords } from '../support/real-records.ts';

/** A careful reader's answer to a question about a center's listings. */
export type Certainty = 'yes' | 'no' | 'unknown';

/** A center, a question in the API's fields, and the answer judged by hand from the listings' own codes. */
export interface Pair {
  readonly center: string;
  readonly question: string;
  readonly answer: Certainty;
  readonly reason: string;
}

export interface Judged extends Pair {
  /** The API's answer. */
  readonly found: Certainty;
}

/** Precision of one kind of API answer: the share of these answers with which the judge agreed. */
export interface Precision {
  readonly right: number;
  readonly given: number;
}

/**
 * The public listings with the examples, like `npm start`: the examples name insurers, which can then be searched for.
 */
export async function readRecords(): Promise<readonly CenterRecord[]> {
  return [...(await listings()), ...(await loadRecords('data/examples.json'))];
}

export async function readPairs(): Promise<readonly Pair[]> {
  return parse(await readFile(new URL('pairs.csv', import.meta.url)), { columns: true });
}

/**
 * Asks the public handler each question near the center itself, and checks whether the center is in the answer, and
 * how.
 */
export async function judge(records: readonly CenterRecord[], pairs: readonly Pair[]): Promise<readonly Judged[]> {
  const { handler } = await serveRecords(records);
  const byId = new Map(records.map((record) => [record.center.id, record.center]));
  const judged: Judged[] = [];
  for (const pair of pairs) {
    const center = byId.get(pair.center);
    if (center === undefined) throw new Error(`no center "${pair.center}"`);
    const { lat, lng } = center.location;
    const query = new URLSearchParams(pair.question);
    if (!query.has('state')) query.set('near', `${lat},${lng}`);
    query.set('organization', center.organization.slug);
    query.set('include', 'unknown');
    query.set('limit', '50');
    judged.push({ ...pair, found: await certaintyOf(pair.center, query, handler) });
  }
  return judged;
}

async function certaintyOf(
  id: string,
  query: URLSearchParams,
  handler: Awaited<ReturnType<typeof serveRecords>>['handler'],
): Promise<Certainty> {
  const event = {
    httpMethod: 'GET',
    path: '/v1/centers',
    headers: {},
    multiValueQueryStringParameters: Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
    requestContext: { requestId: 'judge' },
  };
  const { statusCode, body } = await handler(event, {} as never);
  const answer = JSON.parse(body) as {
    readonly results: readonly { readonly center: { readonly id: string }; readonly certainty: 'listed' | 'unknown' }[];
    readonly next: string | null;
  };
  if (statusCode !== 200) throw new Error(`${query}: ${statusCode} ${body}`);
  const found = answer.results.find(({ center }) => center.id === id);
  if (found !== undefined) return found.certainty === 'listed' ? 'yes' : 'unknown';
  if (answer.next === null) return 'no';
  return certaintyOf(id, new URLSearchParams([...query, ['cursor', answer.next]]), handler);
}

export function precisionOf(judged: readonly Judged[], answer: Certainty): Precision {
  const given = judged.filter(({ found }) => found === answer);
  return { right: given.filter((one) => one.answer === answer).length, given: given.length };
}
