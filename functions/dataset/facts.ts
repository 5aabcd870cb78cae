import type { Admissions } from '../domain/admissions.ts';
import { unconfirmed } from '../domain/confirmation.ts';
import type { Confirmation } from '../domain/confirmation-schema.ts';
import {
  type ClosedField,
  type FieldOf,
  type Fields,
  fields,
  isAccepted,
  isClosed,
  type MemberField,
  memberFields,
  type YesNoField,
  yesNoFields,
} from '../domain/fields.ts';
import { type FromProvider, providerFacts } from '../domain/from-provider.ts';
import { unknownIntake } from '../domain/intake.ts';
import type { Intake } from '../domain/intake-schema.ts';
import type { Offering } from '../domain/offering.ts';
import { type Only, onlys } from '../domain/only.ts';
import { isPayerKind } from '../domain/payer.ts';
import { tracks } from '../domain/schedule.ts';
import type { Schedule } from '../domain/schedule-schema.ts';
import { type SourceVocabulary, sourceVocabularies } from '../domain/source-vocabulary.ts';
import { vocabularyOf } from '../domain/vocabularies.ts';
import { type Mask, maskOf, valuesOf } from './masks.ts';
import { questions, unsaidBit } from './questions.ts';

/**
 * Positions in {@link Facts} of facts that are not in the table of fields. Published pages use these positions, so
 * append new ones.
 */
export const fact = { insurers: 4, schedule: 7, confirmation: 9, intake: 10, only: 14, vocabulary: 15 } as const;

/**
 * Position of the answers from admissions that the lists cannot express: `[mask of open questions, denied values]`,
 * with a third member if facts become stale. Nothing is stored there if admissions said nothing, so it is not counted
 * in {@link FACTS}.
 */
export const ADMISSIONS = 16;
export type PackedAdmissions = readonly [
  open: Mask,
  denied: readonly string[],
  ends?: readonly (readonly [at: string, facts: readonly string[]])[],
];

/**
 * Position of the facts that the provider states on its own site: `[host, asOf, readOn, staleOn, mask of facts]`. A
 * sixth member is the day since which the file could not be read. Nothing is stored there if the provider states
 * nothing.
 */
export const PROVIDER = 17;
type PackedProvider = readonly [
  host: string,
  asOf: string,
  readOn: string,
  staleOn: string,
  facts: Mask,
  failingSince?: string,
];

/** Number of facts of an offering. Positions that are no longer used hold 0. */
const FACTS =
  1 + Math.max(...Object.values(fact), ...[...memberFields, ...yesNoFields].map((name) => fields[name].fact));

/** A schedule as stored: `[sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks, tracks]`, each null if unknown. */
export type PackedSchedule = readonly [
  readonly [number, number] | null,
  number | null,
  number | null,
  readonly [number, number] | null,
  Mask | null,
];

/**
 * All facts of an offering except its level. The position says which fact it is (`fact`, `fields`). The value is a mask
 * for a closed list, an array for an open list, a {@link yesNo} code, a tuple such as {@link PackedSchedule}, or 0 if
 * unknown.
 */
export type Facts = readonly unknown[] & {
  readonly [Field in FieldOf<'list' | 'accepted' | 'payers'> as Fields[Field]['fact']]: Mask;
} & { readonly [Field in FieldOf<'languages'> as Fields[Field]['fact']]: readonly string[] } & {
  readonly [Field in YesNoField as Fields[Field]['fact']]: 0 | 1 | 2;
} & {
  /** 0 if the sources do not say who is accepted (null in a record). The list itself is never empty. */
  readonly [fact.only]: Mask;
  readonly [fact.insurers]: readonly string[];
  readonly [fact.schedule]: PackedSchedule | 0;
  readonly [fact.confirmation]: readonly ['confirmed' | 'denied', string | null, string | null] | 0;
  readonly [fact.intake]: readonly ['open' | 'full' | 'closed', string | null, string?] | 0;
  /**
   * What the offering's source can say, as a position in the list of source vocabularies (domain/source-vocabulary.ts).
   */
  readonly [fact.vocabulary]: number;
  readonly [ADMISSIONS]?: PackedAdmissions | 0;
  readonly [PROVIDER]?: PackedProvider | 0;
};

