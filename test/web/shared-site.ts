import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Local, startLocal } from '../../infra/local/start.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { records } from '../support/real-records.ts';

/** The facts about the running server that a test may use. */
export type Running = Pick<Local, 'url' | 'issuer' | 'endpoint' | 'tableName'>;

declare module 'vitest' {
  interface ProvidedContext {
    /** URL that returns the facts about the shared server as JSON. */
    readonly sharedSite: string;
  }
}

/**
 * Runs one server with the usual listings for all test files that change nothing in it, because starting a server takes
 * longer than most of these files. The server starts when the first file asks for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Local> | null = null;
  const start = async (): Promise<Local> =>
    startLocal({ assembly: await assemblyFolder(), port: 0, data: records, log: () => {} });
  const server = createServer(async (_, answer) => {
    try {
      started ??= start();
      const { url, issuer, endpoint, tableName } = await started;
      answer.end(JSON.stringify({ url, issuer, endpoint, tableName } satisfies Running));
    } catch (error) {
      answer.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('sharedSite', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await (await started)?.close();
  };
}
