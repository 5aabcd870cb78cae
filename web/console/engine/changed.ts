import type { Chip, Fields, FieldValue, Query } from './found.ts';
import type { Reading } from './reading.ts';

/** Returns the search fields after the agent's added and removed filters are applied. */
export function withChanges(fields: Fields, { added, dropped }: Pick<Query, 'added' | 'dropped'>): Fields {
  const merged: Record<string, FieldValue> = { ...fields };
  for (const [field, values] of Object.entries(added)) {
    const last = values.at(-1);
    if (last === undefined) continue;
    const own = merged[field];
    merged[field] = isSingle(field) ? singleValue(field, last) : [...new Set([...listOf(own), ...values])];
  }
  for (const name of dropped) {
    const { field, value } = partsOf(name);
    const left = listOf(merged[field]).filter((one) => one !== value);
    if (value === null || left.length === 0) delete merged[field];
    else merged[field] = left;
  }
  return merged;
}

const listOf = (value: FieldValue | undefined): readonly string[] => (typeof value === 'object' ? value : []);

/** Splits a name such as `level:iop` into field and value. The value is null if there is no colon. */
function partsOf(name: string): { readonly field: string; readonly value: string | null } {
  const colon = name.indexOf(':');
  return colon < 0 ? { field: name, value: null } : { field: name.slice(0, colon), value: name.slice(colon + 1) };
}

const singles = ['within', 'near', 'state', 'name', 'housing', 'confirmed', 'accepting'];
/** True for a field that holds one value, so that a new value replaces the old one. */
const isSingle = (field: string): boolean => singles.includes(field);
const singleValue = (field: string, text: string): FieldValue =>
  ['housing', 'confirmed', 'accepting'].includes(field) ? text === 'true' : text;

/** Builds one chip for each thing the search asks for. @param label The place's label. */
export function chipsOf(fields: Fields, label: string | null, from: Reading['from']): readonly Chip[] {
  return Object.entries(fields).flatMap(([field, value]): Chip[] => {
    const made = from?.field === field ? { from: from.typed } : {};
    if (field === 'near' || field === 'state') return [{ field, value: label ?? String(value), drops: field, ...made }];
    if (typeof value !== 'object') return [{ field, value: String(value), drops: field, ...made }];
    return value.map((one, at) => ({
      ...{ field, value: one, drops: `${field}:${one}` },
      ...(at === value.length - 1 ? made : {}),
    }));
  });
}
