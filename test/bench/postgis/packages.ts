import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../../support/install.ts';

/** Folder of packages that only this comparison needs. They are installed when it first runs. */
const folder = fileURLToPath(new URL('../../../node_modules/.cache/postgis-peer', import.meta.url));

export const installPeer = (): Promise<void> =>
  installPackages(folder, ['fastify@5.12.8', 'pg@8.23.1', 'autocannon@9.0.0']);

// The parts of each package that are used here, as the package's documentation describes them.
interface FastifyServer {
  get(
    path: string,
    handler: (
      request: { readonly query: Readonly<Record<string, string>>; readonly headers: Readonly<Record<string, string>> },
      reply: FastifyReply,
    ) => Promise<unknown>,
  ): void;
  listen(options: { readonly port: number; readonly host: string }): Promise<string>;
  close(): Promise<void>;
}
interface FastifyReply {
  code(status: number): FastifyReply;
  headers(values: Readonly<Record<string, string>>): FastifyReply;
  type(mediaType: string): FastifyReply;
  send(body: string): FastifyReply;
}

export interface PgConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}
interface PgQuery {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** Each connection prepares the query once, under this name. */
  readonly name?: string;
}
export interface PgPool {
  query<Row>(query: PgQuery | string): Promise<{ readonly rows: Row[] }>;
  end(): Promise<void>;
}

export interface CannonClient {
  setRequests(requests: readonly { readonly path: string }[]): void;
}
interface CannonOptions {
  readonly url: string;
  readonly connections: number;
  readonly duration: number;
  readonly setupClient: (client: CannonClient) => void;
}
interface CannonResult {
  readonly duration: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly non2xx: number;
}
interface CannonRun extends PromiseLike<CannonResult> {
  on(
    event: 'response',
    listener: (client: object, status: number, bytes: number, milliseconds: number) => void,
  ): CannonRun;
}

const load = (name: string): unknown => createRequire(join(folder, 'package.json'))(name);

export const newFastify = (): FastifyServer =>
  (load('fastify') as (options: object) => FastifyServer)({ logger: false });

/** @param max Greatest number of open connections to the database */
export function newPool(connection: PgConnection, max: number): PgPool {
  const { Pool } = load('pg') as { readonly Pool: new (options: object) => PgPool };
  return new Pool({ ...connection, max, idleTimeoutMillis: 0 });
}

export const cannon = (options: CannonOptions): CannonRun =>
  (load('autocannon') as (options: CannonOptions) => CannonRun)(options);
