import { NoAnswerError, ProblemError, problemOf } from './problem-error.ts';
import type {
  CenterAnswer,
  ContinuumAnswer,
  HealthAnswer,
  PathsAnswer,
  PathsRequest,
  PlacesAnswer,
  SearchAnswer,
  SearchRequest,
  StatesAnswer,
  TaxonomyAnswer,
} from './types.ts';

/** The type of a body, with read-only lists allowed. */
type Given<Body> = {
  readonly [Field in keyof Body]: Body[Field] extends (infer Item)[] | undefined ? readonly Item[] : Body[Field];
};

/** The fields of a search. Read-only lists are allowed. */
export type SearchFields = Given<SearchRequest>;
/** The fields of a request for paths through several levels of care. */
export type PathsFields = Given<PathsRequest>;

export interface ClientOptions {
  /** URL of the API, with or without a closing slash; empty for the page's own origin. */
  readonly baseUrl?: string;
  /** The API's own domain requires a key; the website's domain does not. */
  readonly apiKey?: string;
  /** How long to wait for an answer, in milliseconds. @default 15000 */
  readonly timeoutMs?: number;
  /**
   * If true, a search aborts the previous search, and a request for places aborts the previous one, as a page with a
   * text box needs. A server with several users passes false. @default true
   */
  readonly abortPrevious?: boolean;
  /**
   * Sends the requests.
   * @default the global fetch
   */
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** Aborts the request. */
  readonly signal?: AbortSignal;
}

/**
 * Calls the locator's API from a browser or Node. A call fails with a {@link ProblemError} if the API answers with one,
 * with a {@link NoAnswerError} if there is no answer, and with the signal's own reason (`AbortError`) if it was
 * aborted.
 */
export class LocatorClient {
  readonly #options: ClientOptions;
  readonly #running = new Map<'search' | 'places', AbortController>();

  constructor(options: ClientOptions = {}) {
    this.#options = options;
  }

  /** Finds centers. The search is sent in the body, so that a place never appears in a URL, history or log. */
  search(fields: SearchFields, options: CallOptions = {}): Promise<SearchAnswer> {
    return this.#latest('search', options, (signal) => this.#ask('/v1/centers/search', posted(fields), signal));
  }

  /**
   * Requests the pages of a search, one after the other. If a page fails, it can be requested again with its `cursor`.
   */
  async *pages(fields: SearchFields, options: CallOptions = {}): AsyncGenerator<SearchAnswer, void, undefined> {
    let cursor = fields.cursor;
    do {
      const answer = await this.search({ ...fields, ...(cursor === undefined ? {} : { cursor }) }, options);
      yield answer;
      cursor = answer.next ?? undefined;
    } while (cursor !== undefined);
  }

  /** Reads one center with all its offerings. */
  center(id: string, { signal }: CallOptions = {}): Promise<CenterAnswer> {
    return this.#ask(`/v1/centers/${encodeURIComponent(id)}`, {}, signal);
  }

  /**
   * The next level up and down from each level of a center.
   * @param within A radius such as `50mi`.
   */
  continuum(id: string, { signal, within }: CallOptions & { readonly within?: string } = {}): Promise<ContinuumAnswer> {
    const query = within === undefined ? '' : `?${new URLSearchParams({ within })}`;
    return this.#ask(`/v1/centers/${encodeURIComponent(id)}/continuum${query}`, {}, signal);
  }

  /**
   * Finds the shortest paths through one center of each level, such as detox, then residential, then IOP. The fields
   * are sent in the body, as for a search.
   */
  paths(fields: PathsFields, { signal }: CallOptions = {}): Promise<PathsAnswer> {
    return this.#ask('/v1/paths/search', posted(fields), signal);
  }

  /**
   * Suggests ZIPs and cities that begin with the text.
   * @param limit Maximum number of results, up to 20.
   */
  places(q: string, options: CallOptions & { readonly limit?: number } = {}): Promise<PlacesAnswer> {
    const query = new URLSearchParams({ q, ...(options.limit === undefined ? {} : { limit: String(options.limit) }) });
    return this.#latest('places', options, (signal) => this.#ask(`/v1/places?${query}`, {}, signal));
  }

  /** Reads every value of the filter fields, and how many centers have it. */
  taxonomy({ signal }: CallOptions = {}): Promise<TaxonomyAnswer> {
    return this.#ask('/v1/taxonomy', {}, signal);
  }

  /** Reads which states are listed. */
  states({ signal }: CallOptions = {}): Promise<StatesAnswer> {
    return this.#ask('/v1/states', {}, signal);
  }

  health({ signal }: CallOptions = {}): Promise<HealthAnswer> {
    return this.#ask('/v1/health', {}, signal);
  }

  /** Aborts the running call of this kind, if there is one, and starts the next. */
  async #latest<Answer>(
    kind: 'search' | 'places',
    { signal }: CallOptions,
    run: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.#options.abortPrevious === false) return run(signal ?? new AbortController().signal);
    this.#running.get(kind)?.abort();
    const ours = linked(signal);
    this.#running.set(kind, ours.controller);
    try {
      return await run(ours.controller.signal);
    } finally {
      ours.unlink();
      if (this.#running.get(kind) === ours.controller) this.#running.delete(kind);
    }
  }

  async #ask<Answer>(path: string, init: RequestInit, signal?: AbortSignal): Promise<Answer> {
    const { baseUrl = '', apiKey, timeoutMs = 15_000, fetch: send = globalThis.fetch } = this.#options;
    signal?.throwIfAborted();
    const { controller, unlink } = linked(signal);
    const patience = setTimeout(() => controller.abort(), timeoutMs);
    try {
      const response = await send(`${baseUrl.replace(/\/+$/, '')}${path}`, {
        ...init,
        headers: { accept: 'application/json', ...init.headers, ...(apiKey ? { 'x-api-key': apiKey } : {}) },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // No browser may cache the request: a request for places has the typed text in its URL.
        cache: 'no-store',
        signal: controller.signal,
      });
      if (!response.ok) throw await problemOf(response);
      return (await response.json()) as Answer;
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof ProblemError) throw cause;
      throw new NoAnswerError('No answer came back. The connection may be down.', { cause });
    } finally {
      clearTimeout(patience);
      unlink();
    }
  }
}

const posted = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * Makes an AbortController that a given signal can abort too. AbortSignal.any would do the same, but many phones lack
 * it.
 */
function linked(signal?: AbortSignal): { readonly controller: AbortController; readonly unlink: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  return { controller, unlink: () => signal?.removeEventListener('abort', abort) };
}
