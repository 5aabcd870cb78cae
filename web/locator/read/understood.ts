import type { FieldValue, Where } from './answer.ts';

/** How the API understood a text: the place and the filters. `ignored` are words that it could not use. */
export interface Understood {
  readonly where: Where | null;
  readonly fields: Fields;
  readonly ignored: readonly string[];
}

/** Filters that the API understood, by the API's field names. */
type Fields = Readonly<Record<string, FieldValue>>;

/** Properties of `query` that describe the request itself and are not filters. */
const notFields = new Set([
  'q',
  'near',
  'state',
  'cell',
  'limit',
  'cursor',
  'ignored',
  'understood',
  'include',
  'crisis',
]);

/** Reads `query` of an answer or a problem. Empty if there is none. Leaves out properties of an unknown type. */
export function readUnderstood(query: unknown): Understood {
  const record = typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>) : {};
  const fields = Object.entries(record).flatMap(([name, value]) =>
    !notFields.has(name) && isFieldValue(value) ? [[name, value] as const] : [],
  );
  return { where: whereOf(record), fields: Object.fromEntries(fields), ignored: texts(record.ignored) };
}

function whereOf({ near, state }: Readonly<Record<string, unknown>>): Where | null {
  if (typeof near === 'string') return { kind: 'place', near };
  return typeof state === 'string' ? { kind: 'state', state } : null;
}

function isFieldValue(value: unknown): value is FieldValue {
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => typeof one === 'string');
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