/** Codes of facts that are yes, no or unknown. */
export const yesNo = { unknown: 0, no: 1, yes: 2 } as const;

export function packFacts(offering: Offering, vocabulary: SourceVocabulary): Facts {
  const facts: unknown[] = Array(FACTS).fill(0);
  for (const field of memberFields) {
    const { member, fact: position } = fields[field];
    facts[position] = isClosed(field) ? maskIn(field, offering[member] ?? []) : offering[member];
  }
  for (const field of yesNoFields) {
    const said = offering[fields[field].member];
    facts[fields[field].fact] = said === null ? yesNo.unknown : said ? yesNo.yes : yesNo.no;
  }
  facts[fact.insurers] = offering.payers.filter((payer) => !isPayerKind(payer));
  facts[fact.only] = maskOf(onlys, offering.only);
  facts[fact.schedule] = offering.schedule === null ? 0 : packSchedule(offering.schedule);
  facts[fact.confirmation] = packConfirmation(offering.confirmation);
  facts[fact.intake] = packIntake(offering.intake);
  facts[fact.vocabulary] = sourceVocabularies.indexOf(vocabulary);
  if (offering.admissions !== undefined) facts[ADMISSIONS] = packAdmissions(offering.admissions);
  if (offering.fromProvider !== undefined) {
    facts[ADMISSIONS] ??= 0;
    facts[PROVIDER] = packProvider(offering.fromProvider);
  }
  return facts as unknown as Facts;
}

export function unpackFacts(facts: Facts): Omit<Offering, 'id' | 'level' | 'asam'> {
  const schedule = facts[fact.schedule];
  const intake = facts[fact.intake];
  const admissions = facts[ADMISSIONS];
  const provider = facts[PROVIDER];
  return {
    ...unpackLists(facts),
    only: onlyIn(facts),
    schedule: schedule === 0 ? null : unpackSchedule(schedule),
    ...unpackYesNo(facts),
    confirmation: unpackConfirmation(facts),
    intake: intake === 0 ? unknownIntake : unpackIntake(intake),
    ...(admissions ? { admissions: unpackAdmissions(admissions) } : {}),
    ...(provider ? { fromProvider: unpackProvider(provider) } : {}),
  };
}

/** Unpacks only the answer of admissions about the level itself. */
export function unpackConfirmation(facts: Facts): Confirmation {
  const confirmation = facts[fact.confirmation];
  if (confirmation === 0) return unconfirmed;
  const [state, confirmedAt, expiresAt] = confirmation;
  return { state, confirmedAt, expiresAt } as Confirmation;
}

/** The mask of a field's values. Insurers are left out: they have no bit in the mask of payers. */
function maskIn(field: ClosedField, values: readonly string[]): Mask {
  return maskOf(vocabularyOf(field), fields[field].kind === 'payers' ? values.filter(isPayerKind) : values);
}

function unpackLists(facts: Facts) {
  const lists: { [Member in Fields[MemberField]['member']]?: string[] | null } = {};
  for (const field of memberFields) lists[fields[field].member] = listIn(facts, field);
  return lists as Pick<Offering, Fields[MemberField]['member']>;
}

/** The only groups that the offering serves; empty if there is no such restriction. */
const onlyIn = (facts: Facts): Only[] => valuesOf(onlys, facts[fact.only]);

function listIn(facts: Facts, field: MemberField): string[] | null {
  if (!isClosed(field)) return [...facts[fields[field].fact]];
  const listed = valuesOf(vocabularyOf(field), facts[fields[field].fact]);
  if (isAccepted(field) && listed.length === 0) return null;
  return fields[field].kind === 'payers' ? [...listed, ...facts[fact.insurers]] : listed;
}

