import { type ListField, listFields } from '../../../domain/fields.ts';

/** The types that can be searched. */
export type SearchedType = 'Location' | 'HealthcareService' | 'Organization';

/** Fields that have their own element in a HealthcareService; all others are characteristics. */
const ownElements: Readonly<Record<string, string>> = {
  level: 'service-type',
  condition: 'specialty',
  population: 'program',
  language: 'communication',
};

/** Search parameters of a HealthcareService whose values are codes of our lists, with the fields that each searches. */
export const tokenParameters: Readonly<Record<string, readonly ListField[]>> = Object.fromEntries(
  Map.groupBy(listFields, (field) => ownElements[field] ?? 'characteristic'),
);

export const fieldsOfParameter = (parameter: string): readonly ListField[] => tokenParameters[parameter] ?? [];
