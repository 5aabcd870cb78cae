import type { CenterRecord } from '../../functions/domain/record.ts';

/** A center under another id, its offerings too. */
export function underId({ center, offerings, ...rest }: CenterRecord, id: string): CenterRecord {
  return {
    ...rest,
    center: { ...center, id },
    offerings: offerings.map((offering) => ({ ...offering, id: id + offering.id.slice(center.id.length) })),
  };
}
