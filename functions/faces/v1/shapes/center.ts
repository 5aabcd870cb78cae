import type { VersionKey } from '../../../dataset/head.ts';
import {
  type PackedCenter,
  type PackedOffering,
  packed,
  unpackCenter,
  unpackOffering,
} from '../../../dataset/packed-center.ts';
import type { Admissions } from '../../../domain/admissions.ts';
import type { Center } from '../../../domain/center.ts';
import { confirmationState } from '../../../domain/confirmation.ts';
import { displayPhone } from '../../../domain/contact.ts';
import type { FieldName } from '../../../domain/fields.ts';
import { type FromProvider, isOldWord, providerSourceName, providerUrl } from '../../../domain/from-provider.ts';
import { intakeAt } from '../../../domain/intake.ts';
import { impliedAsam, levelTerm } from '../../../domain/level-of-care.ts';
import type { Offering } from '../../../domain/offering.ts';
import { staleFacts } from '../../../domain/stale-facts.ts';
import { KM_PER_MILE } from '../../../geo/distance.ts';
import { help } from '../../../http/help.ts';
import type { Alternative } from '../../../search/changes.ts';
import type { Certainty } from '../../../search/match.ts';
import type { Match } from '../../../search/query.ts';

export function centerAnswer(center: Center) {
  return { ...center, phones: center.phones.map((phone) => ({ ...phone, display: displayPhone(phone) })) };
}
export type CenterAnswer = ReturnType<typeof centerAnswer>;

/** @param now Milliseconds since 1970: decides what is stale. */
function offeringAnswer({ id, level, asam, admissions, fromProvider, ...facts }: Offering, now: number) {
  return {
    id,
    level,
    label: levelTerm(level).label,
    asam: asam ?? impliedAsam(level),
    ...facts,
    confirmation: { ...facts.confirmation, state: confirmationState(facts.confirmation, now) },
    intake: intakeAt(facts.intake, now),
    ...(admissions === undefined ? {} : admissionsAnswer(admissions, now)),
    ...(fromProvider === undefined ? {} : { fromProvider: fromProviderAnswer(fromProvider, now) }),
  };
}

function fromProviderAnswer(word: FromProvider, now: number) {
  const { host, asOf, readOn, failingSince, facts } = word;
  return {
    ...{ source: providerSourceName(host), url: providerUrl(host), asOf, readOn },
    ...(failingSince === undefined ? {} : { failingSince }),
    ...{ facts, stale: isOldWord(word, now) },
  };
}

/**
 * What admissions denied or left open, and the facts that are stale by now. Leaves `admissions` out if all three are
 * empty.
 */
function admissionsAnswer(
  admissions: Admissions,
  now: number,
): { readonly admissions?: Pick<Admissions, 'denied' | 'open'> & { readonly stale: readonly string[] } } {
  const { denied, open } = admissions;
  const stale = staleFacts(admissions, now);
  return denied.length + open.length + stale.length === 0 ? {} : { admissions: { denied, open, stale } };
}
export type OfferingAnswer = ReturnType<typeof offeringAnswer>;

/** `approximate` is present if the center's location is known only by its ZIP. */
interface Approximate {
  readonly approximate?: true;
}

export interface ResultAnswer {
  readonly center: CenterAnswer;
  /** Distance from the origin. From a cell, the smallest and the largest possible distance. */
  readonly distance?:
    | ({ readonly miles: number; readonly km: number } & Approximate)
    | ({ readonly minMiles: number; readonly maxMiles: number } & Approximate);
  readonly offerings: readonly OfferingAnswer[];
  /** Whether the center matches for certain. Present if the search includes centers in doubt. */
  readonly certainty?: Certainty;
  /** For a center in doubt: the facts to ask it about. */
  readonly ask?: readonly FieldName[];
}

/**
 * One result of a search, as every face shows it.
 * @param fromCell True if distances are ranges, because the search starts from a cell and not from a point.
 */
export function resultAnswer(
  { row, offerings, distanceKm, farthestKm }: Pick<Match, 'row' | 'offerings' | 'distanceKm' | 'farthestKm'>,
  now: number,
  fromCell = false,
): ResultAnswer {
  const center = centerAnswer(unpackCenter(row));
  const approximate = center.location.accuracy === 'zip' ? ({ approximate: true } as const) : {};
  return {
    center,
    ...(distanceKm === null || farthestKm === null
      ? {}
      : {
          distance: fromCell
            ? { minMiles: milesOf(distanceKm), maxMiles: milesOf(farthestKm), ...approximate }
            : { miles: milesOf(distanceKm), km: twoDecimals(distanceKm), ...approximate },
        }),
    offerings: offerings.map((offering) => offeringAnswer(unpackOffering(row, offering), now)),
  };
}

/** The certainty of a result, and the questions about a center in doubt. */
export function certaintyAnswer({ certainty, ask }: Pick<Match, 'certainty' | 'ask'>) {
  return certainty === 'listed' ? { certainty } : { certainty, ask };
}

export function alternativeAnswer({ field, withinMiles, count, more, nearestKm }: Alternative) {
  const change = { [field]: withinMiles === null ? null : `${withinMiles}mi` };
  return { change, count, more, nearestMiles: nearestKm === null ? null : milesOf(nearestKm) };
}

const milesOf = (km: number): number => twoDecimals(km / KM_PER_MILE);

/** One center with all its offerings. Denied offerings are included and marked by their state. */
export function wholeCenterAnswer(row: PackedCenter, now: number): ResultAnswer {
  const all: readonly PackedOffering[] = row[packed.offerings];
  return resultAnswer({ row, offerings: all, distanceKm: null, farthestKm: null }, now);
}

/** One center with all its offerings, as a complete answer. */
export const oneCenterAnswer = (row: PackedCenter, head: VersionKey, now: number) => ({
  ...wholeCenterAnswer(row, now),
  dataset: datasetAnswer(head),
  help,
});

export function datasetAnswer({ version, publishedAt }: VersionKey) {
  return { version, publishedAt };
}

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;
