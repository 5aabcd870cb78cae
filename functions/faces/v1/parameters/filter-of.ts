import { type FieldName, fieldNames, fields } from '../../../domain/fields.ts';
import { languagesToMatch } from '../../../domain/language-lookup.ts';
import type { Filter } from '../../../search/filter.ts';
import type { SearchBody } from './fields.ts';

const isOfCenter = (field: FieldName): boolean => ['organizations', 'states'].includes(fields[field].kind);

/** A filter is built in this order: fields of offerings first, fields of the center last. */
const filterFields = [...fieldNames].sort((a, b) => Number(isOfCenter(a)) - Number(isOfCenter(b)));

/** @param languages Codes of the languages that the dataset names. */
export function filterOf(body: Partial<SearchBody>, languages: readonly string[]): Filter {
  const { confirmed, language, ...plain } = body;
  const asked: Filter = {
    ...plain,
    language: language && languagesToMatch(language, languages),
    confirmed:
      confirmed === undefined ? undefined : { maxAgeDays: confirmed === true ? null : Number.parseInt(confirmed, 10) },
  };
  return Object.fromEntries(filterFields.map((field) => [field, asked[field]]));
}
