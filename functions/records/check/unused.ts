import { closedFields } from '../../domain/fields.ts';
import { valuesIn } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { vocabularyOf } from '../../domain/vocabularies.ts';

/** Finds the filter values that no center has. A value counts as used if a narrower value of it is used. */
export function unusedValues(records: readonly CenterRecord[]): { field: string; values: string[] }[] {
  return closedFields.flatMap((field) => {
    const vocabulary = vocabularyOf(field);
    const used = new Set(records.flatMap(({ offerings }) => offerings.flatMap((each) => valuesIn(each, field))));
    const values = vocabulary.codes.filter((code) => !vocabulary.family(code).some((each) => used.has(each)));
    return values.length === 0 ? [] : [{ field, values }];
  });
}
