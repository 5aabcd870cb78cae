/** A change of one row: its new value, or null to remove it. */
export interface Edit<Row> {
  readonly key: string;
  readonly row: Row | null;
}

/** The changes that turn the rows `before` into the rows `after`. */
export function editsBetween<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): Edit<Row>[] {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [keyOf(row), row]))) as [
    Map<string, Row>,
    Map<string, Row>,
  ];
  const puts = [...now]
    .filter(([key, row]) => JSON.stringify(old.get(key)) !== JSON.stringify(row))
    .map(([key, row]): Edit<Row> => ({ key, row }));
  const removes = [...old.keys()].filter((key) => !now.has(key)).map((key): Edit<Row> => ({ key, row: null }));
  return [...puts, ...removes];
}
