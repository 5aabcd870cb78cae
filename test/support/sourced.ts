import type { CenterRecord } from '../../functions/domain/record.ts';

const sources = {
  su: { name: 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities 2023', asOf: '2023-04-01' },
  mh: { name: 'SAMHSA National Directory of Mental Health Treatment Facilities 2024', asOf: '2024-04-01' },
  operator: { name: 'An operator of centers', asOf: '2026-11-01' },
} as const;

/**
 * Gives the records five kinds of source in turn: either directory, both, an operator's own data, and a directory
 * completed by an operator. Offering ids have the import's form, so each id says which directory it comes from.
 */
export function sourced(records: readonly CenterRecord[]): CenterRecord[] {
  return records.map(({ center, offerings, ...rest }, at) => {
    const kind = at % 5;
    const used = new Set<string>();
    return {
      ...rest,
      center: {
        ...center,
        sources: [
          ...(kind === 0 || kind === 2 || kind === 4 ? [sources.su] : []),
          ...(kind === 1 || kind === 2 ? [sources.mh] : []),
          ...(kind === 3 || kind === 4 ? [sources.operator] : []),
        ],
      },
      offerings: offerings.map((offering, index) => {
        const inSecond = kind === 1 || (kind === 2 && index % 2 === 1);
        const base = `${center.id}-${offering.level}${inSecond ? '-mental-health' : ''}`;
        let id = base;
        for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
        used.add(id);
        return { ...offering, id };
      }),
    };
  });
}
