import type { CenterRecord } from '../../functions/domain/record.ts';

/** A center and its offerings under another id. */
export function underId({ center, offerings, ...rest }: CenterRecord, id: string): CenterRecord {
  return {
    ...rest,
    center: { ...center, id },
    offerings: offerings.map((offering) => ({ ...offering, id: id + offering.id.slice(center.id.length) })),
  };
}