function unpackYesNo(facts: Facts) {
  const said: { [Member in Fields[YesNoField]['member']]?: boolean | null } = {};
  for (const field of yesNoFields) said[fields[field].member] = yesNoIn(facts[fields[field].fact]);
  return said as Pick<Offering, Fields[YesNoField]['member']>;
}

/** The fact as true or false. Null if it is unknown, or if the dataset was published before the field existed. */
const yesNoIn = (code: number | undefined): boolean | null =>
  code === yesNo.yes ? true : code === yesNo.no ? false : null;

function packSchedule(schedule: Schedule): PackedSchedule {
  return [
    schedule.sessionsPerWeek,
    schedule.hoursPerSession,
    schedule.hoursPerWeek,
    schedule.weeks,
    schedule.tracks === null ? null : maskOf(tracks, schedule.tracks),
  ];
}

function unpackSchedule([sessions, hoursPerSession, hoursPerWeek, weeks, trackMask]: PackedSchedule): Schedule {
  return {
    sessionsPerWeek: sessions === null ? null : [...sessions],
    hoursPerSession,
    hoursPerWeek,
    weeks: weeks === null ? null : [...weeks],
    tracks: trackMask === null ? null : valuesOf(tracks, trackMask),
  };
}

/** True if admissions said that there is no such offering. */
export function isDenied(facts: Facts): boolean {
  const confirmation = facts[fact.confirmation];
  return confirmation !== 0 && confirmation[0] === 'denied';
}

const dui = maskOf(onlys, ['dui']);

/** True if the offering only serves DUI clients. A search finds it only by that population. */
export const isKeptToDui = (facts: Facts): boolean => (facts[fact.only] & dui) !== 0;

function packConfirmation({ state, confirmedAt, expiresAt }: Confirmation): Facts[typeof fact.confirmation] {
  return state === 'unconfirmed' ? 0 : [state, confirmedAt, expiresAt];
}

function packIntake({ state, asOf, until }: Intake): Facts[typeof fact.intake] {
  if (state === 'unknown') return 0;
  return until === undefined ? [state, asOf] : [state, asOf, until];
}

function unpackIntake([state, asOf, until]: Exclude<Facts[typeof fact.intake], 0>): Intake {
  return { state, asOf, ...(until === undefined ? {} : { until }) };
}

function packAdmissions({ open, denied, expires }: Admissions): PackedAdmissions {
  const mask = open.reduce((bits, question) => bits | unsaidBit(question), 0);
  if (expires === undefined) return [mask, denied];
  const ends = Map.groupBy(Object.keys(expires).sort(), (key) => expires[key] ?? '');
  return [mask, denied, [...ends].sort(([a], [b]) => (a < b ? -1 : 1))];
}

function unpackAdmissions([open, denied, ends]: PackedAdmissions): Admissions {
  const expires = ends?.flatMap(([end, facts]) => facts.map((key): [string, string] => [key, end]));
  return {
    denied: [...denied],
    open: questions.filter((question) => (open & unsaidBit(question)) !== 0),
    ...(expires === undefined ? {} : { expires: Object.fromEntries(expires) }),
  };
}

function packProvider({ host, asOf, readOn, staleOn, facts, failingSince }: FromProvider): PackedProvider {
  const mask = facts.reduce((bits, name) => bits | (1 << providerFacts.indexOf(name)), 0);
  return failingSince === undefined
    ? [host, asOf, readOn, staleOn, mask]
    : [host, asOf, readOn, staleOn, mask, failingSince];
}

function unpackProvider([host, asOf, readOn, staleOn, mask, failingSince]: PackedProvider): FromProvider {
  const facts = providerFacts.filter((_, bit) => (mask & (1 << bit)) !== 0);
  return { host, asOf, readOn, staleOn, facts, ...(failingSince === undefined ? {} : { failingSince }) };
}

/** Mask of the facts that the offering's provider states; 0 if it states none. */
export const providerMask = (facts: Facts): Mask => (facts[PROVIDER] || nothingStated)[4];
const nothingStated: PackedProvider = ['', '', '', '', 0];
