import { fields, memberFields, yesNoFields } from '../../domain/fields.ts';
import { type ProviderFact, providerFacts } from '../../domain/from-provider.ts';
import type { Offering } from '../../domain/offering.ts';
import type { Schedule } from '../../domain/schedule-schema.ts';

/** Facts of an offering, or of a provider's program. */
export type Facts = Partial<Omit<Offering, 'id'>>;

const unknownSchedule: Schedule = {
  sessionsPerWeek: null,
  hoursPerSession: null,
  hoursPerWeek: null,
  weeks: null,
  tracks: null,
};

/**
 * The properties of a schedule that belong to a fact. Hours per week can be computed from hours per session, so both
 * belong to the same fact.
 */
const parts: { readonly [fact in ProviderFact]?: readonly (keyof Schedule)[] } = {
  schedule: ['tracks'],
  maxHoursPerWeek: ['hoursPerWeek', 'hoursPerSession'],
  maxSessionsPerWeek: ['sessionsPerWeek'],
  maxWeeks: ['weeks'],
};

/**
 * The value of a fact; null if none is stated. An empty list states nothing, except `only: []` in a provider's file,
 * which says that anybody is served.
 */
export function statedOf(facts: Facts, fact: ProviderFact): unknown {
  const schedule = facts.schedule ?? unknownSchedule;
  const of = parts[fact];
  if (of !== undefined) {
    const said = of.map((part) => schedule[part]);
    return said.every((one) => one === null) ? null : said.length === 1 ? said[0] : said;
  }
  if (fact === 'level') return facts.level ?? null;
  if (fact === 'accepting') return facts.intake === undefined || facts.intake.state === 'unknown' ? null : facts.intake;
  if (fact === 'only') return facts.only ?? null;
  const yesNo = yesNoFields.find((name) => name === fact);
  if (yesNo !== undefined) return facts[fields[yesNo].member] ?? null;
  const values = facts[memberOf(fact)] ?? [];
  return values.length === 0 ? null : values;
}

/** The facts that have a value, in the order of `providerFacts`. */
export const statedIn = (facts: Facts): ProviderFact[] =>
  providerFacts.filter((fact) => statedOf(facts, fact) !== null);

/** Copies an offering, with one fact replaced by its value in `from`. */
export function withStated(offering: Offering, fact: ProviderFact, from: Facts): Offering {
  const of = parts[fact];
  if (of !== undefined) {
    const schedule = { ...(offering.schedule ?? unknownSchedule) };
    for (const part of of) Object.assign(schedule, { [part]: (from.schedule ?? unknownSchedule)[part] });
    return { ...offering, schedule };
  }
  if (fact === 'level') return from.asam ? { ...offering, asam: from.asam } : offering;
  if (fact === 'accepting') return from.intake === undefined ? offering : { ...offering, intake: from.intake };
  if (fact === 'only') return { ...offering, only: from.only ?? [] };
  const yesNo = yesNoFields.find((name) => name === fact);
  const member = yesNo === undefined ? memberOf(fact) : fields[yesNo].member;
  return { ...offering, [member]: from[member] };
}

/** The facts that a correction changes, by the path of the correction in an offering. */
export function factsAt(member: string, part: string | undefined): readonly ProviderFact[] {
  if (member === 'schedule')
    return providerFacts.filter((fact) => parts[fact]?.some((one) => part === undefined || one === part) === true);
  if (member === 'intake') return ['accepting'];
  if (member === 'asam') return ['level'];
  return providerFacts.filter((fact) => fact === member || memberName(fact) === member);
}

function memberName(fact: ProviderFact): string | null {
  const row: object = fact === 'only' ? {} : fields[fact];
  return 'member' in row && typeof row.member === 'string' ? row.member : null;
}

type ListMember = (typeof fields)[(typeof memberFields)[number]]['member'];

function memberOf(fact: ProviderFact): ListMember {
  const field = memberFields.find((name) => name === fact);
  if (field === undefined) throw new Error(`"${fact}" is not a list`);
  return fields[field].member;
}
