import { NoAnswerError, ProblemError, problemOf } from '../../client/problem-error.ts';
import type {
  AgentCenterAnswer,
  CorrectedAnswer,
  CorrectionPreview,
  FactsAnswer,
  HistoryAnswer,
  PrivateAnswer,
  ProgressAnswer,
  ProgressDaysAnswer,
  SignedOutAnswer,
  WorklistAnswer,
} from '../../client/types.ts';
import type { Act, CenterCode, Seen } from '../ports.ts';
import type { Answer } from './entry.ts';

/** A call failed because nobody is signed in, or the sign-in has ended. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

/** Where access tokens come from. They are kept in memory. */
export interface Tokens {
  /** Returns a valid token, or null if nobody is signed in. @throws NoAnswerError if the token could not be renewed */
  token(): Promise<string | null>;
  /** Returns a new token after the API refused this one, or null if the sign-in has ended. @throws NoAnswerError */
  renew(refused: string): Promise<string | null>;
  /** Called when the API refuses all tokens: ends the sign-in. */
  over(): void;
}

export interface CallsOptions {
  /** URL of the API without a trailing slash. Empty if the API is on the page's own origin. */
  readonly site: string;
  readonly tokens: Tokens;
  readonly fetch: typeof fetch;
}

export interface PrivateFieldsToWrite {
  readonly facilityCode: string | null;
  readonly directIntakeLine: { readonly number: string; readonly extension: string | null } | null;
  readonly warmTransferNote: string | null;
  readonly internalNotes: string | null;
}

export interface CorrectionsToWrite {
  readonly set: readonly { readonly path: string; readonly value: unknown }[];
  readonly clear: readonly string[] | 'all';
  readonly reason: string;
}

const TIMEOUT_MS = 15_000;

/** Calls the admissions team's routes. Each call fails with ProblemError, NoAnswerError or SignedOutError. */
export class AgentCalls {
  readonly #options: CallsOptions;

  constructor(options: CallsOptions) {
    this.#options = options;
  }

  center(id: string, signal?: AbortSignal): Promise<AgentCenterAnswer> {
    return this.ask(`/v1/agent/centers/${encodeURIComponent(id)}`, {}, signal);
  }

  history(id: string, signal?: AbortSignal): Promise<HistoryAnswer> {
    return this.ask(`/v1/agent/centers/${encodeURIComponent(id)}/history?limit=200`, {}, signal);
  }

  codes(signal?: AbortSignal): Promise<{ readonly codes: readonly CenterCode[] }> {
    return this.ask('/v1/agent/codes', {}, signal);
  }

  /**
   * Requests the worklist.
   * @param asked State and level; an empty text means any.
   */
  worklist(
    { state, level, limit }: { readonly state: string; readonly level: string; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<WorklistAnswer> {
    const given = { state, level, limit: String(limit) };
    const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
    return this.ask(`/v1/agent/worklist?${query}`, {}, signal);
  }

  progress(signal?: AbortSignal): Promise<ProgressAnswer> {
    return this.ask('/v1/agent/progress', {}, signal);
  }

  /** Requests the numbers of unknown and confirmed offerings at the end of each day, the earliest first. */
  progressDays(days: number, signal?: AbortSignal): Promise<ProgressDaysAnswer> {
    return this.ask(`/v1/agent/progress/days?days=${days}`, {}, signal);
  }

  correct(id: string, version: number, body: CorrectionsToWrite): Promise<CorrectedAnswer> {
    return this.ask(`/v1/agent/centers/${encodeURIComponent(id)}/corrections`, put(body, `"${version}"`));
  }

  /** Requests how a correction would change the public view: before and after. Stores nothing. */
  preview(id: string, body: CorrectionsToWrite, signal?: AbortSignal): Promise<CorrectionPreview> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.ask(`/v1/agent/centers/${encodeURIComponent(id)}/corrections/preview`, init, signal);
  }

  writePrivate(id: string, version: number, body: PrivateFieldsToWrite): Promise<PrivateAnswer> {
    return this.ask(`/v1/agent/centers/${encodeURIComponent(id)}/private`, put(body, `"${version}"`));
  }

  signOut(): Promise<SignedOutAnswer> {
    return this.ask('/v1/agent/sign-out', { method: 'POST' });
  }

  /**
   * Records an act. Never throws.
   * @param ifMatch The version that the act is based on, in quotes; or `*`, so that the later key press wins.
   */
  async record({ center, offering, facts, expiresAt, pressedAt }: Act, ifMatch: string): Promise<Answer> {
    const path = `/v1/agent/centers/${encodeURIComponent(center)}/offerings/${encodeURIComponent(offering)}/facts`;
    const body = { facts, pressedAt, ...(expiresAt === undefined ? {} : { expiresAt }) };
    try {
      return { kind: 'recorded', answer: await this.ask<FactsAnswer>(path, put(body, ifMatch)) };
    } catch (error) {
      return answerOf(error);
    }
  }

  /**
   * Sends a request with a token.
   * @throws ProblemError, NoAnswerError, SignedOutError, or the signal's abort reason
   */
  async ask<Body>(path: string, init: RequestInit, signal?: AbortSignal): Promise<Body> {
    const { tokens } = this.#options;
    const token = await tokens.token();
    if (token === null) throw new SignedOutError('nobody is signed in');
    const response = await this.#send(path, init, token, signal);
    if (response.status !== 401) return read(response);
    await response.body?.cancel();
    const renewed = await tokens.renew(token);
    const again = renewed === null ? null : await this.#send(path, init, renewed, signal);
    if (again !== null && again.status !== 401) return read(again);
    tokens.over();
    throw new SignedOutError('the sign-in is over');
  }

  async #send(path: string, init: RequestInit, token: string, signal?: AbortSignal): Promise<Response> {
    const { fetch, site } = this.#options;
    signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await fetch(`${site}${path}`, {
        ...init,
        headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...init.headers },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new NoAnswerError('No answer came back. The connection may be down.', { cause });
    }
  }
}

async function read<Body>(response: Response): Promise<Body> {
  if (!response.ok) throw await problemOf(response);
  try {
    return (await response.json()) as Body;
  } catch (cause) {
    // The answer is not JSON, for example the sign-in page of a guest network.
    throw new NoAnswerError('The answer could not be read.', { cause });
  }
}

const put = (body: unknown, ifMatch: string): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'application/json', 'if-match': ifMatch },
  body: JSON.stringify(body),
});

function answerOf(error: unknown): Answer {
  if (error instanceof SignedOutError) return { kind: 'signed-out' };
  if (!(error instanceof ProblemError)) return { kind: 'no-answer', retryAfter: null };
  const { status, kind, problem, retryAfter, retryable } = error;
  if (status === 412 && problem.current !== undefined)
    return { kind: 'changed', current: problem.current as unknown as Seen };
  // An error of an unknown kind may come from between the page and the API, such as a firewall. It does not say whether
  // the act was recorded, so it counts as no answer.
  if (retryable || kind === 'unknown') return { kind: 'no-answer', retryAfter };
  return { kind: 'refused', problem };
}
