import { closedFields } from '../../functions/domain/fields.ts';
import { vocabularies } from '../../functions/domain/vocabularies.ts';

/** The values of every closed field. */
const codes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  closedFields.map((field) => [field, vocabularies[field].codes]),
);
export default codes;
