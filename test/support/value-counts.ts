import type { CenterRecord } from '../../functions/domain/record.ts';

const centerFacts: Readonly<Record<string, (center: CenterRecord['center']) => readonly unknown[]>> = {
  state: ({ address }) => [address.state],
  accuracy: ({ location }) => [location.accuracy],
  unknownLevels: ({ unknownLevels }) => (unknownLevels.length === 0 ? ['(none)'] : unknownLevels),
  street: ({ address }) => [address.street === null ? 'withheld' : 'given'],
  phones: ({ phones }) => [phones.length],
  phone: ({ phones }) => phones.map(({ purpose, answeredBy }) => `${purpose}, ${answeredBy}`),
  extension: ({ phones }) => phones.map(({ extension }) => (extension === null ? 'none' : 'given')),
  website: ({ website }) => [website === null ? 'none' : 'given'],
  sources: ({ sources }) => [
    sources
      .map(({ name, asOf }) => `${name} (${asOf})`)
      .sort()
      .join(' + '),
  ],
};

const lists = [
  ...(['conditions', 'populations', 'ages', 'genders', 'families', 'only'] as const),
  ...(['therapies', 'payers', 'languages', 'modalities'] as const),
];

/**
 * Counts how often each value occurs in the records: per field for centers, and per level and directory for offerings.
 * The lines look like `offering iop su population women 312`. An import's error in many records changes some line.
 */
export function valueCounts(records: readonly CenterRecord[]): string[] {
  const counts = new Map<string, number>();
  const count = (...parts: readonly unknown[]): void => {
    const key = parts.map(String).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { center, offerings } of records) {
    count('centers');
    for (const [field, valuesOf] of Object.entries(centerFacts))
      for (const value of valuesOf(center)) count('center', field, value);
    count('center', 'offerings', offerings.length);
    for (const offering of offerings) {
      const { level, id, housing, schedule, confirmation, intake } = offering;
      const of = ['offering', level, id.includes('-mental-health', center.id.length) ? 'mh' : 'su'];
      count(...of);
      count(...of, 'housing', housing);
      count(...of, 'schedule', schedule === null ? null : 'given');
      count(...of, 'confirmation', confirmation.state, 'intake', intake.state);
      for (const field of lists) {
        const values = offering[field] ?? [];
        if (values.length === 0) count(...of, field, '(none)');
        for (const value of values) count(...of, field, value);
      }
    }
  }
  return [...counts].map(([key, value]) => `${key} ${value}`).sort();
}
