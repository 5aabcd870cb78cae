import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const units = new Set(
  `day week month year hour hr hrs minute min mo wk
  dia semana mes mese ano hora minuto`.split(/\s+/),
);
const per = new Set(['a', 'per', 'each', 'every', 'the', 'in', 'por', 'al', 'la', 'cada']);
const weekly = new Set(['week', 'weekly', 'wk', 'wks', 'semana', 'semanale', 'semanal']);
const working = new Set(['work', 'working', 'job', 'trabajo', 'trabaja']);
/** Hours a week from which a program is intensive outpatient and partial hospitalization, and the most that are meant. */
const HOURS = { iop: 9, php: 20, most: 30 } as const;

/**
 * Finds lengths of time and frequencies: "30 days sober", "90 day inpatient", "3 hours a day". No field asks for them,
 * and they do not mean a daytime schedule. But "9 hours a week" is how courts and insurers name an intensive program.
 */
export function durationSpans(tokens: readonly Token[]): readonly Span[] {
  const isUnit = (at: number): boolean => units.has(tokens[at]?.word ?? '');
  return tokens.flatMap((token, at): Span[] => {
    if (numberOf(token) === null || !isUnit(at + 1)) return [];
    let unit = at + 2;
    while (unit < at + 4 && per.has(tokens[unit]?.plain ?? '')) unit++;
    const isOften = weekly.has(tokens[unit]?.word ?? '') || (unit > at + 2 && isUnit(unit));
    const level = isOften ? levelOf(tokens, at, tokens[unit]?.word ?? '') : null;
    const span = { from: at, to: isOften ? unit + 1 : at + 2, rank: rank.term };
    if (level === null) return [{ ...span, meanings: [], unread: true }];
    return [{ ...span, meanings: [{ field: 'level', value: level, yieldsTo: ['level'] }] }];
  });
}

function levelOf(tokens: readonly Token[], at: number, per: string): 'iop' | 'php' | null {
  const count = numberOf(tokens[at]) ?? 0;
  const isHours = ['hour', 'hr', 'hrs', 'hora'].includes(tokens[at + 1]?.word ?? '');
  const isOfJob = tokens.slice(Math.max(0, at - 3), at).some(({ word }) => working.has(word));
  if (!isHours || isOfJob || !weekly.has(per) || count < HOURS.iop || count > HOURS.most) return null;
  return count < HOURS.php ? 'iop' : 'php';
}
