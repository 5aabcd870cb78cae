import type { Path } from '../positions.ts';
import type { Check, Remark } from './finding.ts';

/**
 * Characters that change the direction of the text around them (Unicode UAX 9): they can show a number or name in
 * another order than it is read or dialed.
 */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Checks that every text displays as it is stored, and that no link leads a visitor's browser into a private network.
 */
export const checkUnsafe: Check = (record) => {
  const texts = textsOf(record, []).flatMap(({ path, text }): Remark[] => {
    const found = turns.exec(text)?.[0];
    if (found === undefined) return [];
    const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return [{ severity: 'fault', path, message: `has ${code}, which turns the direction of text: type it again` }];
  });
  const { website } = record.center;
  const fault = website === null ? null : linkFault(website);
  return fault === null ? texts : [...texts, { severity: 'fault', path: ['center', 'website'], message: fault }];
};

function textsOf(value: unknown, path: Path): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => textsOf(inner, [...path, key]));
}

/**
 * Why a link is unsafe; null if it leads to the public web.
 * @param link A URL.
 */
export function linkFault(link: string): string | null {
  const { username, password, hostname } = new URL(link);
  if (username !== '' || password !== '') return 'has a name or password before the @: give the plain address';
  return isPrivate(hostname) ? `"${hostname}" is not on the public web: give the center's own address` : null;
}

/** Domain endings that are never in the public DNS (RFC 6761, 6762, 8375 and ICANN's "internal"). */
const privateNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|invalid|home\.arpa)$/;

/**
 * The hostname of a parsed URL: the parser has converted every form of an IPv4 address, such as 0x7f.1, to four
 * numbers.
 */
function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return true;
  if (/^\d+(?:\.\d+){3}$/.test(host)) return true;
  return !host.includes('.') || privateNames.test(host);
}
