import { parseArgs } from 'node:util';
import { loadRecords } from '../../data/records/load.ts';
import { places } from '../../functions/places/load.ts';
import type { WireRequest } from '../../infra/local/http.ts';
import { readAnswer } from '../fuzz/checks.ts';
import { type Served, serveFront } from '../fuzz/front.ts';
import { fuzz } from '../fuzz/run.ts';
import { listingLike } from '../support/listing-like.ts';
import { askEachKind, askFaces } from './asked.ts';
import { answerOf, hashOf, type Recording, requestOf, writeRecording } from './recording.ts';

const help = `node test/replay/record.ts --out FILE [--requests N] [--seed N] [--made-up N]

Sends seeded requests over every face to the synthesized CDN, gateway and handler, in one process, and keeps what each
answered: status, headers, body. Replay the file after a change with test/replay/replay.ts.

Options:
  --out FILE     where the recording goes (gzip)
  --requests N   how many (2000)
  --seed N       of the requests and of the made-up centers (1)
  --made-up N    made-up centers beside the eight examples (1000)
`;
const EXAMPLES = 'data/examples.json';
/** Share of random requests. The others are one request of each kind, and questions to every form of the API. */
const SHARE_OF_CHANCE = 0.7;

/** @param requests Total number. If there are more kinds of requests than that, one of each kind. */
export async function record(requests: number, seed: number, madeUp: number): Promise<Recording> {
  const records = [...(await loadRecords(EXAMPLES)), ...listingLike(seed, madeUp, places())];
  const front = await serveFront(records);
  const version = await versionServed(front.ask);
  const exchanges: Recording['exchanges'] = [];
  const bodies: Recording['bodies'] = {};
  const heard = (domain: 'website' | 'api', wire: WireRequest, served: Served): void => {
    const { body, ...answer } = answerOf(served, version);
    const answerBody = hashOf(body);
    bodies[answerBody] = body;
    exchanges.push({ ...requestOf(domain, wire, front.partnerKey), ...answer, answerBody });
  };
  await askEachKind(
    front,
    records.slice(0, 8).map(({ center }) => center.id),
    heard,
  );
  const byChance = Math.max(0, Math.round(SHARE_OF_CHANCE * (requests - exchanges.length)));
  await fuzz({
    records,
    requests: byChance,
    seed,
    front,
    seen: ({ domain, wire }, served) => heard(domain, wire, served),
  });
  await askFaces(front, records, () => exchanges.length >= requests, heard);
  return { format: 1, records, version, exchanges, bodies };
}

/** The dataset's version, as answers name it. */
export async function versionServed(ask: Awaited<ReturnType<typeof serveFront>>['ask']): Promise<string> {
  const wire = {
    method: 'GET',
    path: '/v1/centers',
    query: 'state=AZ',
    headers: [],
    body: Buffer.from(''),
    sourceIp: '',
  };
  return JSON.parse(readAnswer(await ask('website', wire)).body).dataset.version;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      requests: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      'made-up': { type: 'string', default: '1000' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || values.out === undefined) {
    process.stdout.write(help);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const recording = await record(Number(values.requests), Number(values.seed), Number(values['made-up']));
  writeRecording(values.out, recording);
  const { exchanges, bodies } = recording;
  console.log(`${exchanges.length} answers, ${Object.keys(bodies).length} different bodies, in ${values.out}`);
}

if (import.meta.main) await main();
