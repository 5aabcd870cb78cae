import { tokenOf } from '../../functions/http/cursor.ts';

/** Stands for the dataset's version in what is compared. */
const NEUTRAL = 'version.of.data.';
/** Signs cursors in what is compared. */
const NEUTRAL_KEY = 'A'.repeat(43);
/** A cursor: base64url of `[publishedAt, version, fingerprint, position, signature]` (functions/http/cursor.ts). */
const cursors = /WyI[A-Za-z0-9_-]{40,}/g;

/**
 * A text with another dataset's version in place of one, inside of cursors too, wherever they are in the text.
 * @param key Signs the cursors anew.
 */
export function withVersion(text: string, from: string, to: string, key = NEUTRAL_KEY): string {
  return text.replaceAll(cursors, (token) => moved(token, from, to, key)).replaceAll(from, to);
}

/** A link of a posted search: what was searched is encrypted in it, and never twice the same. */
const sealed = /_page=(?!WyI)[A-Za-z0-9_-]{60,}/g;

/** A text that reads the same whatever the version is, and whatever a sealed link was encrypted with. */
export const inNeutralVersion = (text: string, version: string): string =>
  withVersion(text, version, NEUTRAL).replaceAll(sealed, '_page=sealed');

function moved(token: string, from: string, to: string, key: string): string {
  const [publishedAt, version, fingerprint, position] = JSON.parse(Buffer.from(token, 'base64url').toString());
  return tokenOf([publishedAt, version === from ? to : version, fingerprint, position], key);
}
