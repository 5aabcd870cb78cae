import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { listOf, listsOf } from './lists.ts';

/**
 * Gives a record another id, and renames its offerings to match. An offering keeps its earlier id if it can be
 * recognized. An id only passes between offerings of the same list and level, because confirmations from admissions are
 * stored under it: to the offering with the same facts, or, if one is left on each side, from that one to the other.
 * All other offerings get an id that the center never used.
 * @param before The center's previous record, under the id that it keeps.
 * @param lost The center with offerings that it once had and that `before` lacks.
 */
export function renamed(
  record: CenterRecord,
  id: string,
  before: CenterRecord | null,
  lost: CenterRecord | null = null,
): CenterRecord {
  const { center, offerings } = record;
  const own = (offering: Offering): boolean => offering.id.startsWith(`${id}-`);
  // A person may have given the center another id. Its offerings' ids then change to match, but their facts do not.
  const former = before === null || before.center.id === id ? before : underId(before, id);
  const [live, past] = [(former?.offerings ?? []).filter(own), (lost?.offerings ?? []).filter(own)];
  const lists = listsOf(record);
  const moved = new Map(
    offerings.map((offering) => [offering, `${id}-${offering.id.slice(center.id.length + 1)}`] as const),
  );
  const given = new Map<Offering, string>();
  const kindOf = (list: string | null, { level }: Offering): string => `${list} ${level}`;
  const byKind = (list: readonly Offering[], of: CenterRecord | null) =>
    Map.groupBy(list, (each) => kindOf(of === null ? null : listOf(each, id, listsOf(of)), each));
  const [liveByKind, pastByKind] = [byKind(live, former), byKind(past, lost)];
  for (const [kind, group] of Map.groupBy(offerings, (each) => kindOf(listOf(each, center.id, lists), each))) {
    pass(group, liveByKind.get(kind) ?? [], pastByKind.get(kind) ?? [], moved, given);
  }
  const spent = new Set([...live, ...past].map((offering) => offering.id));
  for (const offerId of given.values()) spent.add(offerId);
  return {
    ...record,
    center: { ...center, id },
    offerings: offerings.map((offering) => {
      const kept = given.get(offering);
      if (kept !== undefined) return { ...offering, id: kept };
      const base = moved.get(offering) ?? offering.id;
      let fresh = base;
      for (let count = 2; spent.has(fresh); count++) fresh = `${base}-${count}`;
      spent.add(fresh);
      return { ...offering, id: fresh };
    }),
  };
}

function underId({ center, ...rest }: CenterRecord, id: string): CenterRecord {
  const tailOf = (offering: Offering): string => offering.id.slice(center.id.length);
  const offerings = rest.offerings.map((offering) => ({ ...offering, id: id + tailOf(offering) }));
  return { ...rest, center: { ...center, id }, offerings };
}

/** Passes the earlier offerings' ids to the offerings of one list and level. */
function pass(
  now: readonly Offering[],
  live: readonly Offering[],
  past: readonly Offering[],
  moved: ReadonlyMap<Offering, string>,
  given: Map<Offering, string>,
): void {
  const left = new Set([...live, ...past]);
  const give = (offering: Offering, former: Offering | undefined): void => {
    if (former === undefined) return;
    given.set(offering, former.id);
    left.delete(former);
  };
  const open = (): Offering[] => now.filter((offering) => !given.has(offering));
  // Matches equal id and equal facts first, so that two offerings with equal facts each keep their own id.
  for (const offering of open()) {
    give(
      offering,
      [...left].find((each) => each.id === moved.get(offering) && facts(each) === facts(offering)),
    );
  }
  for (const offering of open())
    give(
      offering,
      [...left].find((each) => facts(each) === facts(offering)),
    );
  const [offering, ...others] = open();
  if (offering === undefined || others.length > 0) return;
  for (const before of [live, past]) {
    const still = before.filter((each) => left.has(each));
    if (still.length === 1) give(offering, still[0]);
    if (still.length > 0) return;
  }
}

/** Writes an offering's facts as text, without its id, confirmation and intake. */
function facts({ id: _id, confirmation: _confirmation, intake: _intake, ...said }: Offering): string {
  return JSON.stringify(Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1)));
}
