import { levelTerm } from '../../functions/domain/level-of-care.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Point } from '../../functions/geo/point.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { plainUnknown, plainVerdict } from './kleene.ts';
import { matchingOfferings, oracleNear } from './oracle.ts';

/** The right answer to a search, found by reading every record; without distances, which are compared separately. */
export interface PlainAnswer {
  readonly results: readonly { readonly center: unknown; readonly offerings: readonly unknown[] }[];
  readonly km: readonly number[];
  readonly unknown: {
    readonly count: number;
    readonly more?: true;
    readonly because: Readonly<Record<string, number>>;
  };
}

export function plainNear(
  records: readonly CenterRecord[],
  query: { origin: Point; withinKm?: number; filter?: Filter; limit?: number },
  now: number,
): PlainAnswer {
  const { origin, withinKm = null, filter = {}, limit = 10 } = query;
  const found = oracleNear(records, { origin, withinKm, filter, limit }, now);
  const byId = new Map(records.map((record) => [record.center.id, record]));
  return {
    results: found.results.map(({ id, offerings }) => plainResult(byId.get(id), offerings, now)),
    km: found.results.map(({ km }) => km),
    unknown: shownUnknown(found.unknown),
  };
}

/** The right answer to a search in a state, sorted by city, name and id. */
export function plainState(
  records: readonly CenterRecord[],
  { state, filter = {}, limit = 10 }: { state: string; filter?: Filter; limit?: number },
  now: number,
): PlainAnswer {
  const key = ({ center }: CenterRecord) =>
    [center.address.city.toLowerCase(), center.name.toLowerCase(), center.id].join('\u0000');
  const inState = records.filter(({ center }) => center.address.state === state);
  const results: PlainAnswer['results'][number][] = [];
  const ordered = inState.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const record of ordered) {
    if (results.length === limit) break;
    const offerings = matchingOfferings(record, filter, now);
    if (offerings)
      results.push(
        plainResult(
          record,
          offerings.map(({ id }) => id),
          now,
        ),
      );
  }
  const unknown = shownUnknown(plainUnknown(ordered.map((record) => plainVerdict(record, filter, now))));
  return { results, km: [], unknown };
}

const shownUnknown = ({ count, more, because }: ReturnType<typeof plainUnknown>): PlainAnswer['unknown'] => ({
  count,
  ...(more ? { more } : {}),
  because,
});

export function plainResult(record: CenterRecord | undefined, offeringIds: readonly string[], now: number) {
  if (record === undefined) throw new Error('no such record');
  const { center, offerings } = record;
  return {
    center: withSortedLists({
      ...center,
      phones: center.phones.map((phone) => {
        const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone.number) ?? [];
        const extension = phone.extension === null ? '' : ` ext. ${phone.extension}`;
        return { ...phone, display: `(${area}) ${exchange}-${line}${extension}` };
      }),
    }),
    offerings: offerings.filter(({ id }) => offeringIds.includes(id)).map((one) => plainOffering(one, now)),
  };
}

function plainOffering({ confirmation, asam, ...facts }: Offering, now: number) {
  const { label, asam: codes } = levelTerm(facts.level);
  const third = codes.filter(({ edition }) => edition === '3');
  const stale = confirmation.state === 'confirmed' && now >= Date.parse(confirmation.expiresAt ?? '');
  return withSortedLists({
    ...facts,
    label,
    asam: asam ?? (third.length === 1 ? third[0] : null),
    confirmation: { ...confirmation, state: stale ? 'stale' : confirmation.state },
  });
}

/** A list of codes is a set: answers use the vocabulary's order, records their own. */
export function withSortedLists<T>(value: T): T {
  if (Array.isArray(value)) {
    const items = value.map(withSortedLists);
    return (items.every((item) => typeof item === 'string') ? items.sort() : items) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withSortedLists(member)])) as T;
}
