/** Functions that describe a center's facts in the words of a catalog. All are pure. */
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import type { Words } from '../../words/en.ts';
import { type ListField, type YesNoField, yesNoFields } from '../../words/fields.ts';
import { fromSlug } from '../../words/text.ts';
import type { Center, Offering, Phone, Result, Schedule } from '../read/answer.ts';
import type { Vocabulary } from '../read/vocabulary.ts';
import { valueText } from './values.ts';

/**
 * A distance in the host's units.
 * @param miles Distance in miles.
 * @param approximate True if the center's location is only known by its ZIP.
 */
export function distanceText(words: Words, units: 'mi' | 'km', miles: number, approximate = false): string {
  // A center known only by its ZIP may be anywhere in it: "0 mi" would be wrong.
  if (approximate && miles < 1) return words.card.inZip;
  const text = units === 'km' ? words.km(miles * KM_PER_MILE) : words.miles(miles);
  return approximate ? words.card.about(text) : text;
}

/** True if the distance is measured to the middle of the center's ZIP, because its exact location is unknown. */
export function isApproximate({ center, distance }: Pick<Result, 'center' | 'distance'>): boolean {
  return distance?.approximate ?? center.location.accuracy === 'zip';
}

/** Says who answers a number. A call center is never called the facility. */
export function phoneText(words: Words, { purpose, answeredBy }: Phone): string {
  if (answeredBy === 'facility') {
    const lines: Readonly<Record<string, unknown>> = words.phone;
    const line = lines[purpose];
    return typeof line === 'string' && facilityPurposes.has(purpose) ? line : words.phone.other;
  }
  const who = answeredBy === 'central-admissions' ? words.phone.central : words.phone.outside;
  return purpose === 'benefits-check' ? `${words.phone.benefits} ${who}` : who;
}
const facilityPurposes = new Set(['main', 'intake', 'admissions', 'benefits-check', 'crisis']);

/**
 * How certain an offering is, and since when.
 * @param listed Date of the center's oldest source, which is shown for a fact that nobody confirmed: no listed fact is
 * older.
 */
export function sureText(
  words: Words,
  { state, confirmedAt }: Offering['confirmation'],
  listed: string | null,
): string {
  if (state === 'confirmed') return words.sure.confirmed(confirmedAt);
  if (state === 'stale') return words.sure.stale(confirmedAt);
  if (state === 'denied') return words.sure.denied(confirmedAt);
  return words.sure.unconfirmed(listed);
}

export function listedOn({ sources }: Pick<Center, 'sources'>): string | null {
  return sources.map(({ asOf }) => asOf).toSorted()[0] ?? null;
}

type IntakeTold = Omit<Offering['intake'], 'until'> & { readonly until?: string | null | undefined };

/** Says if a program takes new clients. Null if that is unknown, which is the usual case. */
export function intakeText(words: Words, { state, asOf, until = null }: IntakeTold): string | null {
  if (asOf === null) return null;
  if (state === 'open') return words.sure.open(asOf);
  if (state === 'full') return words.sure.full(asOf, until);
  return state === 'closed' ? words.sure.closed(asOf, until) : null;
}

/** Names facts from admissions that are too old to rely on. Null if there are none. */
export function staleText(
  words: Words,
  vocabulary: Vocabulary | null,
  { admissions }: Pick<Offering, 'admissions'>,
  state: string | null = null,
): string | null {
  const labels = (admissions?.stale ?? []).map((key) => {
    const [field = '', value] = key.split('.');
    if (value !== undefined) return valueText(words, vocabulary, field as ListField, value, state);
    return yesNoFields.some((name) => name === field)
      ? words.opened.yesNo[field as YesNoField].title
      : (words.chips.fields[field] ?? field);
  });
  return labels.length === 0 ? null : words.sure.again(labels.join('; '));
}

/**
 * A schedule in words: `3–5 sessions a week, 3 hours each, about 9 hours a week, 8–10 weeks`. Leaves out what is
 * unknown.
 */
export function scheduleText({ opened, values }: Words, schedule: Schedule | null): string | null {
  if (schedule === null) return null;
  const { sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks, tracks } = schedule;
  const parts = [
    ...(tracks ?? []).map((track) => values.schedule[track] ?? track),
    sessionsPerWeek && opened.sessions(...sessionsPerWeek),
    hoursPerSession && opened.hoursEach(hoursPerSession),
    hoursPerWeek && opened.hoursWeek(hoursPerWeek),
    weeks && opened.weeks(...weeks),
  ].filter((part) => part !== null && part !== 0);
  return parts.length === 0 ? null : parts.join(', ');
}

export function sourceText(words: Words, { name, asOf }: Center['sources'][number]): string {
  return `${name}, ${words.month(asOf)}`;
}

const grownUp = ['adults', 'young-adults', 'seniors'];
const young = ['children', 'adolescents'];

/**
 * Whom the programs serve, if that is limited, because a wrong call is hardest for a frightened person. Null if they
 * name nobody, or include adults. Programs that name only teens are not said to turn adults away.
 */
export function limitText(words: Words, offerings: readonly Offering[]): string | null {
  const only = [...new Set(offerings.flatMap((offering) => offering.only ?? []))];
  if (only.length > 0 && offerings.every((offering) => (offering.only ?? []).length > 0))
    return words.card.only(words.or(only.map((one) => words.only[one] ?? fromSlug(one))));
  const named = new Set(offerings.flatMap(({ ages, populations }) => ages ?? populations));
  if (grownUp.some((one) => named.has(one))) return null;
  const listed = young.filter((one) => named.has(one));
  return listed.length === 0 ? null : words.card.lists(words.and(listed.map((one) => words.card.young[one] ?? one)));
}

/** A few payers, because payment decides a call: the requested ones, otherwise the most common. */
export function payText(
  words: Words,
  vocabulary: Vocabulary | null,
  offerings: readonly Offering[],
  asked: readonly string[],
  state: string | null = null,
) {
  const listed = new Set(offerings.flatMap(({ payers }) => payers));
  const wanted = asked.filter((one) => listed.has(one));
  const common = ['medicaid', 'private', 'free', 'sliding-scale'].filter((one) => listed.has(one));
  const shown = [...new Set([...wanted, ...common])].slice(0, Math.max(wanted.length, 2));
  return shown.map((one) => valueText(words, vocabulary, 'payer', one, state)).join(', ');
}
