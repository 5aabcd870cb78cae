import { conditions } from '../domain/condition.ts';
import { type Confirmation, unconfirmed } from '../domain/confirmation.ts';
import { type Intake, unknownIntake } from '../domain/intake.ts';
import { modalities } from '../domain/modality.ts';
import type { Offering } from '../domain/offering.ts';
import { isPayerKind, payers } from '../domain/payer.ts';
import { populations } from '../domain/population.ts';
import { type Schedule, tracks } from '../domain/schedule.ts';
import { therapies } from '../domain/therapy.ts';
import { type Mask, maskOf, valuesOf } from './masks.ts';

/** Positions in {@link Facts}; pages hold them, so a new one is added at the end. */
export const fact = {
  conditions: 0,
  populations: 1,
  therapies: 2,
  payers: 3,
  insurers: 4,
  languages: 5,
  modalities: 6,
  schedule: 7,
  housing: 8,
  confirmation: 9,
  intake: 10,
} as const;

/** `[sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks, tracks]`, each null where unknown. */
export type PackedSchedule = readonly [
  readonly [number, number] | null,
  number | null,
  number | null,
  readonly [number, number] | null,
  Mask | null,
];

/** What an offering says beside its level, in codes: masks for closed lists, 0 for what is unknown. */
export type Facts = readonly [
  conditions: Mask,
  populations: Mask,
  therapies: Mask,
  payers: Mask,
  insurers: readonly string[],
  languages: readonly string[],
  modalities: Mask,
  schedule: PackedSchedule | 0,
  housing: 0 | 1 | 2,
  confirmation: readonly ['confirmed' | 'denied', string | null, string | null] | 0,
  intake: readonly ['open' | 'full' | 'closed', string | null] | 0,
];

/** Housing in {@link Facts}: 0 is unknown. */
export const housingCode = { unknown: 0, no: 1, yes: 2 } as const;

export function packFacts(offering: Offering): Facts {
  const { schedule, housing } = offering;
  return [
    maskOf(conditions, offering.conditions),
    maskOf(populations, offering.populations),
    maskOf(therapies, offering.therapies),
    maskOf(payers, offering.payers.filter(isPayerKind)),
    offering.payers.filter((payer) => !isPayerKind(payer)),
    offering.languages,
    maskOf(modalities, offering.modalities),
    schedule === null ? 0 : packSchedule(schedule),
    housing === null ? housingCode.unknown : housing ? housingCode.yes : housingCode.no,
    packConfirmation(offering.confirmation),
    packIntake(offering.intake),
  ];
}

export function unpackFacts(facts: Facts): Omit<Offering, 'id' | 'level' | 'asam'> {
  const schedule = facts[fact.schedule];
  const confirmation = facts[fact.confirmation];
  const intake = facts[fact.intake];
  return {
    conditions: valuesOf(conditions, facts[fact.conditions]),
    populations: valuesOf(populations, facts[fact.populations]),
    therapies: valuesOf(therapies, facts[fact.therapies]),
    payers: [...valuesOf(payers, facts[fact.payers]), ...facts[fact.insurers]],
    languages: [...facts[fact.languages]],
    modalities: valuesOf(modalities, facts[fact.modalities]),
    schedule: schedule === 0 ? null : unpackSchedule(schedule),
    housing: facts[fact.housing] === housingCode.unknown ? null : facts[fact.housing] === housingCode.yes,
    confirmation:
      confirmation === 0
        ? unconfirmed
        : { state: confirmation[0], confirmedAt: confirmation[1], expiresAt: confirmation[2] },
    intake: intake === 0 ? unknownIntake : { state: intake[0], asOf: intake[1] },
  };
}

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

/** Whether admissions said that there is no such offering. */
export function isDenied(facts: Facts): boolean {
  const confirmation = facts[fact.confirmation];
  return confirmation !== 0 && confirmation[0] === 'denied';
}

function packConfirmation({ state, confirmedAt, expiresAt }: Confirmation): Facts[typeof fact.confirmation] {
  return state === 'unconfirmed' ? 0 : [state, confirmedAt, expiresAt];
}

function packIntake({ state, asOf }: Intake): Facts[typeof fact.intake] {
  return state === 'unknown' ? 0 : [state, asOf];
}
