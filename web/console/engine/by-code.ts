import type { Found, Row } from './found.ts';
import { isProblem } from './problem.ts';
import type { Source } from './source.ts';

/** Matches a text that may be the beginning of a team code: no spaces, and at least one digit or hyphen. */
const CODE = /^(?=.*[\d-])[\p{L}\d][\p{L}\d._/-]{2,39}$/u;
const MOST = 50;

/** Finds centers whose team code begins with the text. Returns null if there are none. */
export function byCode(text: string, { codes, locator }: Source): Found | null {
  if (!CODE.test(text)) return null;
  const start = text.toUpperCase();
  const found = codes.filter(({ code }) => code.toUpperCase().startsWith(start));
  const exact = found.filter(({ code }) => code.toUpperCase() === start);
  const rows = (exact.length > 0 ? exact : found).slice(0, MOST).flatMap(({ center }) => rowOf(center, locator) ?? []);
  if (rows.length === 0) return null;
  return {
    kind: 'rows',
    rows,
    chips: [{ field: 'code', value: start, drops: 'code' }],
    ...{ fields: {}, unknown: { count: 0, more: false }, more: false, ignored: [], named: 0, changes: [], from: null },
    crisis: false,
  };
}

/** Builds the row of a center. Returns null if the center is no longer listed. */
function rowOf(id: string, locator: Source['locator']): Row | null {
  try {
    const { center, offerings: all } = locator.center(id) as unknown as Pick<Row, 'center' | 'offerings'>;
    const offerings = all.filter(({ confirmation }) => confirmation.state !== 'denied');
    const approximate = center.location.accuracy === 'zip';
    return { center, offerings, matched: offerings, approximate, miles: null, ask: null, twin: false };
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
