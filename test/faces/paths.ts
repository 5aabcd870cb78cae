import type { Handler } from '../../functions/api/app.ts';
import { ages } from '../../functions/domain/age.ts';
import { genders } from '../../functions/domain/gender.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { LocatorClient, type PathsFields } from '../../web/client/client.ts';
import { call } from '../support/gateway-call.ts';
import { throughHandler } from '../support/mcp-client.ts';
import { pick, seeded } from '../support/random.ts';
import { PUBLIC_URL } from '../support/real-records.ts';
import { answered } from './face.ts';

/** A question for care paths, in the form of the JSON body. */
export type PathsQuestion = PathsFields;

export interface PathsRow {
  readonly face: string;
  readonly asked: number;
  readonly equal: number;
  readonly paths: number;
  readonly different: readonly PathsQuestion[];
}

const chains = [
  ['detox', 'residential', 'iop'],
  ['residential', 'sober-living', 'iop'],
  ['php', 'iop'],
  ['detox', 'inpatient', 'op'],
] as const satisfies readonly PathsQuestion['levels'][];

/** Seeded questions: from ZIPs and points, with and without a payer, a person and centers in doubt. */
export function pathsQuestions(records: readonly CenterRecord[], count: number, seed: number): PathsQuestion[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (): PathsQuestion => {
    const { address, location } = pick(random, records).center;
    const said = <Member extends object>(share: number, member: () => Member) => (random() < share ? member() : {});
    return {
      near: pick(random, [address.zip, `${location.lat.toFixed(3)},${location.lng.toFixed(3)}`]),
      levels: [...pick(random, chains)],
      limit: pick(random, [1, 3, 10]),
      ...said(0.6, () => ({ payer: [pick(random, ['medicaid', 'private', 'tribal'])] })),
      ...said(0.3, () => ({ age: [pick(random, [...ages.codes, 16, 70])] })),
      ...said(0.3, () => ({ gender: [pick(random, genders.codes)] })),
      ...said(0.1, () => ({ population: [pick(random, ['women', 'veterans'] as const)] })),
      ...said(0.3, () => ({ include: 'unknown' as const })),
    };
  });
}

type Ask = (question: PathsQuestion, handler: Handler) => Promise<unknown>;

const sent = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const faces: Readonly<Record<string, Ask>> = {
  'paths, JSON GET': async (question, handler) => {
    const query = new URLSearchParams(Object.entries(question).map(([name, value]) => [name, String(value)]));
    return JSON.parse(await answered(call(handler, `/v1/paths?${query}`)));
  },
  'paths, JSON POST': async (question, handler) =>
    JSON.parse(await answered(call(handler, '/v1/paths/search', sent(question)))),
  'paths, MCP': async (question, handler) => {
    const params = { name: 'find_care_paths', arguments: question };
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params };
    return JSON.parse(await answered(call(handler, '/mcp', sent(message)))).result.structuredContent;
  },
  'paths, client': (question, handler) =>
    new LocatorClient({ baseUrl: PUBLIC_URL, fetch: throughHandler(handler), timeoutMs: 60_000 }).paths(question),
};

/** Asks every face that has care paths every question, and compares each whole answer with the answer of GET. */
export async function comparePaths(handler: Handler, questions: readonly PathsQuestion[]): Promise<PathsRow[]> {
  const found = Object.keys(faces).map((face) => ({ face, paths: 0, different: [] as PathsQuestion[] }));
  for (const question of questions) {
    const answers = await Promise.all(Object.values(faces).map((ask) => ask(question, handler)));
    const [truth] = answers.map((answer) => JSON.stringify(answer));
    for (const [at, row] of found.entries()) {
      row.paths += (answers[at] as { readonly paths: readonly unknown[] }).paths.length;
      if (JSON.stringify(answers[at]) !== truth) row.different.push(question);
    }
  }
  const asked = questions.length;
  return found.map((row) => ({ ...row, asked, equal: asked - row.different.length }));
}
