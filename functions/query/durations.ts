import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const units = wordsOf(
  `day week month year hour hr hrs minute min mo wk
  dia semana mes mese ano hora minuto`,
);
const per = wordsOf('a per each every the in por al la cada');
const weekly = wordsOf('week weekly wk wks semana semanale semanal');
const working = wordsOf('work working job trabajo trabaja');
/**
 * Least weekly hours of an intensive outpatient and of a partial hospitalization program, and the most hours in a week
 * and in a day that are plausible.
 */
const HOURS = { iop: 9, php: 20, most: 30, mostOfDay: 7 } as const;

/**
 * Finds lengths of time and frequencies: "30 days sober", "90 day inpatient", "3 hours a day". They become no filter,
 * and "day" and "hours" in them do not ask for a daytime schedule. Only weekly hours have a meaning: courts and
 * insurers call an intensive program "9 hours a week".
 */
export function durationSpans(tokens: readonly Token[]): readonly Span[] {
  const isUnit = (at: number): boolean => units.has(tokens[at]?.word ?? '');
  return tokens.flatMap((token, at): Span[] => {
    if (numberOf(token) === null || !isUnit(at + 1)) return [];
    let unit = at + 2;
    while (unit < at + 4 && per.has(tokens[unit]?.plain ?? '')) unit++;
    const isOften = weekly.has(tokens[unit]?.word ?? '') || (unit > at + 2 && isUnit(unit));
    const level = (isOften ? levelOf(tokens, at, tokens[unit]?.word ?? '') : null) ?? levelOfDays(tokens, at);
    const span = { from: at, to: isOften ? unit + 1 : at + 2, rank: rank.term };
    if (level === null) return [{ ...span, meanings: [], unread: true }];
    return [{ ...span, meanings: [{ field: 'level', value: level, yieldsTo: ['level'] }] }];
  });
}

/** The level of care that a weekly schedule implies: "3 hrs a day 3 days a week" is 9 hours. */
function levelOfDays(tokens: readonly Token[], at: number): 'iop' | 'php' | null {
  const hours = numberOf(tokens[at]) ?? 0;
  if (!isHour(tokens, at + 1) || hours > HOURS.mostOfDay || isOfJob(tokens, at)) return null;
  for (const [place, token] of tokens.entries()) {
    const days = /^\dx$/.test(token.plain) ? Number(token.plain[0]) : (numberOf(token) ?? 0);
    if (place === at || days < 2 || days > 7 || isHour(tokens, place + 1)) continue;
    const isWeekly = [1, 2, 3, 4].some((step) => weekly.has(tokens[place + step]?.word ?? ''));
    const level = isWeekly ? ofHours(hours * days) : null;
    if (level !== null) return level;
  }
  return null;
}

const isHour = (tokens: readonly Token[], at: number): boolean =>
  ['hour', 'hr', 'hrs', 'hora'].includes(tokens[at]?.word ?? '');
const isOfJob = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some(({ word }) => working.has(word));

const ofHours = (hours: number): 'iop' | 'php' | null =>
  hours < HOURS.iop || hours > HOURS.most ? null : hours < HOURS.php ? 'iop' : 'php';

function levelOf(tokens: readonly Token[], at: number, per: string): 'iop' | 'php' | null {
  if (!isHour(tokens, at + 1) || isOfJob(tokens, at) || !weekly.has(per)) return null;
  return ofHours(numberOf(tokens[at]) ?? 0);
}
