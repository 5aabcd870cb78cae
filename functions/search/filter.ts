import { FLAGS, flag, type MaskName } from '../dataset/directory.ts';
import { yesNo as yesNoCode } from '../dataset/facts.ts';
import { familyMask, type Mask, maskOf } from '../dataset/masks.ts';
import {
  type FieldName,
  type FieldOf,
  type Fields,
  fields,
  fieldsOf,
  type ListField,
  type YesNoField,
  yesNoFields,
} from '../domain/fields.ts';
import { levels } from '../domain/level-of-care.ts';
import { duiPopulation } from '../domain/only.ts';
import { isPayerKind, type Payer, payers } from '../domain/payer.ts';
import { type ValueOf, vocabularyOf } from '../domain/vocabularies.ts';

/** The fields that narrow a search. Any value of a field suffices, but one offering must satisfy all fields. */
export type Filter = { readonly [Field in FieldName]?: Asked<Field> | undefined };

type Asked<Field extends FieldName> = Field extends ListField
  ? readonly ValueOf<Field>[]
  : AskedByKind[Fields[Exclude<Field, ListField>]['kind']];

interface AskedByKind {
  readonly 'yes-no': boolean;
  readonly 'at-most': number;
  readonly organizations: readonly string[];
  /** Only offerings that admissions confirmed; with `maxAgeDays`, within that many days. */
  readonly confirmed: { readonly maxAgeDays: number | null };
  readonly accepting: boolean;
}

/** A filter prepared for comparison with masks. */
export interface CompiledFilter {
  /** True if any field is about offerings; if false, a center without offerings matches too. */
  readonly offeringLevel: boolean;
  /** True if a field other than the level is about offerings. */
  readonly otherFields: boolean;
  /** Positions of the requested levels, or of all levels. */
  readonly levels: readonly number[];
  /** Mask of the requested levels; 0 if the search names no level. */
  readonly levelMask: Mask;
  /** For each field, a mask of which at least one bit must be set in the profile's mask at `position`. */
  readonly masks: readonly { readonly name: MaskName; readonly position: number; readonly mask: Mask }[];
  readonly payer: { readonly mask: Mask; readonly anyInsurer: boolean; readonly insurers: ReadonlySet<string> } | null;
  readonly languages: ReadonlySet<string> | null;
  /** Facts that must be known: position and code. */
  readonly yesNo: readonly { readonly fact: Fields[YesNoField]['fact']; readonly code: 1 | 2 }[];
  /** Upper limits for an offering's schedule. With any limit, the schedule must be known. */
  readonly atMost: readonly { readonly unit: Fields[FieldOf<'at-most'>]['unit']; readonly most: number }[];
  /** Oldest confirmation that counts, in milliseconds since 1970; null if the search does not ask for confirmation. */
  readonly confirmedSince: number | null;
  readonly accepting: boolean;
  /**
   * True if the search is for DUI clients too, or names every level and nothing else, as a list of all offerings does.
   * Otherwise a search about offerings finds none that is kept to DUI clients.
   */
  readonly forDui: boolean;
  readonly organizations: ReadonlySet<string> | null;
  readonly now: number;
}

const DAY_MS = 86_400_000;

/** @param now Milliseconds since 1970: decides what is stale. */
export function compileFilter(filter: Filter, now: number): CompiledFilter {
  const masks: CompiledFilter['masks'][number][] = [];
  const need = (name: MaskName, position: number, mask: Mask): void => {
    masks.push({ name, position, mask });
  };
  for (const field of fieldsOf('list', 'accepted', 'times')) {
    const asked = filter[field];
    const { member, mask } = fields[field];
    if (asked) need(member, mask, familyMask(vocabularyOf(field), asked));
  }
  const yesNo = yesNoFields.flatMap((field) => {
    const asked = filter[field];
    if (asked === undefined) return [];
    const { fact, flags } = fields[field];
    need('flags', FLAGS, asked ? flags.yes : flags.no);
    return [{ fact, code: asked ? yesNoCode.yes : yesNoCode.no }];
  });
  const atMost = fieldsOf('at-most').flatMap((field) => {
    const most = filter[field];
    return most === undefined ? [] : [{ unit: fields[field].unit, most }];
  });
  if (atMost.length > 0) need('flags', FLAGS, flag.scheduleKnown);
  if (filter.confirmed) need('flags', FLAGS, flag.confirmed);
  const payer = filter.payer ? compilePayer(filter.payer) : null;
  const languages = filter.language ? new Set(filter.language) : null;
  const otherFields = masks.length > 0 || payer !== null || languages !== null || filter.accepting === true;
  const levelMask = filter.level ? maskOf(levels, filter.level) : 0;
  return {
    offeringLevel: levelMask !== 0 || otherFields,
    otherFields,
    levels: levels.codes
      .map((_, position) => position)
      .filter((bit) => levelMask === 0 || (levelMask & (1 << bit)) !== 0),
    levelMask,
    masks,
    payer,
    languages,
    yesNo,
    atMost,
    confirmedSince: filter.confirmed
      ? filter.confirmed.maxAgeDays === null
        ? -Infinity
        : now - filter.confirmed.maxAgeDays * DAY_MS
      : null,
    accepting: filter.accepting === true,
    forDui:
      filter.population?.includes(duiPopulation) === true ||
      (!otherFields && levels.codes.every((level) => filter.level?.includes(level))),
    organizations: filter.organization ? new Set(filter.organization) : null,
    now,
  };
}

function compilePayer(values: readonly Payer[]): NonNullable<CompiledFilter['payer']> {
  return {
    mask: maskOf(payers, values.filter(isPayerKind)),
    // Named insurers have the parent `private`, so a search for private insurance finds them.
    anyInsurer: values.includes('private'),
    insurers: new Set(values.filter((value) => !isPayerKind(value))),
  };
}
