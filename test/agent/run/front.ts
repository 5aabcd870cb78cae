import type { CenterRecord } from '../../../functions/domain/record.ts';
import { localClient } from '../../../infra/local/people.ts';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { assemblyFolder } from '../../support/assembly.ts';
import { records } from '../../support/real-records.ts';
import { type Issuer, startIssuer } from '../issuer.ts';

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Ask {
  readonly token?: string | null;
  readonly method?: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** The stack served on this machine, and its log. */
export interface Front {
  readonly local: Local;
  /** Returns everything that was logged. */
  readonly logged: () => string;
  ask(path: string, given?: Ask): Promise<Asked>;
  close(): Promise<void>;
}

/** @param issuer Another issuer. @default the provider with three example people */
export async function startFront(issuer?: string, data: readonly CenterRecord[] = records): Promise<Front> {
  const logged: string[] = [];
  const local = await startLocal({ assembly: await assemblyFolder(), data, issuer, log: (text) => logged.push(text) });
  return {
    local,
    logged: () => logged.join(''),
    async ask(path, { token = null, method = 'GET', body, ifMatch, headers, signal } = {}) {
      const answer = await fetch(`${local.url}${path}`, {
        method,
        redirect: 'manual',
        ...(signal && { signal }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token !== null && { authorization: `Bearer ${token}` }),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
          ...headers,
        },
      });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
    close: () => local.close(),
  };
}

/** A front with our own token issuer, so that invalid tokens can be created too. */
export async function startFrontWithIssuer(): Promise<Front & { readonly issuer: Issuer }> {
  const issuer = await startIssuer(localClient);
  try {
    const front = await startFront(issuer.url);
    const close = async () => {
      await front.close();
      await issuer.close();
    };
    return { ...front, issuer, close };
  } catch (error) {
    await issuer.close();
    throw error;
  }
}

/** The answer of a path as JSON; repeated while the machine is too busy to answer in time. */
export async function readBusy({ ask }: Pick<Front, 'ask'>, path: string, token: string | null = null) {
  for (let tries = 0; ; tries += 1) {
    const { status, text } = await ask(path, { token });
    if (status < 300) return JSON.parse(text);
    if (status < 500 || tries === 30) throw new Error(`${path} answered ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
