/** Facts in plain words. Pure: the same facts always read the same, whatever the browser's language or clock. */
import type { Answer, Center, Offering, Phone, Schedule } from './answer.ts';
import { listText } from './state-names.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** `2023-04-01` or an instant as `April 2023`, by the calendar of UTC: sources state no time zone. */
export function monthOf(date: string): string {
  const at = new Date(date);
  return `${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** An instant as `May 3, 2025`. */
export function dayOf(instant: string): string {
  const at = new Date(instant);
  return `${months[at.getUTCMonth()]} ${at.getUTCDate()}, ${at.getUTCFullYear()}`;
}

/** One decimal up to 100 miles; nobody plans a longer way by tenths. Under a tenth is not "0.0 mi". */
export function milesText(miles: number): string {
  if (miles < 0.1) return 'under 0.1 mi';
  return miles < 99.95 ? `${miles.toFixed(1)} mi` : `${Math.round(miles)} mi`;
}

export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const facilityLines: Readonly<Record<string, string>> = {
  main: 'Front desk',
  intake: 'Intake line',
  admissions: 'Admissions',
  'benefits-check': 'Insurance check',
  crisis: 'The center’s crisis line',
};

/** Who picks up: a call center is never shown as the facility. */
export function phoneLabel(phone: Phone): string {
  if (phone.answeredBy === 'facility') return facilityLines[phone.purpose] ?? 'The center';
  const who = phone.answeredBy === 'central-admissions' ? 'a central admissions team' : 'an outside company';
  const purpose = phone.purpose === 'benefits-check' ? 'Insurance check. ' : '';
  return `${purpose}Answered by ${who}, not the facility`;
}

/** A comma is a pause before the extension's digits; `;ext=` is the standard, but few dialers honor it. */
export function phoneHref(phone: Phone): string {
  return `tel:${phone.number}${phone.extension === null ? '' : `,${phone.extension}`}`;
}

export function addressText({ street, city, state, zip }: Center['address']): string {
  return `${street}, ${city}, ${state} ${zip}`;
}

export function confirmationText({
  state,
  confirmedAt,
}: Pick<Offering['confirmation'], 'state' | 'confirmedAt'>): string {
  const on = confirmedAt === null ? '' : ` on ${dayOf(confirmedAt)}`;
  if (state === 'confirmed') return `Confirmed by admissions${on}`;
  if (state === 'stale') return `Last confirmed${on}: too long ago to rely on. Call to confirm`;
  if (state === 'denied') return `Admissions said${on} that it is not offered`;
  return 'Not yet confirmed with the center';
}

/** Null when nothing is known about space, which is the usual case. */
export function intakeText({ state, asOf }: Offering['intake']): string | null {
  const known: Readonly<Record<string, string>> = {
    open: 'Taking new clients',
    full: 'Full',
    closed: 'Not taking new clients',
  };
  const words = known[state];
  return words === undefined || asOf === null ? null : `${words}, as of ${dayOf(asOf)}`;
}

/** `3–5 sessions a week, 3 hours each, about 9 hours a week, 8–10 weeks`; only what is known. */
export function scheduleText(schedule: Schedule | null): string | null {
  if (schedule === null) return null;
  const { sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks } = schedule;
  const parts = [
    sessionsPerWeek && `${range(sessionsPerWeek, 'session')} a week`,
    hoursPerSession && `${countText(hoursPerSession, 'hour')} each`,
    hoursPerWeek && `about ${countText(hoursPerWeek, 'hour')} a week`,
    weeks && range(weeks, 'week'),
  ].filter((part) => part !== null && part !== 0);
  return parts.length === 0 ? null : parts.join(', ');
}

function range([least, most]: readonly [number, number], unit: string): string {
  return least === most ? countText(least, unit) : `${least}–${most} ${unit}s`;
}

export function sourceText({ name, asOf }: Center['sources'][number]): string {
  return `${name}, ${monthOf(asOf)}`;
}

/** Where the shown listings come from: each source once, and the day that they were published here. */
export function sourcesText(sources: Center['sources'], publishedAt: string): string {
  const names = [...new Set(sources.map(sourceText))];
  const from = names.length === 0 ? '' : `The listings shown come from ${names.join('; ')}. `;
  return `${from}This list was last published on ${dayOf(publishedAt)}.`;
}

/** What is listed at all: `4,858 centers in Arizona and Nevada.` */
export function listedText(states: readonly { readonly name: string; readonly centers?: number }[]): string {
  const count = states.reduce((sum, { centers = 0 }) => sum + centers, 0);
  return `${count.toLocaleString('en-US')} centers in ${listText(states.map(({ name }) => name))}.`;
}

/** Words that found no use. @param chosen Whether something was chosen in the form, which comes before words. */
export function ignoredText(words: readonly string[], chosen: boolean): string {
  const first = chosen ? ' What you choose in the form comes before your words.' : '';
  return `Not used in this search: ${listText(words.map((word) => `“${word}”`))}.${first}`;
}

/** A start that nobody gave. */
export const viewerText =
  'Your words name no place, so this starts from a rough guess of where you are. Add a ZIP code or city, or use your location.';

/** Where the search was made from, for a sentence: a cell stands for the device, and has no name worth showing. */
export function originText(origin: Answer['origin']): string {
  if (origin.kind === 'viewer') return 'your area';
  return origin.kind === 'cell' ? 'you' : origin.label;
}

/** `12mi` as `12 miles`; the page itself only ever asks in miles. */
export function withinText(within: string): string {
  const [, amount, unit] = /^([\d.]+)\s*(mi|km)?$/.exec(within) ?? [];
  return amount === undefined ? within : `${amount} ${unit === 'km' ? 'km' : amount === '1' ? 'mile' : 'miles'}`;
}

/** What the words over the results depend on. */
export interface Told {
  /** Centers that are shown. */
  readonly count: number;
  /** Whether these are all. */
  readonly complete: boolean;
  /** The level in the fewest words; null for any. */
  readonly level: string | null;
  readonly origin: Answer['origin'];
  readonly within: string | undefined;
}

/** The heading over the results: how many, of what, from where, how far; never more than is known. */
export function resultsHeading({ count, complete, level, origin, within }: Told): string {
  const inState = origin.kind === 'state';
  const where = originText(origin);
  const radius = within === undefined ? `near ${where}` : `within ${withinText(within)} of ${where}`;
  const place = inState ? `in ${where}` : radius;
  const offering = level === null ? '' : ` listing ${level}`;
  if (count === 0) return `No center found${offering} ${place}`;
  if (complete) return `${countText(count, 'center')}${offering} ${place}`;
  return `The ${inState ? 'first ' : ''}${count}${inState ? '' : ' nearest'} centers${offering} ${place}`;
}

/** Centers whose listing cannot say: unknown is never "no". */
export function unknownText({ count, more }: Answer['unknown'], told: Pick<Told, 'count' | 'origin'>) {
  if (count === 0) return null;
  const number = `${more ? 'At least ' : ''}${count}${told.count > 0 ? ' more' : ''}`;
  const where = told.origin.kind === 'state' ? `in ${told.origin.label}` : 'nearby';
  return count === 1
    ? `${number} center ${where} may offer it: its listing cannot say.`
    : `${number} centers ${where} may offer it: their listings cannot say.`;
}

/** A device that may be a mile off or more: tenths of a mile would claim too much. Null where it is surer. */
export function accuracyText(accuracyMeters: number): string | null {
  const miles = Math.round(accuracyMeters / 1609.344);
  if (miles < 1) return null;
  return `Your device knows where it is only to within about ${countText(miles, 'mile')}, so distances are rough.`;
}

/** What a state search leaves out, and why. */
export function stateText(within: string | undefined): string {
  const order = 'Listed by city: a whole state has no point to measure from';
  return within === undefined ? `${order}.` : `${order}, so “within ${withinText(within)}” is left out.`;
}
