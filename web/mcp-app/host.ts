/**
 * Messages between this frame and the page that contains it, as the MCP Apps extension defines them: JSON-RPC over
 * `postMessage`.
 */

export interface HostContext {
  readonly theme?: 'light' | 'dark';
  readonly locale?: string;
  readonly styles?: { readonly variables?: Readonly<Record<string, string | undefined>> };
}

export interface ToolResult {
  readonly content?: readonly { readonly type: string; readonly text?: string }[];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly isError?: boolean;
}

export interface Heard {
  context(context: HostContext): void;
  result(result: ToolResult): void;
  cancelled(): void;
}

/** Revision of the MCP Apps extension. */
const REVISION = '2026-01-26';

/** Connects to the host, which then sends the tool's result. The host is the chat application around this frame. */
export class Host {
  readonly #heard: Heard;
  #opensLinks = false;

  constructor(heard: Heard) {
    this.#heard = heard;
    addEventListener('message', (event) => {
      // Accepts messages from the host only. Other windows with a reference to this one can send messages too.
      if (event.source === parent) this.#received(event.data);
    });
    this.#post({
      id: 1,
      method: 'ui/initialize',
      params: {
        protocolVersion: REVISION,
        appInfo: { name: 'program-locator', version: '1.0.0' },
        appCapabilities: { availableDisplayModes: ['inline'] },
      },
    });
  }

  /**
   * Asks the host to open a URL.
   * @returns false if the host cannot open URLs
   */
  open(url: string): boolean {
    if (this.#opensLinks) this.#post({ id: 2, method: 'ui/open-link', params: { url } });
    return this.#opensLinks;
  }

  /** Tells the host how large the content is, in CSS pixels. */
  resized(width: number, height: number): void {
    this.#post({ method: 'ui/notifications/size-changed', params: { width, height } });
  }

  #received(data: unknown): void {
    const { id, method, params, result } = Object(data) as Readonly<Record<string, unknown>>;
    if (method === undefined && id === 1 && result !== undefined) this.#opened(Object(result));
    else if (method === 'ui/notifications/tool-result') this.#heard.result(Object(params) as ToolResult);
    else if (method === 'ui/notifications/tool-cancelled') this.#heard.cancelled();
    else if (method === 'ui/notifications/host-context-changed') this.#heard.context(Object(params) as HostContext);
    else if (method === 'ui/resource-teardown' || method === 'ping') this.#post({ id, result: {} });
  }

  #opened({ hostContext, hostCapabilities }: Readonly<Record<string, unknown>>): void {
    this.#opensLinks = 'openLinks' in Object(hostCapabilities);
    this.#heard.context(Object(hostContext) as HostContext);
    this.#post({ method: 'ui/notifications/initialized', params: {} });
  }

  #post(message: object): void {
    // The host's origin is unknown inside a sandbox, so the target is `*`. The messages reveal nothing: they only
    // contain what the host sent.
    parent.postMessage({ jsonrpc: '2.0', ...message }, '*');
  }
}
