import { valueKey } from './denied.ts';
import { type FieldOf, fields, fieldsOf, isClosed, type ListField, listFields, yesNoFields } from './fields.ts';
import { knownLanguages } from './language.ts';
import { knownInsurers } from './payer.ts';
import { vocabularyOf } from './vocabularies.ts';

/** Answers that an agent can record: yes, no, or unknown, which restores the listing's own fact. */
export const findings = ['yes', 'no', 'unknown'] as const;
type Finding = (typeof findings)[number];

/** Whether an offering takes new clients, and until when. */
export interface IntakeFinding {
  readonly state: 'open' | 'full' | 'closed' | 'unknown';
  readonly until?: string | undefined;
}
export type FactValue = Finding | number | IntakeFinding;

/** What an agent found out about one offering. Every value has been checked against its closed list. */
export interface FactsToRecord {
  readonly center: string;
  /** The offering's id, or a level that is unknown at the center. */
  readonly offering: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Time at which the agent pressed the key. */
  readonly at: string;
  readonly expiresAt: string | null;
  readonly by: string;
  /**
   * The version of the facts that the agent saw; 0 if nothing was recorded yet. If null, the time of the key press
   * decides between two facts.
   */
  readonly seen: number | null;
}

/** Key of the fact that says whether the center offers the level at all. */
export const LEVEL = 'level';
export const INTAKE = 'intake';

/** Fields whose values are recorded one by one, each as `field.value`. */
const valueFields = listFields.filter((field) => field !== 'level');
/** Fields recorded as a number, such as the fewest hours that a program requires. */
export const numberFields: readonly FieldOf<'at-most'>[] = fieldsOf('at-most');

/** Insurers and languages have no closed list. These are the ones that we know, and the ones that listings name. */
export interface OpenLists {
  readonly insurers: readonly string[];
  readonly languages: readonly string[];
}
const noneListed: OpenLists = { insurers: [], languages: [] };

/**
 * The kind of value that a fact may have, by the fact's key; null if there is no such fact. Every value is from a
 * closed list, so nobody can record free text.
 */
export type FactKind = 'finding' | 'number' | 'intake';

export function factKind(key: string, lists: OpenLists = noneListed): FactKind | null {
  if (key === INTAKE) return 'intake';
  if (key === LEVEL || (yesNoFields as readonly string[]).includes(key)) return 'finding';
  if ((numberFields as readonly string[]).includes(key)) return 'number';
  const value = valueOfKey(key);
  return value !== null && valuesOfField(value.field, lists).includes(value.value) ? 'finding' : null;
}

/** Splits a key such as `schedule.evening` into field and value; null if it does not name a value of a list. */
export function valueOfKey(
  key: string,
): { readonly field: Exclude<ListField, 'level'>; readonly value: string } | null {
  const dot = key.indexOf('.');
  const field = valueFields.find((name) => name === key.slice(0, dot));
  return dot < 0 || field === undefined ? null : { field, value: key.slice(dot + 1) };
}

/** Keys of all facts about an offering that can be recorded, in the order of the table of fields. */
export function factKeys(lists: OpenLists = noneListed): string[] {
  return [
    LEVEL,
    INTAKE,
    ...valueFields.flatMap((field) => valuesOfField(field, lists).map((value) => valueKey(field, value))),
    ...yesNoFields,
    ...numberFields,
  ];
}

function valuesOfField(field: ListField, { insurers, languages }: OpenLists): readonly string[] {
  if (!isClosed(field)) return [...new Set([...knownLanguages.keys(), ...languages])];
  const { codes } = vocabularyOf(field);
  return fields[field].kind === 'payers' ? [...new Set([...codes, ...knownInsurers, ...insurers])] : codes;
}

/** The largest number that a number field accepts. */
export const mostOf = (field: FieldOf<'at-most'>): number => fields[field].most;
