import { parseArgs } from 'node:util';
import { ownCursorKeys } from '../../functions/http/cursor.ts';
import { serveFront } from '../fuzz/front.ts';
import { faceOf } from './asked.ts';
import { type Difference, differences } from './compare.ts';
import { versionServed } from './record.ts';
import { answerOf, type Exchange, type Recording, readRecording, SOME_KEY } from './recording.ts';
import { withVersion } from './versions.ts';

const help = `node test/replay/replay.ts FILE [--ignore-words] [--show N]

Sends the requests of a recording (test/replay/record.ts) again, to the same records published by today's code, and prints
what is answered otherwise: how many of each face, and the first differences. Exits with 1 if anything differs.

Options:
  --ignore-words   leaves out other wording: texts for people that keep their numbers, addresses and quoted values
  --show N         how many of the differing requests to print (20)
`;
const MOST_OF_ONE = 6;
const MOST_CHARACTERS = 160;

export interface Changed {
  readonly exchange: Exchange;
  readonly differences: readonly Difference[];
}

/** All requests whose answer changed. */
export async function replay(recording: Recording): Promise<Changed[]> {
  const front = await serveFront(recording.records);
  const version = await versionServed(front.ask);
  const current = (text: string): string => withVersion(text, recording.version, version, ownCursorKeys().signing);
  const changed: Changed[] = [];
  for (const exchange of recording.exchanges) {
    const { domain, method, path, query, answerBody } = exchange;
    const headers = exchange.headers.map(([name, value]): [string, string] => [
      name,
      value === SOME_KEY ? front.partnerKey : value,
    ]);
    const body = Buffer.from(current(Buffer.from(exchange.body, 'base64').toString()));
    const wire = { method, path, query: current(query), headers, body, sourceIp: '192.0.2.1' };
    const before = { ...exchange, body: recording.bodies[answerBody] ?? '' };
    const found = differences(before, answerOf(await front.ask(domain, wire), version));
    if (found.length > 0) changed.push({ exchange, differences: found });
  }
  return changed;
}

/** Reports the number of changed answers for each form of the API, then the first requests with their differences. */
export function reportOf(changed: readonly Changed[], asked: readonly Exchange[], show: number): string {
  const rows = Map.groupBy(asked, faceOf);
  const differing = Map.groupBy(changed, ({ exchange }) => faceOf(exchange));
  const table = [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([face, all]) =>
        `  ${face.padEnd(26)} ${`${all.length}`.padStart(5)} asked ${differing.get(face)?.length ?? 0} differ`,
    );
  const shown = changed.slice(0, show).map(({ exchange, differences: found }) => {
    const { domain, method, path, query, body } = exchange;
    const sent = Buffer.from(body, 'base64').toString().slice(0, MOST_CHARACTERS);
    const lines = found.slice(0, MOST_OF_ONE).map(({ kind, at, before, after }) => {
      return `  ${kind}: ${at}\n    - ${cut(before)}\n    + ${cut(after)}`;
    });
    const rest = found.length > MOST_OF_ONE ? [`  and ${found.length - MOST_OF_ONE} more`] : [];
    return [`${domain}: ${method} ${path}${query === '' ? '' : `?${query}`} ${sent}`.trim(), ...lines, ...rest].join(
      '\n',
    );
  });
  return [...table, '', ...shown].join('\n');
}

const cut = (text: string): string => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'ignore-words': { type: 'boolean', default: false },
      show: { type: 'string', default: '20' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [file] = positionals;
  if (values.help || file === undefined) {
    process.stdout.write(help);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const recording = readRecording(file);
  const all = await replay(recording);
  const structural = all.filter(({ differences: found }) => found.some(({ kind }) => kind === 'structure'));
  const counted = values['ignore-words'] ? structural : all;
  console.log(reportOf(counted, recording.exchanges, Number(values.show)));
  console.log(
    `${recording.exchanges.length} requests: ${structural.length} differ in structure, ${all.length - structural.length} in words only`,
  );
  if (counted.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
