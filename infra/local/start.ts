import { DataError } from '../../data/records/load.ts';
import { NoDataError } from './data.ts';
import { examplePeople } from './people.ts';
import { describeKept, StoreKeptError } from './seed.ts';
import { PortTakenError } from './server.ts';
import { type Local, startLocal } from './start-local.ts';
import { StoreDamagedError, StoreFullError } from './store-health.ts';
import { StoreInUseError } from './store-lock.ts';

export { type Local, type LocalOptions, startLocal } from './start-local.ts';

const help = `npm start: the locator on this machine, as the synthesized CDK application declares it.
npm run dev: the same, and what changes in functions, infra, web or data is built again and served.

Environment:
  PORT           where the website's domain listens on 127.0.0.1 (3000): no key needed
  API_PORT       where the API's own domain listens (PORT + 1): x-api-key needed, throttles and quotas as deployed
  AUTH_PORT      where access tokens are issued for the admissions team's API (PORT + 2)
  LOCATOR_LIMITS on: the website's domain has its limits too, so many requests of one address and of all together (off)
  LOCATOR_DATA   a file of centers, or a folder of such files (data/centers and data/examples.json)
  LOCATOR_ASSEMBLY  a folder that cdk synth --output wrote, served as it is (the application is synthesized)
  LOCATOR_STORE  a folder to keep the table in (in memory); a dataset in it is served as it is and never replaced
`;

/**
 * Runs `npm start`.
 * @param started Receives the running server after it has answered a first search.
 */
export async function main(started: (local: Local) => Promise<void> | void = () => {}): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    process.stdout.write(help);
    return;
  }
  const begun = performance.now();
  const progress = (line: string): void =>
    console.log(`${String(Math.round(performance.now() - begun)).padStart(6)} ms  ${line}`);
  const stop = new AbortController();
  let local: Local | undefined;
  let isServing = false;
  const end = async (): Promise<void> => {
    // If this is the second Ctrl-C, exits without waiting.
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
    // While the server starts, startLocal handles the signal and cleans up itself.
    if (!local) return;
    await local.close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  try {
    const { LOCATOR_DATA: data, LOCATOR_STORE: store, LOCATOR_ASSEMBLY: assembly } = process.env;
    const port = portOf('PORT', process.env.PORT, 3000);
    local = await startLocal({
      port,
      // If the website's port is chosen freely, the other ports are too.
      apiPort: portOf('API_PORT', process.env.API_PORT, port === 0 ? 0 : port + 1),
      authPort: portOf('AUTH_PORT', process.env.AUTH_PORT, port === 0 ? 0 : port + 2),
      limits: limitsOf(process.env.LOCATOR_LIMITS),
      progress,
      // The start's own search needs no line between its timings.
      log: (text) => {
        if (isServing || !isRequestLine(text)) process.stderr.write(text);
      },
      signal: stop.signal,
      ...(data && { data }),
      ...(store && { store }),
      ...(assembly && { assembly }),
    });
    const search = `${local.url}/v1/centers?near=85004&level=iop&limit=3`;
    const answer = await fetch(search);
    await answer.body?.cancel();
    progress(`first search answered with ${answer.status}`);
    isServing = true;
    console.log(`
The locator is at ${local.url}/
${keptNote(local)}
Try:
  open ${local.url}/ in a browser
  curl '${search}'
  curl '${local.url}/v1/centers/search' --json '{ "near": "Phoenix, AZ", "within": "25mi", "level": ["iop"] }'

Its table is ${local.tableName}, its engine at ${local.endpoint}, and every command on a table works on it:

  npm run data -- versions --table ${local.tableName} --endpoint ${local.endpoint}
  npm run data -- upload imported --bucket ${local.bucketName} --endpoint ${local.bucketEndpoint}

The API's own domain is at ${local.apiUrl}, with a key:

  curl '${local.apiUrl}/v1/centers?near=85004&level=iop&limit=3' -H 'x-api-key: ${local.demoKey}'
  npm run keys -- create acme --endpoint ${local.controlUrl}

The admissions team's console is at ${local.url}/console:

  open ${local.url}/console

Press Sign in and pick one of the example people; nobody asks for a password on this machine: ${peopleNote}.

Its API takes access tokens from ${local.issuer}:

  curl '${local.url}/v1/agent/worklist?limit=3' -H "authorization: Bearer $(AUTH_PORT=${new URL(local.issuer).port} npm run -s token -- agent)"

Ctrl-C ends it.`);
    await started(local);
  } catch (error) {
    if (stop.signal.aborted) {
      // If the server has already started, `end` closes it.
      if (!local) process.exit(0);
      return;
    }
    console.error(explain(error));
    await local?.close();
    process.exit(1);
  }
}

/** True for the line that the handler logs for a request that it answered. */
const isRequestLine = (text: string): boolean => /^\{"level":"INFO","message":"request",/.test(text);

const peopleNote = examplePeople.map(({ name, group }) => `${name} (${group})`).join(', ');

/** Says what is served if a kept store had a dataset, and how to load other data. */
export function keptNote({ kept, tableName, endpoint }: Local): string {
  if (kept === null) return '';
  return `
It serves what LOCATOR_STORE had: ${describeKept(kept)}. To load other data:
  npm run data -- publish data/centers --with-examples --table ${tableName} --endpoint ${endpoint}
`;
}

/** Thrown if an environment variable has an invalid value. */
class SettingError extends Error {}

/** Errors in the input, not in the code. They are printed without a stack trace. */
const plain = [
  ...[DataError, NoDataError, PortTakenError, SettingError],
  ...[StoreDamagedError, StoreFullError, StoreInUseError, StoreKeptError],
];

/** An error as the command prints it: one in the input as a sentence, any other with its stack trace. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return plain.some((type) => error instanceof type) ? error.message : (error.stack ?? error.message);
}

function portOf(variable: string, text: string | undefined, otherwise: number): number {
  const given = text === undefined || text === '' ? String(otherwise) : text;
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new SettingError(`${variable} must be a whole number from 0 to 65535, not "${given}"`);
}

function limitsOf(text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'off') return false;
  if (text === 'on') return true;
  throw new SettingError(`LOCATOR_LIMITS must be on or off, not "${text}"`);
}

// This call is at the end of the file, so that everything above is defined.
if (import.meta.main) await main();
