import { conditions } from '../../../domain/condition.ts';
import { languageLabel } from '../../../domain/language.ts';
import { type Level, levelTerm } from '../../../domain/level-of-care.ts';
import { modalities } from '../../../domain/modality.ts';
import { insurerLabel, isPayerKind, payers } from '../../../domain/payer.ts';
import { populations } from '../../../domain/population.ts';
import { type Schedule, tracks } from '../../../domain/schedule.ts';
import { therapies } from '../../../domain/therapy.ts';
import type { OfferingAnswer, ResultAnswer } from '../../v1/shapes/center.ts';

/** One result in words: whom to call, what is offered, how sure that is. Facts that are not known are named as such. */
export function centerText({ center, distance, offerings }: ResultAnswer): string {
  const { id, name, alternateNames, organization, address, location, phones, website, sources, sample } = center;
  const { street, city, state, zip } = address;
  return [
    `${name}${organization.name === name ? '' : ` (${organization.name})`}${distanceText(distance)}`,
    ...(sample ? ['  FICTIONAL EXAMPLE, no real center: never recommend it.'] : []),
    `  id: ${id}`,
    ...(alternateNames.length === 0 ? [] : [`  Also called: ${alternateNames.join('; ')}`]),
    `  Address: ${street}, ${city}, ${state} ${zip}${location.accuracy === 'zip' ? ' (measured to the middle of its ZIP)' : ''}`,
    ...phones.map(
      ({ display, purpose, answeredBy }) => `  Phone: ${display} (${purpose}, answered by ${answererText[answeredBy]})`,
    ),
    ...(website === null ? [] : [`  Website: ${website}`]),
    ...offerings.map((offering) => `  Listed program: ${offeringText(offering)}`),
    ...(offerings.length === 0 ? ['  Listed programs: the listing names no level of care.'] : []),
    ...unknownText(center.unknownLevels),
    `  Source: ${sources.map(({ name: source, asOf }) => `${source}, as of ${asOf}`).join('; ')}`,
  ].join('\n');
}

const answererText = {
  facility: 'the center itself',
  'central-admissions': "the organization's central admissions, not the center",
  'third-party': 'a third party, not the center',
} as const;

function distanceText(distance: ResultAnswer['distance']): string {
  return distance !== undefined && 'miles' in distance ? `, ${distance.miles} miles (${distance.km} km) away` : '';
}

function offeringText(offering: OfferingAnswer): string {
  const { label, asam, schedule, housing, confirmation, intake } = offering;
  const facts = [
    listed('treats', offering.conditions, labelsOf(conditions)),
    listed('for', offering.populations, labelsOf(populations)),
    listed('therapies', offering.therapies, labelsOf(therapies)),
    listed('paid by', offering.payers, (payer) =>
      isPayerKind(payer) ? payers.terms[payer].label : insurerLabel(payer),
    ),
    listed('languages', offering.languages, languageLabel),
    listed('attended', offering.modalities, labelsOf(modalities)),
    schedule === null ? 'schedule not known' : scheduleText(schedule),
    housing === null ? 'housing not known' : housing ? 'clients live there' : 'clients live at home',
    `${confirmation.state}${confirmation.confirmedAt === null ? ' by admissions' : ` (admissions said so on ${confirmation.confirmedAt})`}`,
    intake.asOf === null ? 'intake not known' : `intake ${intake.state} as of ${intake.asOf}`,
  ];
  const code = asam === null ? '' : `, ASAM ${asam.code} (edition ${asam.edition})`;
  return `${label}${code}: ${facts.filter((fact) => fact !== '').join('; ')}`;
}

function labelsOf<Code extends string>({ terms }: { terms: Readonly<Record<Code, { label: string }>> }) {
  return (code: Code) => terms[code].label;
}

function listed<Value>(what: string, values: readonly Value[], label: (value: Value) => string): string {
  return values.length === 0 ? '' : `${what} ${values.map(label).join(', ')}`;
}

function scheduleText({ sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks, tracks: times }: Schedule): string {
  return [
    sessionsPerWeek === null ? '' : `${range(sessionsPerWeek, 'session')} a week`,
    hoursPerSession === null ? '' : `${counted(hoursPerSession, 'hour')} a session`,
    hoursPerWeek === null ? '' : `${counted(hoursPerWeek, 'hour')} a week`,
    weeks === null ? '' : range(weeks, 'week'),
    times === null ? '' : `times ${times.map(labelsOf(tracks)).join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const counted = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;

const range = ([least, most]: readonly [number, number], unit: string): string =>
  least === most ? counted(least, unit) : `${least}-${most} ${unit}s`;

function unknownText(levels: readonly Level[]): string[] {
  if (levels.length === 0) return [];
  const labels = levels.map((level) => levelTerm(level).label).join(', ');
  return [`  Unknown, not "no": the source has no word for ${labels}. Ask the center.`];
}
