import Table from 'cli-table3';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import { closedFields, type FieldName, fieldsOf, yesNoFields } from '../../functions/domain/fields.ts';
import { isPayerKind } from '../../functions/domain/payer.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { vocabularyOf } from '../../functions/domain/vocabularies.ts';
import { compileFilter, type Filter } from '../../functions/search/filter.ts';
import { judge } from '../../functions/search/match.ts';

/** How many centers answer a search for one value of a field with yes, with no, and with unknown. */
export interface FactCount {
  readonly field: FieldName;
  readonly value: string;
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/**
 * Counts the answers for each value of each field, one value at a time.
 * @param now Milliseconds since 1970.
 */
export function countFacts(records: readonly CenterRecord[], now: number): FactCount[] {
  const rows = records.map(packCenter);
  return asked(records).map(([field, value, filter]) => {
    const compiled = compileFilter(filter, now);
    const count = { yes: 0, no: 0, unknown: 0 };
    for (const row of rows) {
      const verdict = judge(row, compiled);
      count[typeof verdict === 'string' ? verdict : 'yes'] += 1;
    }
    return { field, value, ...count };
  });
}

function asked(records: readonly CenterRecord[]): [FieldName, string, Filter][] {
  const offerings = records.flatMap((record) => record.offerings);
  const insurers = new Set(offerings.flatMap(({ payers }) => payers).filter((payer) => !isPayerKind(payer)));
  const languages = new Set(offerings.flatMap((offering) => offering.languages));
  return [
    ...closedFields.flatMap((field) => {
      const open = fieldsOf('payers').some((name) => name === field) ? [...insurers].sort() : [];
      return [...vocabularyOf(field).codes, ...open].map((value): [FieldName, string, Filter] => [
        field,
        value,
        { [field]: [value] },
      ]);
    }),
    ...[...languages].sort().map((value): [FieldName, string, Filter] => ['language', value, { language: [value] }]),
    ...yesNoFields.flatMap((field) =>
      [true, false].map((value): [FieldName, string, Filter] => [field, `${value}`, { [field]: value }]),
    ),
    ...fieldsOf('at-most').map((field): [FieldName, string, Filter] => [field, 'any', { [field]: Number.MAX_VALUE }]),
  ];
}

/** Formats the counts as a table. */
export function describeFacts(records: readonly CenterRecord[], now: number): string {
  const table = new Table({
    head: ['field', 'value', 'yes', 'no', 'unknown'],
    colAligns: ['left', 'left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const { field, value, yes, no, unknown } of countFacts(records, now))
    table.push([field, value, yes, no, unknown]);
  return `${table.toString()}\n${records.length} centers, each asked for one value at a time\n`;
}
