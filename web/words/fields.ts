import type { InBoth, ListOnPage } from '../../functions/domain/field-row.ts';
import {
  type Fields,
  fields,
  type ListField,
  listFields,
  type MemberField,
  type YesNoField,
  yesNoFields,
} from '../../functions/domain/fields.ts';

export { type ListField, listFields, type YesNoField, yesNoFields } from '../../functions/domain/fields.ts';

const onPage = (field: ListField): ListOnPage => fields[field].page;

/** Fields with lists of values, in the order of the finder's filters: the most decisive first. */
export const shownFields: readonly ListField[] = listFields.toSorted((a, b) => onPage(a).place - onPage(b).place);

/**
 * Name of the property of an offering that has its values of the field. Null if the field is not shown as a list of
 * values.
 */
export function memberOf(field: ListField): Fields[MemberField]['member'] | null {
  const row = fields[field];
  return 'answer' in row ? row.member : null;
}

/** True if the field's row is left out when a listing names no value. */
export const isOptional = (field: ListField): boolean => onPage(field).optional === true;

/** Headings of the filters' choices. */
export const headingsOfChoices = (language: keyof InBoth): Readonly<Record<ListField, string>> =>
  byField((field) => onPage(field).ask[language]);

/** Headings of the facts in a listing. */
export const headingsOfFacts = (language: keyof InBoth): Readonly<Record<ListField, string | null>> =>
  byField((field) => onPage(field).title?.[language] ?? null);

/** Texts for yes-or-no facts. */
export const yesNoWords = (
  language: keyof InBoth,
): Readonly<Record<YesNoField, { readonly title: string; readonly yes: string; readonly no: string }>> => {
  const words = yesNoFields.map((field) => {
    const { title, yes, no } = fields[field].page;
    return [field, { title: title[language], yes: yes[language], no: no[language] }];
  });
  return Object.fromEntries(words);
};

function byField<Value>(value: (field: ListField) => Value): Readonly<Record<ListField, Value>> {
  return Object.fromEntries(listFields.map((field) => [field, value(field)])) as Record<ListField, Value>;
}
