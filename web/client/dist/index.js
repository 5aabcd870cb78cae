// web/client/problem-error.ts
var ProblemError = class extends Error {
  name = "ProblemError";
  status;
  /** Last part of the problem's type, such as `too-broad`; `unknown` if the answer was not a problem document. */
  kind;
  problem;
  /** Id of the request, for error reports. It reveals nothing about the request's content. */
  requestId;
  /** Seconds to wait before trying again. Null if the answer does not say. */
  retryAfter;
  constructor(status, problem, headers) {
    super(`${problem.title}: ${problem.detail}`);
    this.status = status;
    this.kind = /\/problems\/([\w-]+)$/.exec(problem.type)?.[1] ?? "unknown";
    this.problem = problem;
    this.requestId = headers.get("x-request-id");
    const seconds = headers.get("retry-after");
    this.retryAfter = seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) : null;
  }
  /** True if repeating the request may help, because the service failed and not the request. */
  get retryable() {
    return this.status === 429 || this.status >= 500;
  }
};
var NoAnswerError = class extends Error {
  name = "NoAnswerError";
  retryable = true;
};
async function problemOf(response) {
  const body = await response.json().catch(() => null);
  return new ProblemError(response.status, isProblem(body) ? body : unread(response), response.headers);
}
function isProblem(body) {
  const { type, title, detail } = body ?? {};
  return typeof type === "string" && typeof title === "string" && typeof detail === "string";
}
function unread({ status, statusText }) {
  return {
    type: "about:blank",
    title: statusText || `HTTP ${status}`,
    detail: "The answer could not be read.",
    status
  };
}

// web/client/client.ts
var LocatorClient = class {
  #options;
  #running = /* @__PURE__ */ new Map();
  constructor(options = {}) {
    this.#options = options;
  }
  /** Finds centers. The search is sent in the body, so that a place never appears in a URL, history or log. */
  search(fields, options = {}) {
    return this.#latest("search", options, (signal) => this.#ask("/v1/centers/search", posted(fields), signal));
  }
  /**
   * Requests the pages of a search, one after the other. If a page fails, it can be requested again with its `cursor`.
   */
  async *pages(fields, options = {}) {
    let cursor = fields.cursor;
    do {
      const answer = await this.search({ ...fields, ...cursor === void 0 ? {} : { cursor } }, options);
      yield answer;
      cursor = answer.next ?? void 0;
    } while (cursor !== void 0);
  }
  /** Reads one center with all its offerings. */
  center(id, { signal } = {}) {
    return this.#ask(`/v1/centers/${encodeURIComponent(id)}`, {}, signal);
  }
  /**
   * The next level up and down from each level of a center.
   * @param within A radius such as `50mi`.
   */
  continuum(id, { signal, within } = {}) {
    const query = within === void 0 ? "" : `?${new URLSearchParams({ within })}`;
    return this.#ask(`/v1/centers/${encodeURIComponent(id)}/continuum${query}`, {}, signal);
  }
  /**
   * Finds the shortest paths through one center of each level, such as detox, then residential, then IOP. The fields
   * are sent in the body, as for a search.
   */
  paths(fields, { signal } = {}) {
    return this.#ask("/v1/paths/search", posted(fields), signal);
  }
  /**
   * Suggests ZIPs and cities that begin with the text.
   * @param limit Maximum number of results, up to 20.
   */
  places(q, options = {}) {
    const query = new URLSearchParams({ q, ...options.limit === void 0 ? {} : { limit: String(options.limit) } });
    return this.#latest("places", options, (signal) => this.#ask(`/v1/places?${query}`, {}, signal));
  }
  /** Reads every value of the filter fields, and how many centers have it. */
  taxonomy({ signal } = {}) {
    return this.#ask("/v1/taxonomy", {}, signal);
  }
  /** Reads which states are listed. */
  states({ signal } = {}) {
    return this.#ask("/v1/states", {}, signal);
  }
  health({ signal } = {}) {
    return this.#ask("/v1/health", {}, signal);
  }
  /** Aborts the running call of this kind, if there is one, and starts the next. */
  async #latest(kind, { signal }, run) {
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
  async #ask(path, init, signal) {
    const { baseUrl = "", apiKey, timeoutMs = 15e3, fetch: send = globalThis.fetch } = this.#options;
    signal?.throwIfAborted();
    const { controller, unlink } = linked(signal);
    const patience = setTimeout(() => controller.abort(), timeoutMs);
    try {
      const response = await send(`${baseUrl.replace(/\/+$/, "")}${path}`, {
        ...init,
        headers: { accept: "application/json", ...init.headers, ...apiKey ? { "x-api-key": apiKey } : {} },
        credentials: "omit",
        referrerPolicy: "no-referrer",
        // No browser may cache the request: a request for places has the typed text in its URL.
        cache: "no-store",
        signal: controller.signal
      });
      if (!response.ok) throw await problemOf(response);
      return await response.json();
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof ProblemError) throw cause;
      throw new NoAnswerError("No answer came back. The connection may be down.", { cause });
    } finally {
      clearTimeout(patience);
      unlink();
    }
  }
};
var posted = (body) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body)
});
function linked(signal) {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  return { controller, unlink: () => signal?.removeEventListener("abort", abort) };
}
export {
  LocatorClient,
  NoAnswerError,
  ProblemError
};
