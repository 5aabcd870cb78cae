import { type PackedCenter, unpackCenter } from '../../../functions/dataset/packed-center.ts';

/** Where people with an area code's numbers mostly are, as the listings' own front desks tell it. */
export interface AreaCode {
  readonly code: string;
  /** The town with the most front desks of this area code: `Phoenix, AZ`. */
  readonly town: string;
}

/** A town named by so few front desks says nothing: a center may keep its number when it moves. */
const LEAST_DESKS = 2;
/** Toll-free numbers are of no place. */
const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)$/;

/** Area codes of the listings. Only numbers that the center itself answers count: call centers are elsewhere. */
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

/** Units after a number that make it something else than an area code. */
const UNIT = /^\s*(?:mi|mile|miles|km|hours?|hrs?|sessions?|weeks?|days?|yo|years?)\b/i;

/** The typed text with an area code written as its town; null where it has none. */
export function withTown(
  text: string,
  codes: ReadonlyMap<string, AreaCode>,
): { readonly text: string; readonly area: AreaCode } | null {
  for (const match of text.matchAll(/(?<![\w.,-])\(?([2-9]\d\d)\)?(?![\w.,-])/g)) {
    const area = codes.get(match[1] ?? '');
    const end = match.index + match[0].length;
    if (area === undefined || UNIT.test(text.slice(end))) continue;
    return { text: `${text.slice(0, match.index)}${area.town}${text.slice(end)}`, area };
  }
  return null;
}
