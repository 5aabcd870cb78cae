import { tokenOf } from '../../functions/http/cursor.ts';

/** A neutral version that replaces the dataset's version in comparisons. */
const NEUTRAL = 'version.of.data.';
/** A key that signs cursors in comparisons. */
const NEUTRAL_KEY = 'A'.repeat(43);
/** A cursor: base64url of `[publishedAt, version, fingerprint, position, signature]` (functions/http/cursor.ts). */
const cursors = /WyI[A-Za-z0-9_-]{40,}/g;

/**
 * Replaces one dataset's version by another in a text, also within cursors.
 * @param key Signs the changed cursors again.
 */
export function withVersion(text: string, from: string, to: string, key = NEUTRAL_KEY): string {
  return text.replaceAll(cursors, (token) => moved(token, from, to, key)).replaceAll(from, to);
}

/** The link of a posted search. It contains the search in encrypted form, which differs every time. */
const sealed = /_page=(?!WyI)[A-Za-z0-9_-]{60,}/g;

/** Replaces the version and encrypted links in a text, so that two texts can be compared. */
export const inNeutralVersion = (text: string, version: string): string =>
  withVersion(text, version, NEUTRAL).replaceAll(sealed, '_page=sealed');

function moved(token: string, from: string, to: string, key: string): string {
  const [publishedAt, version, fingerprint, position] = JSON.parse(Buffer.from(token, 'base64url').toString());
  return tokenOf([publishedAt, version === from ? to : version, fingerprint, position], key);
}
