import { fields, isClosed, type MemberField, memberFields, yesNoFields } from '../../../domain/fields.ts';
import { isDeniedByProvider } from '../../../domain/from-provider.ts';
import { languageLabel } from '../../../domain/language.ts';
import { type Level, levelTerm } from '../../../domain/level-of-care.ts';
import { onlyText } from '../../../domain/only.ts';
import { insurerLabel } from '../../../domain/payer.ts';
import { tracks } from '../../../domain/schedule.ts';
import type { Schedule } from '../../../domain/schedule-schema.ts';
import type { State } from '../../../domain/state.ts';
import { labelInState } from '../../../domain/state-label.ts';
import { vocabularyOf } from '../../../domain/vocabularies.ts';
import type { OfferingAnswer, ResultAnswer } from '../../v1/shapes/center.ts';

/** One result in words: the phone number, the offerings and their certainty. Unknown facts are named as unknown. */
export function centerText({ center, distance, offerings, certainty, ask = [] }: ResultAnswer): string {
  const { id, name, alternateNames, organization, address, location, phones, website, sources, sample } = center;
  const { street, city, state, zip } = address;
  const withheld = 'street not published';
  return [
    `${name}${organization.name === name ? '' : ` (${organization.name})`}${distanceText(distance)}`,
    ...(sample ? ['  FICTIONAL EXAMPLE, not a real center: never recommend it.'] : []),
    `  id: ${id}`,
    ...(alternateNames.length === 0 ? [] : [`  Also called: ${alternateNames.join('; ')}`]),
    `  Address: ${street ?? withheld}, ${city}, ${state} ${zip}${location.accuracy === 'zip' ? ' (measured to the middle of its ZIP)' : ''}`,
    ...phones.map(
      ({ display, purpose, answeredBy }) => `  Phone: ${display} (${purpose}, answered by ${answererText[answeredBy]})`,
    ),
    ...(website === null ? [] : [`  Website: ${website}`]),
    ...(certainty === 'unknown'
      ? [`  IN DOUBT: the listing cannot say. Ask the center about: ${ask.join(', ')}.`]
      : []),
    ...offerings.map((offering) => `  Listed program: ${offeringText(offering, state)}`),
    ...(offerings.length === 0 && certainty !== 'unknown'
      ? ['  Listed programs: the listing names no level of care.']
      : []),
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
  if (distance === undefined || !('miles' in distance)) return '';
  const away = `${distance.miles} miles (${distance.km} km) away`;
  if (distance.approximate !== true) return `, ${away}`;
  // A center known only by its ZIP may be anywhere in it, so a distance within the ZIP is meaningless.
  return distance.miles < 1 ? ', in this ZIP area' : `, about ${away}`;
}

function offeringText(offering: OfferingAnswer, state: State): string {
  const { label, asam, only, schedule, intake } = offering;
  const facts = [
    only.length === 0 ? '' : onlyText(only),
    ...memberFields.map((field) =>
      listed(fields[field].answer.lead, offering[fields[field].member] ?? [], labelOf(field, state)),
    ),
    schedule === null ? 'schedule not known' : scheduleText(schedule),
    ...yesNoFields.map((field) => {
      const { member, answer } = fields[field];
      const value = offering[member];
      return value === null ? answer.unknown : value ? answer.yes : answer.no;
    }),
    confirmationText(offering),
    intake.asOf === null ? 'intake not known' : `intake ${intake.state} as of ${intake.asOf}`,
    providerText(offering),
  ];
  const code = asam === null ? '' : `, ASAM ${asam.code} (edition ${asam.edition})`;
  return `${label}${code}: ${facts.filter((fact) => fact !== '').join('; ')}`;
}

function confirmationText({ confirmation, fromProvider }: OfferingAnswer): string {
  const { state, confirmedAt } = confirmation;
  if (isDeniedByProvider({ confirmation, fromProvider })) return "denied by the provider's own site";
  return `${state}${confirmedAt === null ? ' by admissions' : ` (admissions said so on ${confirmedAt})`}`;
}

/** Names the facts that the provider states itself, and their age. */
function providerText({ fromProvider }: OfferingAnswer): string {
  if (fromProvider === undefined) return '';
  const { url, asOf, facts, stale, failingSince } = fromProvider;
  const age = stale ? ', TOO OLD TO RELY ON: ask again' : '';
  const failing = failingSince === undefined ? '' : `, file not readable since ${failingSince}`;
  return `${facts.join(', ')} as the provider's own site states (${url}, checked ${asOf}${failing}${age})`;
}

/** The label of a value. A payer without its own term is an insurer. */
function labelOf(field: MemberField, state: State): (value: string) => string {
  if (!isClosed(field)) return languageLabel;
  const { terms } = vocabularyOf(field);
  return (value) => {
    const label = (Object.hasOwn(terms, value) ? terms[value]?.label : undefined) ?? insurerLabel(value);
    return labelInState(field, value, label, state);
  };
}

function listed(what: string, values: readonly string[], label: (value: string) => string): string {
  return values.length === 0 ? '' : `${what} ${values.map(label).join(', ')}`;
}

function scheduleText({ sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks, tracks: times }: Schedule): string {
  return [
    sessionsPerWeek === null ? '' : `${range(sessionsPerWeek, 'session')} a week`,
    hoursPerSession === null ? '' : `${counted(hoursPerSession, 'hour')} a session`,
    hoursPerWeek === null ? '' : `${counted(hoursPerWeek, 'hour')} a week`,
    weeks === null ? '' : range(weeks, 'week'),
    times === null ? '' : `times ${times.map((time) => tracks.terms[time].label).join(', ')}`,
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
