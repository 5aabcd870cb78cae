import { flag, type MaskField, maskFields } from '../dataset/directory.ts';
import { familyMask, type Mask, maskOf } from '../dataset/masks.ts';
import type { Condition } from '../domain/condition.ts';
import { conditions } from '../domain/condition.ts';
import type { Language } from '../domain/language.ts';
import { type Level, levels } from '../domain/level-of-care.ts';
import { type Modality, modalities } from '../domain/modality.ts';
import { isPayerKind, type Payer, payers } from '../domain/payer.ts';
import { type Population, populations } from '../domain/population.ts';
import { type Track, tracks } from '../domain/schedule.ts';
import { type Therapy, therapies } from '../domain/therapy.ts';

/** What narrows a search. Values of one field are alternatives; fields must hold together, for one offering. */
export interface Filter {
  readonly level?: readonly Level[] | undefined;
  readonly condition?: readonly Condition[] | undefined;
  readonly population?: readonly Population[] | undefined;
  readonly therapy?: readonly Therapy[] | undefined;
  readonly payer?: readonly Payer[] | undefined;
  readonly modality?: readonly Modality[] | undefined;
  readonly schedule?: readonly Track[] | undefined;
  readonly language?: readonly Language[] | undefined;
  readonly housing?: boolean | undefined;
  readonly maxHoursPerWeek?: number | undefined;
  readonly maxSessionsPerWeek?: number | undefined;
  readonly maxWeeks?: number | undefined;
  /** Only offerings that admissions confirmed; with an age, confirmed within so many days. */
  readonly confirmed?: { readonly maxAgeDays: number | null } | undefined;
  readonly accepting?: boolean | undefined;
  /** Slugs; a field of the center, not of its offerings. */
  readonly organization?: readonly string[] | undefined;
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
  /** For each field, values of which at least one must be there. */
  readonly masks: readonly { readonly field: MaskField; readonly index: number; readonly mask: Mask }[];
  readonly payer: { readonly mask: Mask; readonly anyInsurer: boolean; readonly insurers: ReadonlySet<string> } | null;
  readonly languages: ReadonlySet<string> | null;
  readonly housing: boolean | null;
  readonly maxHoursPerWeek: number;
  readonly maxSessionsPerWeek: number;
  readonly maxWeeks: number;
  readonly scheduleKnown: boolean;
  /** Oldest confirmation that counts, in milliseconds since 1970; null when confirmation does not matter. */
  readonly confirmedSince: number | null;
  readonly accepting: boolean;
  readonly organizations: ReadonlySet<string> | null;
  readonly now: number;
}

const DAY_MS = 86_400_000;

/** @param now Milliseconds since 1970: decides what is stale. */
export function compileFilter(filter: Filter, now: number): CompiledFilter {
  const masks: { field: MaskField; index: number; mask: Mask }[] = [];
  const need = (field: MaskField, mask: Mask): void => {
    masks.push({ field, index: maskFields.indexOf(field), mask });
  };
  if (filter.condition) need('conditions', familyMask(conditions, filter.condition));
  if (filter.population) need('populations', maskOf(populations, filter.population));
  if (filter.therapy) need('therapies', familyMask(therapies, filter.therapy));
  if (filter.modality) need('modalities', maskOf(modalities, filter.modality));
  if (filter.schedule) need('tracks', maskOf(tracks, filter.schedule));
  if (filter.housing !== undefined) need('flags', filter.housing ? flag.housing : flag.noHousing);
  const { maxHoursPerWeek = Infinity, maxSessionsPerWeek = Infinity, maxWeeks = Infinity } = filter;
  const scheduleKnown = Math.min(maxHoursPerWeek, maxSessionsPerWeek, maxWeeks) < Infinity;
  if (scheduleKnown) need('flags', flag.scheduleKnown);
  if (filter.confirmed) need('flags', flag.confirmed);
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
    housing: filter.housing ?? null,
    maxHoursPerWeek,
    maxSessionsPerWeek,
    maxWeeks,
    scheduleKnown,
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
