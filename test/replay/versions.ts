/** Stands for the dataset's version in what is compared. */
const NEUTRAL = 'version.of.data.';
/** A cursor: base64url of `[publishedAt, version, fingerprint, position]` (functions/http/cursor.ts). */
const cursors = /WyI[A-Za-z0-9_-]{40,}/g;

/** A text with another dataset's version in place of one, inside of cursors too, wherever they are in the text. */
export function withVersion(text: string, from: string, to: string): string {
  return text.replaceAll(cursors, (token) => moved(token, from, to)).replaceAll(from, to);
}

/** A text that reads the same whatever the version is. */
export const inNeutralVersion = (text: string, version: string): string => withVersion(text, version, NEUTRAL);

function moved(token: string, from: string, to: string): string {
  const inside = Buffer.from(token, 'base64url').toString();
  return inside.includes(`"${from}"`) ? Buffer.from(inside.replaceAll(from, to)).toString('base64url') : token;
}
