import { type ClosedField, fields, isClosed, type ListField } from './fields.ts';
import { isPayerKind } from './payer.ts';
import { vocabularyOf } from './vocabularies.ts';

/** Key of a field's value in answers from admissions: `schedule.evening`, `payer.aetna`. */
export const valueKey = (field: ListField, value: string): string => `${field}.${value}`;

/** True if admissions denied the value or one of the values above it. */
export function isDeniedValue(denied: readonly string[], field: ListField, value: string): boolean {
  if (denied.includes(valueKey(field, value))) return true;
  const parent = parentValue(field, value);
  return parent !== null && isDeniedValue(denied, field, parent);
}

/** The broader value: `private` for a named insurer. Null if there is no broader value. */
function parentValue(field: ListField, value: string): string | null {
  if (!isClosed(field)) return null;
  if (fields[field].kind === 'payers' && !isPayerKind(value)) return 'private';
  return vocabularyOf(field satisfies ClosedField).terms[value]?.parent ?? null;
}
