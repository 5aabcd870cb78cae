import { familyMask, type Mask, maskOf } from '../dataset/masks.ts';
import {
  type FieldName,
  type Fields,
  fieldNames,
  fields,
  fieldsOf,
  type ListField,
  yesNoFields,
} from '../domain/fields.ts';
import { levels } from '../domain/level-of-care.ts';
import { duiPopulation } from '../domain/only.ts';
import { isPayerKind, type Payer, payers } from '../domain/payer.ts';
import type { State } from '../domain/state.ts';
import { type ValueOf, vocabularyOf } from '../domain/vocabularies.ts';
import type { Asked } from './asked.ts';
import { askedAccepting, askedAtMost, askedConfirmed, askedYesNo } from './asked-facts.ts';
import { askedValues } from './asked-values.ts';
import { havingAny, totalOf } from './counted.ts';

/**
 * The fields that narrow a search. An offering matches if it satisfies every field; of a field with several values, one
 * is enough.
 */
export type Filter = { readonly [Field in FieldName]?: AskedFor<Field> | undefined };

type AskedFor<Field extends FieldName> = Field extends ListField
  ? readonly ValueOf<Field>[]
  : AskedByKind[Fields[Exclude<Field, ListField>]['kind']];

interface AskedByKind {
  readonly 'yes-no': boolean;
  readonly 'at-most': number;
  readonly organizations: readonly string[];
  readonly states: readonly State[];
  /** Only offerings that admissions confirmed. `maxAgeDays` limits the age of the confirmation; null means any age. */
  readonly confirmed: { readonly maxAgeDays: number | null };
  readonly accepting: boolean;
}

/** A filter prepared for comparison with masks. */
export interface CompiledFilter {
  /** True if some field is about offerings. If false, a center without offerings matches too. */
  readonly offeringLevel: boolean;
  /** True if some field besides the level is about offerings. */
  readonly otherFields: boolean;
  /** Positions of the requested levels in the list of levels; all levels if none was requested. */
  readonly levels: readonly number[];
  /** Mask of the requested levels; 0 if the search names no level. */
  readonly levelMask: Mask;
  /** The requested fields of the offering except the level, in the order of the registry of fields. */
  readonly asked: readonly Asked[];
  /**
   * False if the search must not find offerings that only serve DUI clients. True if it asks for DUI clients, or if it
   * asks for every level and nothing else, like a list of all offerings.
   */
  readonly forDui: boolean;
  readonly organizations: ReadonlySet<string> | null;
  /** Finds only centers in these states; null means all states. */
  readonly states: ReadonlySet<string> | null;
  readonly now: number;
}

const DAY_MS = 86_400_000;

/** @param now Milliseconds since 1970: decides what is stale. */
export function compileFilter(filter: Filter, now: number): CompiledFilter {
  const asked: Asked[] = [];
  for (const field of fieldsOf('list', 'accepted', 'times')) {
    const values = filter[field];
    if (!values) continue;
    const { member, mask: position } = fields[field];
    const mask = familyMask(vocabularyOf(field), values);
    asked.push(
      askedValues(
        field,
        values,
        (profile) => ((profile.masks[position] ?? 0) & mask) !== 0,
        ({ bits }) => havingAny(mask, bits[member]),
      ),
    );
  }
  for (const field of yesNoFields) {
    const wanted = filter[field];
    if (wanted !== undefined) asked.push(askedYesNo(field, wanted));
  }
  for (const field of fieldsOf('at-most')) {
    const most = filter[field];
    if (most !== undefined) asked.push(askedAtMost(field, most));
  }
  if (filter.confirmed) {
    const { maxAgeDays } = filter.confirmed;
    asked.push(askedConfirmed(maxAgeDays === null ? -Infinity : now - maxAgeDays * DAY_MS, now));
  }
  if (filter.accepting === true) asked.push(askedAccepting(now));
  if (filter.payer) asked.push(askedPayer(filter.payer));
  if (filter.language) {
    const languages = new Set(filter.language);
    asked.push(
      askedValues(
        'language',
        filter.language,
        (profile) => profile.languages.some((one) => languages.has(one)),
        (everywhere) => totalOf(everywhere.languages, languages),
      ),
    );
  }
  const levelMask = filter.level ? maskOf(levels, filter.level) : 0;
  return {
    offeringLevel: levelMask !== 0 || asked.length > 0,
    otherFields: asked.length > 0,
    levels: levels.codes
      .map((_, position) => position)
      .filter((bit) => levelMask === 0 || (levelMask & (1 << bit)) !== 0),
    levelMask,
    asked: asked.sort((a, b) => fieldNames.indexOf(a.field) - fieldNames.indexOf(b.field)),
    forDui:
      filter.population?.includes(duiPopulation) === true ||
      (asked.length === 0 && levels.codes.every((level) => filter.level?.includes(level))),
    organizations: filter.organization ? new Set(filter.organization) : null,
    states: filter.in ? new Set(filter.in) : null,
    now,
  };
}

function askedPayer(values: readonly Payer[]): Asked {
  const mask = maskOf(payers, values.filter(isPayerKind));
  // Named insurers have the parent `private`, so a search for private insurance finds them.
  const anyInsurer = values.includes('private');
  const asked = new Set(values.filter((value) => !isPayerKind(value)));
  return askedValues(
    'payer',
    values,
    ({ masks, insurers }) =>
      ((masks[fields.payer.mask] ?? 0) & mask) !== 0 ||
      (anyInsurer && insurers.length > 0) ||
      insurers.some((insurer) => asked.has(insurer)),
    ({ bits, insurers }) => havingAny(mask, bits.payers) + totalOf(insurers, asked),
  );
}
