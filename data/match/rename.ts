import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';

/**
 * A record under another id. Its offerings' ids follow, and are those of the offerings before where these can be told: the same
 * ending, or else the only one of its level on both sides.
 */
export function renamed(record: CenterRecord, id: string, before: CenterRecord | null): CenterRecord {
  const { center, offerings } = record;
  const moved = offerings.map((offering) => ({ ...offering, id: `${id}-${offering.id.slice(center.id.length + 1)}` }));
  const former = (before?.offerings ?? []).filter((offering) => offering.id.startsWith(`${id}-`));
  const taken = new Set(moved.map((offering) => offering.id));
  const left = former.filter((offering) => !taken.has(offering.id));
  const known = new Set(former.map((offering) => offering.id));
  return {
    ...record,
    center: { ...center, id },
    offerings: moved.map((offering) => {
      if (known.has(offering.id)) return offering;
      const same = ofLevel(left, offering);
      const [only] = same;
      const fresh = ofLevel(moved, offering).filter((each) => !known.has(each.id));
      return only !== undefined && same.length === 1 && fresh.length === 1 ? { ...offering, id: only.id } : offering;
    }),
  };
}

function ofLevel(offerings: readonly Offering[], { level }: Offering): Offering[] {
  return offerings.filter((each) => each.level === level);
}
