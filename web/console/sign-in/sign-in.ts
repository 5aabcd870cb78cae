import { NoAnswerError } from '../../client/problem-error.ts';
import type { Session } from '../ports.ts';
import { authorizeUrl, newPending, type Pending, type Returned, readReturned } from './pkce.ts';
import { fetchSettings, SettingsError, type SignInSettings } from './settings.ts';
import { fetchTokens, personOf, SignInRefusedError, type TokenSet } from './tokens.ts';

/** What signing in needs from the browser. */
export interface Browser {
  readonly fetch: typeof fetch;
  readonly location: Pick<Location, 'origin' | 'search' | 'hash' | 'assign' | 'replace'>;
  /** Replaces the URL in the address bar, to remove the provider's parameters. */
  readonly showAddress: (address: string) => void;
  /**
   * Stops taking input because the page is about to leave.
   * @returns false if the agent has begun to work. A silent redirect would lose what was typed, so the page stays.
   */
  readonly mayLeave: () => boolean;
  /** Storage that lasts for one tab, across redirects. */
  readonly session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => () => void;
}

const PAGE = '/console';
const KEY = 'console-sign-in';
/** Milliseconds before its expiry at which a token is renewed. */
const EARLY_MS = 60_000;
const PROBE_MS = 3_000;
const STOPPED_MS = 10_000;
/** Milliseconds before the next try if a renewal got no answer. */
const AGAIN_MS = 10_000;

/** Signs a person in (authorization code flow with PKCE), and renews the access token while the page is open. */
export class PageSignIn {
  readonly #browser: Browser;
  readonly #returned: Returned | null;
  readonly #pending: Pending | null;
  readonly #listeners = new Set<() => void>();
  #settings: SignInSettings | null = null;
  #tokens: TokenSet | null = null;
  #session: Session = { kind: 'opening' };
  #subject: string | null = null;
  #renewing: Promise<string | null> | null = null;
  #cancel = () => {};

