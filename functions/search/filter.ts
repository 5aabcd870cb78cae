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
import { isPayerKind, type Payer, payers } from '../domain/payer.ts';
import { type ValueOf, vocabularyOf } from '../domain/vocabularies.ts';

/** What narrows a search. Values of one field are alternatives; fields must hold together, for one offering. */
export type Filter = { readonly [Field in FieldName]?: Asked<Field> | undefined };

type Asked<Field extends FieldName> = Field extends ListField
  ? readonly ValueOf<Field>[]
  : AskedByKind[Fields[Exclude<Field, ListField>]['kind']];

interface AskedByKind {
  readonly 'yes-no': boolean;
  readonly 'at-most': number;
  readonly organizations: readonly string[];
  /** Only offerings that admissions confirmed; with an age, confirmed within so many days. */
  readonly confirmed: { readonly maxAgeDays: number | null };
  readonly accepting: boolean;
}

/** A filter made ready for comparing with masks. */
export interface CompiledFilter {
  /** Whether any field speaks of offerings; if none does, a center without offerings matches too. */
  readonly offeringLevel: boolean;
  /** Whether a field other than the level speaks of offerings. */
  readonly otherFields: boolean;
  /** Positions of the levels asked for, or all. */
  readonly levels: readonly number[];
  /** Levels asked for, as a mask; 0 when the search names none. */
  readonly levelMask: Mask;
  /** For each field, values of which at least one must be there. `position` is that of the mask. */
  readonly masks: readonly { readonly name: MaskName; readonly position: number; readonly mask: Mask }[];
  readonly payer: { readonly mask: Mask; readonly anyInsurer: boolean; readonly insurers: ReadonlySet<string> } | null;
  readonly languages: ReadonlySet<string> | null;
  /** Facts that must be known: position and code. */
  readonly yesNo: readonly { readonly fact: Fields[YesNoField]['fact']; readonly code: 1 | 2 }[];
  /** The most that an offering's schedule may ask for; with any, the schedule must be known. */
  readonly atMost: readonly { readonly unit: Fields[FieldOf<'at-most'>]['unit']; readonly most: number }[];
  /** Oldest confirmation that counts, in milliseconds since 1970; null when confirmation does not matter. */
  readonly confirmedSince: number | null;
  readonly accepting: boolean;
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
  for (const field of fieldsOf('list', 'times')) {
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
    organizations: filter.organization ? new Set(filter.organization) : null,
    now,
  };
}

function compilePayer(values: readonly Payer[]): NonNullable<CompiledFilter['payer']> {
  return {
    mask: maskOf(payers, values.filter(isPayerKind)),
    // Named insurers have the parent `private`, so asking for private insurance finds them.
    anyInsurer: values.includes('private'),
    insurers: new Set(values.filter((value) => !isPayerKind(value))),
  };
}
