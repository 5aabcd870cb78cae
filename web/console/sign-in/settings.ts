/** Sign-in settings. The stack, or the local server, writes this file for the page. */
export interface SignInSettings {
  /** Id of the app at the provider, for which tokens are issued. */
  readonly client: string;
  /** URL of the provider's sign-in page, which redirects back with a code. */
  readonly authorize: string;
  /** URL that exchanges a code or a refresh token for tokens. */
  readonly token: string;
  /** URL that ends the provider's own session and redirects back. */
  readonly logout: string;
  readonly scope: string;
}

export const SETTINGS_PATH = '/console/settings.json';
const TIMEOUT_MS = 5_000;

/** The settings file is missing or malformed. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads the settings file.
 * @throws SettingsError
 */
export async function fetchSettings(fetch: typeof globalThis.fetch): Promise<SignInSettings> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(SETTINGS_PATH, { credentials: 'omit', cache: 'no-cache', signal });
    if (!response.ok) throw new SettingsError(`${SETTINGS_PATH} answered ${response.status}`);
    return readSettings(await response.json());
  } catch (cause) {
    throw cause instanceof SettingsError ? cause : new SettingsError(`${SETTINGS_PATH} could not be read`, { cause });
  }
}

/**
 * Checks the settings.
 * @throws SettingsError naming the invalid property
 */
function readSettings(body: unknown): SignInSettings {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: keyof SignInSettings): string => {
    const value = given[name];
    if (typeof value === 'string' && value !== '' && value.length <= 300) return value;
    throw new SettingsError(`"${name}" is not a text of at most 300 characters`);
  };
  const address = (name: keyof SignInSettings): string => {
    const { protocol, hostname } = URL.parse(text(name)) ?? {};
    // Plain HTTP is allowed only for a provider on this machine, which has no certificate.
    if (protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname ?? '')))
      return text(name);
    throw new SettingsError(`"${name}" is not an https address`);
  };
  return {
    client: text('client'),
    authorize: address('authorize'),
    token: address('token'),
    logout: address('logout'),
    scope: text('scope'),
  };
}
