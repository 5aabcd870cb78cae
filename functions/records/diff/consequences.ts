import { levels } from '../../domain/level-of-care.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { Changed, Difference } from './compare.ts';

/**
 * If only these fields of a center change, it does not matter to a caller: the source of a fact, and the exact point on
 * the map.
 */
const minorFields: ReadonlySet<string> = new Set(['sources', 'lat', 'lng', 'accuracy']);

export const isMinor = ({ fields, moved }: Changed): boolean =>
  !moved && fields.every(({ field }) => minorFields.has(field));

/** The changed fields that matter to a caller. */
export const majorFields = ({ fields }: Changed): Changed['fields'] =>
  fields.filter(({ field }) => !minorFields.has(field));

/**
 * What a change of the listings means for people who look for a program, in the order in which a reviewer should look.
 */
export interface Consequences {
  /** Centers that newly list an intensive outpatient program, and centers that no longer do. */
  readonly iopGained: readonly CenterRecord[];
  readonly iopLost: readonly CenterRecord[];
  /** Centers whose phone numbers change. */
  readonly phones: readonly Changed[];
  /** Ids that have a page today and would have none. */
  readonly idsBroken: readonly string[];
  /** Confirmed or denied offerings that would disappear, with their centers. */
  readonly confirmationsLost: readonly { readonly center: CenterRecord; readonly offering: string }[];
  /** Confirmed or denied offerings whose source has changed. */
  readonly confirmationsChanged: readonly { readonly center: CenterRecord; readonly offering: string }[];
}

const hasIop = ({ offerings }: CenterRecord): boolean =>
  offerings.some(({ level, confirmation }) => level === 'iop' && confirmation.state !== 'denied');

/** The part of an offering's id after the center's id. It stays the same if the center gets another id. */
const tailOf = (offering: string, { center }: CenterRecord): string => offering.slice(center.id.length + 1);

export function consequencesOf({ added, removed, changed, broken }: Difference): Consequences {
  const confirmed = ({ offerings }: CenterRecord) =>
    offerings.filter(({ confirmation }) => confirmation.state !== 'unconfirmed');
  const lostOfChanged = changed.flatMap(({ before, after }) => {
    const still = new Set(after.offerings.map(({ id }) => tailOf(id, after)));
    return confirmed(before)
      .filter(({ id }) => !still.has(tailOf(id, before)))
      .map(({ id }) => ({ center: before, offering: id }));
  });
  return {
    iopGained: [
      ...added.filter(hasIop),
      ...changed.filter(({ before, after }) => !hasIop(before) && hasIop(after)).map(({ after }) => after),
    ],
    iopLost: [
      ...removed.filter(hasIop),
      ...changed.filter(({ before, after }) => hasIop(before) && !hasIop(after)).map(({ before }) => before),
    ],
    phones: changed.filter(({ fields }) => fields.some(({ field }) => field === 'phones')),
    idsBroken: broken,
    confirmationsLost: [
      ...removed.flatMap((center) => confirmed(center).map(({ id }) => ({ center, offering: id }))),
      ...lostOfChanged,
    ],
    confirmationsChanged: changed.flatMap(({ before, after, fields }) =>
      confirmed(before)
        .map(({ id }) => tailOf(id, before))
        .filter((tail) => after.offerings.some((each) => tailOf(each.id, after) === tail))
        .filter((tail) => fields.some(({ field }) => field.startsWith(`${tail}: `)))
        .map((tail) => ({ center: after, offering: `${after.center.id}-${tail}` })),
    ),
  };
}

/** The consequences, one per line, for the top of every report. */
export function consequenceLines(difference: Difference): string[] {
  const { iopGained, iopLost, phones, idsBroken, confirmationsLost, confirmationsChanged } = consequencesOf(difference);
  const { removed, became, changed, undecided } = difference;
  const led = removed.filter(({ center }) => (became.get(center.id)?.now ?? null) !== null).length;
  const explained = removed.filter(({ center }) => became.get(center.id)?.now === null).length;
  const minor = changed.filter(isMinor).length;
  const [lost, gained] = [new Set(iopLost), new Set(iopGained)];
  const both = undecided.filter(({ before, after }) => lost.has(before) && gained.has(after)).length;
  return [
    `IOP: ${iopLost.length} centers lose it, ${iopGained.length} gain it${both === 0 ? '' : `; ${both} of these may be the same center under a new id`}`,
    `phones: ${phones.length} centers get other numbers`,
    `ids: ${idsBroken.length} broken, ${led} lead to another center, ${explained} say why they are gone`,
    `confirmations: ${confirmationsLost.length} of offerings that would be gone, ${confirmationsChanged.length} of offerings whose listing changed`,
    ...(undecided.length === 0
      ? []
      : [`to decide: ${undecided.length} pairs of a removed and an added center that may be one (review.csv)`]),
    `to look at: ${changed.length - minor} changed centers; ${minor} changed only in source, date or point`,
  ];
}

/** For each level with a difference: how many centers no longer list it, and how many newly do. */
export function levelChanges({
  added,
  removed,
  changed,
}: Difference): { level: string; lost: number; gained: number }[] {
  const lists = (record: CenterRecord | null, level: string): boolean =>
    record?.offerings.some((offering) => offering.level === level && offering.confirmation.state !== 'denied') === true;
  const pairs = [
    ...added.map((after) => ({ before: null, after })),
    ...removed.map((before) => ({ before, after: null })),
    ...changed,
  ];
  return levels.codes
    .map((level) => ({
      level,
      lost: pairs.filter(({ before, after }) => lists(before, level) && !lists(after, level)).length,
      gained: pairs.filter(({ before, after }) => !lists(before, level) && lists(after, level)).length,
    }))
    .filter(({ lost, gained }) => lost > 0 || gained > 0);
}
