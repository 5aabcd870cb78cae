import { open } from 'node:fs/promises';
import type { Command } from 'commander';
import { describeFault } from '../../functions/records/fault.ts';
import { checkProvider, hostFault } from '../../functions/records/provider/check.ts';
import { MOST_PROVIDER_BYTES, PROVIDER_PATH } from '../../functions/records/provider/schema.ts';
import { FailedCheck } from './failed-check.ts';

const TIMEOUT_MS = 10_000;

export function addCheckFactsCommand(program: Command): void {
  program
    .command('check-facts')
    .summary('name every fault of a provider’s treatment-programs.json')
    .description(
      `Checks the file in which a provider says what its centers offer, before or after it is at ${PROVIDER_PATH} of its ` +
        'site, and names every fault by line. Given a URL, also checks that it is on the organization’s own site. ' +
        'Changes nothing. Exits with 1 if there are faults. data/treatment-programs.json is an example.',
    )
    .argument('<file|url>', 'a file, or an https:// URL')
    .action((from: string) => checkFacts(from, new Date().toISOString().slice(0, 10)));
}

async function checkFacts(from: string, today: string): Promise<void> {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(from) ? urlOf(from) : null;
  const { file, faults } = checkProvider(from, await (url === null ? readFile(from) : fetchFile(url)), today);
  for (const fault of faults) console.log(describeFault(fault));
  const misplaced = file === null || url === null ? null : hostFault(file, url);
  if (misplaced !== null) console.log(`${from}: ${misplaced}`);
  const all = faults.length + (misplaced === null ? 0 : 1);
  const what =
    file === null
      ? ''
      : `${file.organization.name}, updated ${file.updated}: ${count(file.centers.length, 'center')}, ` +
        `${count(file.centers.flatMap(({ programs }) => programs).length, 'program')}; `;
  console.log(`${what}${all === 0 ? 'no faults' : count(all, 'fault')}`);
  if (all > 0) throw new FailedCheck();
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Parses a URL. Allows plain HTTP only for this machine, so that people can test a file before they publish it. */
function urlOf(text: string): URL {
  if (!URL.canParse(text)) throw new Error(`"${text}" is not a URL`);
  const url = new URL(text);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal))
    throw new Error(`"${text}" does not begin with https://`);
  if (url.username !== '' || url.password !== '')
    throw new Error('a public file needs no name and password in its URL');
  return url;
}

/** Reads one byte more than a file may have. If it gets that byte, the file is too large. */
async function readFile(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause) => {
    throw new Error(`there is no file "${path}"`, { cause });
  });
  try {
    if ((await file.stat()).isDirectory()) throw new Error(`"${path}" is a folder, not a file`);
    const buffer = Buffer.alloc(MOST_PROVIDER_BYTES + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function fetchFile(url: URL): Promise<Buffer> {
  let response: Response;
  try {
    // Redirects are refused, because one could lead to another site, whose facts would then be checked instead.
    response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    throw new Error(`${url} could not be read: ${reason}`, { cause });
  }
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    // Once the file is over the limit, it is refused, so the rest is not downloaded.
    if (length > MOST_PROVIDER_BYTES) break;
  }
  return Buffer.concat(chunks);
}