  /** Reads a redirect from the provider, and at once removes its code from the address bar. */
  constructor(browser: Browser) {
    const { location, session, showAddress } = browser;
    this.#browser = browser;
    this.#returned = readReturned(location.search);
    this.#pending = readPending(session.getItem(KEY));
    session.removeItem(KEY);
    if (this.#returned !== null) showAddress(`${PAGE}${this.#pending?.fragment ?? location.hash}`);
  }

  get session(): Session {
    return this.#session;
  }

  get subject(): string | null {
    return this.#subject;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Starts the sign-in: finishes a redirect from the provider, or makes a silent one to learn if somebody is signed in.
   * Without a connection the page continues signed out.
   */
  async open(): Promise<void> {
    const { later } = this.#browser;
    const returned = this.#returned;
    const pending = this.#pending;
    try {
      if (returned === null) {
        if (!(await this.#redirect(true))) this.#out(false);
        // If Esc or an error stopped the redirect, the provider never sends the person back. The page then continues
        // signed out.
        else this.#cancel = later(() => this.#out(false), STOPPED_MS);
        return;
      }
      // A URL whose `state` is not this tab's own was made by somebody else, and must not sign anybody in.
      if (returned.kind === 'error' || pending === null || pending.state !== returned.state) return this.#out(false);
      this.#settings = await fetchSettings(this.#browser.fetch);
      const { code } = returned;
      const grant = { grant_type: 'authorization_code', code, code_verifier: pending.verifier };
      this.#hold(await fetchTokens(this.#settings, { ...grant, redirect_uri: this.#page }, this.#browser.fetch));
    } catch (error) {
      this.#out(false);
      if (!isExpected(error)) throw error;
    }
  }

  /**
   * Leaves for the provider's sign-in page.
   * @returns false if that page cannot be reached
   */
  begin(): Promise<boolean> {
    return this.#redirect(false);
  }

  /** Forgets the tokens and ends the provider's own session. */
  leave(): void {
    this.#out(false);
    if (this.#settings === null) return;
    const url = new URL(this.#settings.logout);
    url.searchParams.set('client_id', this.#settings.client);
    url.searchParams.set('logout_uri', this.#page);
    this.#browser.location.assign(url.href);
  }

  async token(): Promise<string | null> {
    if (this.#tokens === null) return null;
    if (this.#browser.now() < this.#tokens.expiresAt - EARLY_MS / 2) return this.#tokens.access;
    return this.renew(this.#tokens.access);
  }

  renew(refused: string): Promise<string | null> {
    if (this.#tokens === null || this.#tokens.access !== refused) return Promise.resolve(this.#tokens?.access ?? null);
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  over(): void {
    if (this.#tokens !== null) this.#out(true);
  }

  async #renew(): Promise<string | null> {
    const { fetch, later } = this.#browser;
    const refresh = this.#tokens?.refresh ?? null;
    if (this.#settings === null || refresh === null) {
      this.#out(true);
      return null;
    }
    try {
      const tokens = await fetchTokens(this.#settings, { grant_type: 'refresh_token', refresh_token: refresh }, fetch);
      // The person signed out while the tokens were requested, so they are not used.
      if (this.#tokens === null) return null;
      this.#hold(tokens);
      return tokens.access;
    } catch (error) {
      if (error instanceof SignInRefusedError) {
        this.#out(true);
        return null;
      }
      this.#cancel = later(() => this.#renewQuietly(), AGAIN_MS);
      throw error;
    }
  }

  #renewQuietly(): void {
    if (this.#tokens === null) return;
    this.renew(this.#tokens.access).catch((error: unknown) => {
      // If the renewal gets no answer, it is tried again later. Until then, calls to the API fail as if there were no
      // answer.
      if (!(error instanceof NoAnswerError)) throw error;
    });
  }

  get #page(): string {
    return `${this.#browser.location.origin}${PAGE}`;
  }

  /** Redirects to the provider. @returns false if the page stays: it cannot be reached, or the agent is at work. */
  async #redirect(silent: boolean): Promise<boolean> {
    const { fetch, location, session } = this.#browser;
    try {
      this.#settings ??= await fetchSettings(fetch);
    } catch (error) {
      if (error instanceof SettingsError) return false;
      throw error;
    }
    if (!(await this.#answers(this.#settings))) return false;
    const pending = newPending(centerIn(location.hash));
    const url = await authorizeUrl(this.#settings, pending, this.#page, silent);
    if (silent && !this.#browser.mayLeave()) return false;
    session.setItem(KEY, JSON.stringify(pending));
    if (silent) location.replace(url);
    else location.assign(url);
    return true;
  }

  /**
   * Checks that the provider answers before redirecting to it, because a browser's error page must not replace the
   * console. Sends no cookies, so the provider only redirects back to this page. Any response counts.
   */
  async #answers(settings: SignInSettings): Promise<boolean> {
    const url = await authorizeUrl(settings, newPending(''), this.#page, true);
    const init = { mode: 'no-cors', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;
    return this.#browser.fetch(url, { ...init, signal: AbortSignal.timeout(PROBE_MS) }).then(
      () => true,
      () => false,
    );
  }

  #hold(tokens: TokenSet): void {
    const { subject, ...person } = personOf(tokens.access);
    const isNew = this.#session.kind !== 'in' || this.#subject !== subject;
    this.#tokens = tokens;
    this.#cancel();
    const ms = Math.max(1_000, tokens.expiresAt - EARLY_MS - this.#browser.now());
    this.#cancel = this.#browser.later(() => this.#renewQuietly(), ms);
    if (!isNew) return;
    this.#session = { kind: 'in', person };
    this.#subject = subject;
    this.#changed();
  }

  #out(ended: boolean): void {
    this.#cancel();
    this.#tokens = null;
    this.#subject = null;
    this.#session = { kind: 'out', ended };
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const isExpected = (error: unknown): boolean =>
  error instanceof Error && ['NoAnswerError', 'SignInRefusedError', 'SettingsError'].includes(error.name);

/** True if the page came back from the provider, so that it will not leave by itself. */
export const isBack = ({ search }: Pick<Location, 'search'>): boolean => readReturned(search) !== null;

/** Returns the URL fragment if it is `#center=<id>`, otherwise an empty text. */
const centerIn = (fragment: string): string => (/^#center=[a-z0-9-]{1,120}$/.test(fragment) ? fragment : '');

function readPending(text: string | null): Pending | null {
  if (text === null) return null;
  try {
    const { verifier, state, fragment } = JSON.parse(text) as Record<string, unknown>;
    if (typeof verifier !== 'string' || typeof state !== 'string' || typeof fragment !== 'string') return null;
    return { verifier, state, fragment: centerIn(fragment) };
  } catch {
    return null;
  }
}
