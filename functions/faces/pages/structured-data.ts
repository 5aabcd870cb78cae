import { valueText } from '../../../web/locator/parts/values.ts';
import { en } from '../../../web/words/en.ts';
import { insurerLabel, isPayerKind, payers } from '../../domain/payer.ts';
import { stateNames } from '../../domain/state.ts';
import { dialled, toJsonLd } from '../v1/formats/json-ld.ts';
import type { ResultAnswer } from '../v1/shapes/center.ts';
import { newestFact } from './newest-fact.ts';

type Offering = ResultAnswer['offerings'][number];

/**
 * A center's page as schema.org JSON-LD: the page, and the clinic as `/v1` describes it, with additions for search
 * engines. Unknown facts are left out.
 * @param url URL of the page.
 */
export function structuredData(result: ResultAnswer, url: string, language: string) {
  const { '@context': context, ...clinic } = toJsonLd(result, `${url}#center`);
  return {
    '@context': context,
    '@type': 'WebPage',
    '@id': url,
    url,
    name: clinic.name,
    inLanguage: language,
    dateModified: newestFact(result),
    isAccessibleForFree: true,
    mainEntity: { ...clinic, ...moreOf(result) },
  };
}

function moreOf({ center, offerings }: ResultAnswer) {
  const known = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
  const all = <Value>(values: (offering: Offering) => readonly Value[]) => [...new Set(known.flatMap(values))];
  const paid = all((one) => one.payers).map(payerLabel);
  const languages = all((one) => one.languages);
  const accepting = acceptingOf(known);
  const schedules = known.flatMap(scheduleOf);
  return {
    contactPoint: center.phones.map((phone) => ({
      '@type': 'ContactPoint',
      telephone: dialled(phone),
      contactType: `${phone.purpose}, ${answeredBy[phone.answeredBy]}`,
    })),
    areaServed: { '@type': 'State', name: stateNames[center.address.state] },
    ...(paid.length === 0 ? {} : { paymentAccepted: paid.join(', ') }),
    ...(languages.length === 0
      ? {}
      : { knowsLanguage: ['English', ...languages.map((code) => valueText(en, null, 'language', code))] }),
    ...(accepting === null ? {} : { isAcceptingNewPatients: accepting }),
    ...(schedules.length === 0 ? {} : { additionalProperty: schedules }),
  };
}

const answeredBy = {
  facility: 'answered by the facility',
  'central-admissions': 'answered by a central admissions team',
  'third-party': 'answered by an outside company',
} as const;

const payerLabel = (payer: string): string => (isPayerKind(payer) ? payers.terms[payer].label : insurerLabel(payer));

/** True if admissions said that one program is open, false if they said that all are full or closed, else null. */
function acceptingOf(offerings: readonly Offering[]): boolean | null {
  if (offerings.some(({ intake }) => intake.state === 'open')) return true;
  const isShut = offerings.length > 0 && offerings.every(({ intake }) => ['full', 'closed'].includes(intake.state));
  return isShut ? false : null;
}

/** Weekly hours of a program, if known. The vocabulary's opening hours need days, which no listing has. */
function scheduleOf({ label, schedule }: Offering): object[] {
  if (schedule === null) return [];
  const { tracks, sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks } = schedule;
  const value = [
    ...(tracks ?? []),
    sessionsPerWeek && `${span(sessionsPerWeek)} sessions a week`,
    hoursPerSession && `${hoursPerSession} hours a session`,
    hoursPerWeek && `${hoursPerWeek} hours a week`,
    weeks && `${span(weeks)} weeks`,
  ].filter((part) => typeof part === 'string');
  return value.length === 0 ? [] : [{ '@type': 'PropertyValue', name: `Schedule: ${label}`, value: value.join(', ') }];
}

const span = ([least, most]: readonly [number, number]): string => (least === most ? `${least}` : `${least}–${most}`);
