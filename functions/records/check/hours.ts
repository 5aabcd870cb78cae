import { type LevelTerm, levelTerm } from '../../domain/level-of-care.ts';
import type { Offering } from '../../domain/offering.ts';
import type { Check, Remark } from './finding.ts';

type Hours = NonNullable<LevelTerm['weeklyHours']>['adult'];

/**
 * Checks that weekly hours match the level of care (level-of-care.ts) and the sessions. Gives warnings only, because
 * the hours may be right and the level wrong, or the reverse.
 */
export const checkHours: Check = ({ offerings }) =>
  offerings.flatMap((offering, index) =>
    remarksOn(offering).map((message): Remark => {
      return { severity: 'warning', path: ['offerings', index, 'schedule'], message };
    }),
  );

function remarksOn(offering: Offering): string[] {
  const { level, schedule } = offering;
  if (schedule === null) return [];
  const remarks: string[] = [];
  const { hoursPerWeek, hoursPerSession, sessionsPerWeek } = schedule;
  const sessions =
    sessionsPerWeek === null || hoursPerSession === null
      ? null
      : sessionsPerWeek.map((count) => count * hoursPerSession);
  const [least = 0, most = 0] = sessions ?? [];
  if (hoursPerWeek !== null && sessions !== null && (hoursPerWeek < least || hoursPerWeek > most)) {
    remarks.push(
      `${hoursPerWeek} hours a week do not agree with its sessions, which make ${range(least, most)}: correct one of them`,
    );
  }
  const { weeklyHours } = levelTerm(level);
  if (weeklyHours === null || (hoursPerWeek === null && sessions === null)) return remarks;
  const [from, to] = hoursPerWeek === null ? [least, most] : [hoursPerWeek, hoursPerWeek];
  const meant = agesOf(offering).map((age) => ({ age, hours: weeklyHours[age] }));
  if (!meant.some(({ hours }) => fits(hours, from, to))) {
    const rules = meant.map(({ age, hours }) => `${describe(hours)} (${age}s)`).join(' or ');
    remarks.push(
      `${range(from, to)} hours a week are not what ${level} means, ${rules}: correct the hours or the level`,
    );
  }
  return remarks;
}

/**
 * The age groups whose usual hours apply: adolescents' if the offering is for them, adults' unless it is only for
 * adolescents or children.
 */
function agesOf({ populations, ages }: Pick<Offering, 'populations' | 'ages'>): ('adult' | 'adolescent')[] {
  const named: ReadonlySet<string> = new Set([...populations, ...(ages ?? [])]);
  const young = named.has('adolescents') || named.has('children');
  const grown = ['adults', 'young-adults', 'seniors'].some((group) => named.has(group));
  if (!young) return ['adult'];
  return grown ? ['adult', 'adolescent'] : ['adolescent'];
}

function fits({ atLeast, lessThanOrEqual, lessThan }: Hours, from: number, to: number): boolean {
  return (
    to >= (atLeast ?? 0) &&
    from <= (lessThanOrEqual ?? Number.POSITIVE_INFINITY) &&
    from < (lessThan ?? Number.POSITIVE_INFINITY)
  );
}

function describe({ atLeast, lessThanOrEqual, lessThan }: Hours): string {
  if (lessThan !== undefined) return `fewer than ${lessThan}`;
  return lessThanOrEqual === null ? `at least ${atLeast}` : `${atLeast} to ${lessThanOrEqual}`;
}

function range(least: number, most: number): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}
