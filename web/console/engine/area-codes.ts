import { type PackedCenter, unpackCenter } from '../../../functions/dataset/packed-center.ts';

/** An area code with its town: the town of most centers whose own phone numbers have this area code. */
export interface AreaCode {
  readonly code: string;
  /** The town with the most front-desk numbers in this area code, such as `Phoenix, AZ`. */
  readonly town: string;
}

/**
 * An area code with fewer front-desk numbers than this gets no town, because a center may keep its number when it
 * moves.
 */
const LEAST_DESKS = 2;
/** Toll-free area codes, which belong to no town. */
const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)$/;

/**
 * Maps each area code in the listings to its town. Counts only numbers that the center answers itself:
 * call centers are elsewhere.
 */
export function areaCodesOf(rows: readonly PackedCenter[]): ReadonlyMap<string, AreaCode> {
  const desks = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const { phones, address } = unpackCenter(row);
    const codes = new Set(
      phones.flatMap(({ number, answeredBy }) => (answeredBy === 'facility' ? [number.slice(2, 5)] : [])),
    );
    const town = `${address.city}, ${address.state}`;
    for (const code of codes) {
      if (TOLL_FREE.test(code)) continue;
      const towns = desks.get(code) ?? new Map<string, number>();
      towns.set(town, (towns.get(town) ?? 0) + 1);
      desks.set(code, towns);
    }
  }
  return new Map(
    [...desks].flatMap(([code, towns]) => {
      const [[town, count] = ['', 0]] = [...towns].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
      return count < LEAST_DESKS ? [] : [[code, { code, town }] as const];
    }),
  );
}

/** Matches a unit after a number. Such a number is a distance, a time or an age, not an area code. */
const UNIT = /^\s*(?:mi|mile|miles|km|hours?|hrs?|sessions?|weeks?|days?|yo|years?)\b/i;

/** Matches an area code alone, or the phone number that begins with it. */
const AREA_CODE = /(?<![\w.,-])\(?([2-9]\d\d)\)?(?:[\s.-]*\d{3}[\s.-]?\d{4}(?![\w-])|(?![\w.,-]))/g;

/**
 * Replaces the area code in a typed text, or the phone number that begins with it, by its town. Null if the text has no
 * known area code. `without` is the text with the area code or number left out.
 */
export function withTown(
  text: string,
  codes: ReadonlyMap<string, AreaCode>,
): { readonly text: string; readonly without: string; readonly area: AreaCode } | null {
  for (const match of text.matchAll(AREA_CODE)) {
    const area = codes.get(match[1] ?? '');
    const end = match.index + match[0].length;
    if (area === undefined || UNIT.test(text.slice(end))) continue;
    const before = text.slice(0, match.index);
    const after = text.slice(end);
    return { text: `${before}${area.town}${after}`, without: `${before}${after}`, area };
  }
  return null;
}
