import { PocketError } from './error.ts';

/** Maximum size in bytes of one answer, and of all answers together. */
const [MOST_OF_ONE, MOST_OF_ALL] = [4_000_000, 60_000_000];

/**
 * Returns a `fetch` for a running locator that does not follow redirects to other sites, and limits the size of
 * answers.
 * @throws PocketError from each call that violates this
 */
export function fetchOfApi(): typeof fetch {
  let all = 0;
  return async (input, { signal } = {}) => {
    const response = await fetch(input, { redirect: 'error', ...(signal ? { signal } : {}) });
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      all += chunk.length;
      if (bytes > MOST_OF_ONE || all > MOST_OF_ALL) throw new PocketError(`${String(input)} answers with too much.`);
      chunks.push(chunk);
    }
    return new Response(Buffer.concat(chunks), { status: response.status, headers: response.headers });
  };
}

/**
 * Reads the URL of a locator or a website, without a closing slash. @throws PocketError unless it is https; on this
 * machine http is accepted
 */
export function addressOf(text: string, option: string): string {
  const url = URL.parse(text);
  const local = url !== null && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (local && url.protocol === 'http:')))
    throw new PocketError(`${option} takes a URL such as https://find.example.org, not "${text}".`);
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    throw new PocketError(`${option} takes a URL without "?", "#" or a password.`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
