import { type FieldOf, type ListField, listFields, type YesNoField, yesNoFields } from '../../domain/fields.ts';
import type { PayerKind } from '../../domain/payer.ts';
import type { State } from '../../domain/state.ts';
import type { ValueOf } from '../../domain/vocabularies.ts';

/** The values that a saying can have, by field. */
export type Values = {
  readonly [Field in ListField]: Field extends FieldOf<'payers'> ? PayerKind : ValueOf<Field>;
} & { readonly [Field in YesNoField]: 'true' } & {
  readonly accepting: 'true';
  readonly crisis: 'true';
  readonly near: 'me';
  readonly state: string;
  /** State of the health plan that is named. */
  readonly in: State;
};
export type Field = keyof Values;

const known: ReadonlySet<string> = new Set([
  ...listFields,
  ...yesNoFields,
  'accepting',
  'crisis',
  'near',
  'state',
  'in',
]);
export const isField = (name: string): name is Field => known.has(name);
