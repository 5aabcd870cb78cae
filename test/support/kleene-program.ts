import { conditions } from '../../functions/domain/condition.ts';
import { families } from '../../functions/domain/families.ts';
import { knownLanguages } from '../../functions/domain/language.ts';
import type { Level } from '../../functions/domain/level-of-care.ts';
import { modalities } from '../../functions/domain/modality.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import { payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { hasCode } from '../../functions/domain/silence/directory-codes.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import type { Filter } from '../../functions/search/filter.ts';

/**
 * What one program answers to each field of a search, in three values. Written independently of the search: it compares
 * lists of words, uses no masks, and states the rules for unknown facts a second time.
 */
export type Three = 'yes' | 'unknown' | 'no';

export const least = (all: readonly Three[]): Three =>
  all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes';
const greatest = (all: readonly Three[]): Three =>
  all.includes('yes') ? 'yes' : all.includes('unknown') ? 'unknown' : 'no';

type Source = 'open' | 'su' | 'mh';
interface Terms {
  readonly [code: string]: { readonly parent?: string; readonly samhsa?: readonly string[] };
}

const SU = 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities ';
const MH = 'SAMHSA National Directory of Mental Health Treatment Facilities ';

export function sourceOf({ center }: CenterRecord, { id, level }: Offering): Source {
  const all = center.sources.every(
    ({ name }) => name.startsWith(SU) || name.startsWith(MH) || name === 'SAMHSA FindTreatment.gov',
  );
  const suffix = id.replace(`${center.id}-`, '').replace(/-(?:[2-9]|[1-9]\d+)$/, '');
  if (!all) return 'open';
  return suffix === level ? 'su' : suffix === `${level}-mental-health` ? 'mh' : 'open';
}

export const has = (source: Source, codes: readonly string[] = []): boolean =>
  codes.some((code) => hasCode(source === 'su' ? 'substance-use' : 'mental-health', code));

const below = (terms: Terms, value: string): string[] => [
  value,
  ...Object.keys(terms).filter((code) => terms[code]?.parent === value),
];

/** A program in the scan: an offering, or an unknown level. `known` is false for facts that depend on the level. */
export interface Program {
  readonly source: Source;
  readonly level: Level;
  readonly conditions: readonly string[];
  readonly populations: readonly string[];
  readonly ages: readonly string[] | null;
  readonly genders: readonly string[] | null;
  readonly families: readonly string[];
  readonly only: readonly string[];
  readonly therapies: readonly string[];
  readonly payers: readonly string[];
  readonly languages: readonly string[];
  readonly modalities: readonly string[] | null;
  readonly schedule: Offering['schedule'];
  readonly housing: boolean | null;
}

const drugs = ['alcohol', 'opioids', 'stimulants', 'prescription-medications'];
const sexes = ['women', 'men'];
/**
 * True if an offering's restriction rules a value out, such as alcohol at a clinic only for opioids, or men at a house
 * for women.
 */
const isKeptOut = ({ only }: Program, group: readonly string[], value: string): boolean =>
  group.includes(value) && only.some((one) => group.includes(one)) && !only.includes(value);

function condition(program: Program, value: string): Three {
  if (isKeptOut(program, drugs, value)) return 'no';
  const terms: Terms = conditions.terms;
  const { source, level, therapies: treated } = program;
  const listed = program.conditions.filter((one) => !isKeptOut(program, drugs, one));
  if (below(terms, value).some((code) => listed.includes(code))) return 'yes';
  const traumaCare = treated.includes('trauma-counseling') || treated.includes('emdr');
  if (value === 'trauma' && (traumaCare || listed.includes('ptsd'))) return 'unknown';
  if (value === 'ptsd' && (traumaCare || listed.includes('trauma'))) return 'unknown';
  if ((value === 'substance-use' || value === 'mental-health') && listed.includes('co-occurring')) return 'unknown';
  if (value === 'co-occurring' && source === 'mh' && condition(program, 'substance-use') === 'yes') return 'unknown';
  const parent = terms[value]?.parent;
  // Whatever makes the parent possible makes each of its children possible.
  const both = parent !== undefined && listed.includes('co-occurring');
  if (source === 'open') return both ? 'unknown' : openList(listed, parent);
  const detox = (code: string) => code.startsWith('DETOX:') || ['OT:DB', 'OT:DM', 'OT:DLC'].includes(code);
  const treatment = (code: string) => (code.startsWith('AUT:') || code.startsWith('OT:')) && !detox(code);
  const said = (terms[value]?.samhsa ?? []).filter((code) => !(level === 'detox' ? treatment(code) : detox(code)));
  if (has(source, said)) {
    return drugs.includes(value) && !program.conditions.some((code) => drugs.includes(code)) ? 'unknown' : 'no';
  }
  if (parent === undefined) return 'unknown';
  return condition(program, parent) === 'no' ? 'no' : 'unknown';
}

/**
 * A list that an operator filled in is complete, with one exception: if it names a parent, the parent's children are
 * unknown.
 */
function openList(listed: readonly string[], parent: string | undefined): Three {
  if (listed.length === 0) return 'unknown';
  if (parent === undefined) return 'no';
  return listed.includes(parent) ? 'unknown' : 'no';
}

function therapy(program: Program, value: string): Three {
  const terms: Terms = therapies.terms;
  const { source, level, therapies: listed } = program;
  if (below(terms, value).some((code) => listed.includes(code))) return 'yes';
  const parent = terms[value]?.parent;
  if (source === 'open') return openList(listed, parent);
  if (level === 'sober-living') return 'no';
  const said = value === 'evidence-based' ? below(terms, value) : [value];
  if (
    has(
      source,
      said.flatMap((code) => terms[code]?.samhsa ?? []),
    )
  )
    return listed.length === 0 ? 'unknown' : 'no';
  const ofAddiction = ['medication', '12-step', 'relapse-prevention', 'contingency-management'].includes(value);
  if (ofAddiction) return condition(program, 'substance-use') === 'no' ? 'no' : 'unknown';
  if (parent === undefined) return 'unknown';
  return therapy(program, parent) === 'no' ? 'no' : 'unknown';
}

/** If a program accepts some groups, it may also accept a group that its list does not name. */
function accepted(program: Program, listed: readonly string[] | null, value: string): Three {
  if (isKeptOut(program, sexes, value)) return 'no';
  return listed?.includes(value) ? 'yes' : 'unknown';
}

function family({ source, families: listed }: Program, value: string): Three {
  if (listed.includes(value)) return 'yes';
  if (source === 'open') return listed.length === 0 ? 'unknown' : 'no';
  const terms: Terms = families.terms;
  return has(source, terms[value]?.samhsa) ? 'no' : 'unknown';
}

function population(program: Program, value: string): Three {
  if (isKeptOut(program, sexes, value)) return 'no';
  const { source, populations: listed } = program;
  if (listed.includes(value)) return 'yes';
  if (source === 'open') return listed.length === 0 ? 'unknown' : 'no';
  const terms: Terms = populations.terms;
  if (has(source, terms[value]?.samhsa)) return 'no';
  if (value === 'children' && source === 'su') return population(program, 'adolescents') === 'no' ? 'no' : 'unknown';
  return 'unknown';
}

function payer(program: Program, value: string): Three {
  const { source, payers: listed } = program;
  const kinds: readonly string[] = payers.codes;
  const named =
    value === 'private' ? listed.some((one) => one === value || !kinds.includes(one)) : listed.includes(value);
  if (named) return 'yes';
  if (!kinds.includes(value)) return listed.includes('private') || listed.length === 0 ? 'unknown' : 'no';
  if (listed.length === 0) return 'unknown';
  const terms: Terms = payers.terms;
  return source === 'open' || has(source, terms[value]?.samhsa) ? 'no' : 'unknown';
}

function modality({ source, modalities: listed }: Program, value: string): Three {
  if (listed === null || listed.length === 0) return 'unknown';
  if (listed.includes(value)) return 'yes';
  const terms: Terms = modalities.terms;
  return source === 'open' || has(source, terms[value]?.samhsa) ? 'no' : 'unknown';
}

function language({ source, languages: listed }: Program, value: string): Three {
  if (listed.includes(value)) return 'yes';
  if (source === 'open') return listed.length === 0 ? 'unknown' : 'no';
  return knownLanguages.has(value) ? 'no' : 'unknown';
}

const atMost = (value: number | null | undefined, most: number): Three =>
  value === null || value === undefined ? 'unknown' : value <= most ? 'yes' : 'no';

/** A program's answer to each field of a search except the level and our own confirmation. */
export function answers(program: Program, filter: Filter): [field: string, answer: Three][] {
  const { schedule } = program;
  const any = (values: readonly string[], says: (program: Program, value: string) => Three): Three =>
    greatest(values.map((value) => says(program, value)));
  const sessions = schedule?.sessionsPerWeek?.[0] ?? null;
  const hours =
    schedule?.hoursPerWeek ??
    (sessions !== null && schedule?.hoursPerSession ? sessions * schedule.hoursPerSession : null);
  const found: [string, Three][] = [];
  const ask = <Asked>(field: string, asked: Asked | undefined, answer: (asked: Asked) => Three): void => {
    if (asked !== undefined) found.push([field, answer(asked)]);
  };
  ask('condition', filter.condition, (values) => any(values, condition));
  ask('population', filter.population, (values) => any(values, population));
  ask('age', filter.age, (values) => any(values, (one, value) => accepted(one, one.ages, value)));
  ask('gender', filter.gender, (values) => any(values, (one, value) => accepted(one, one.genders, value)));
  ask('families', filter.families, (values) => any(values, family));
  ask('therapy', filter.therapy, (values) => any(values, therapy));
  ask('payer', filter.payer, (values) => any(values, payer));
  ask('modality', filter.modality, (values) => any(values, modality));
  ask('schedule', filter.schedule, (values) => {
    const tracks = schedule?.tracks;
    if (!tracks) return 'unknown';
    return values.some((value) => tracks.includes(value)) ? 'yes' : 'no';
  });
  ask('language', filter.language, (values) => any(values, language));
  ask('housing', filter.housing, (wanted) =>
    program.housing === null ? 'unknown' : program.housing === wanted ? 'yes' : 'no',
  );
  ask('maxHoursPerWeek', filter.maxHoursPerWeek, (most) => atMost(hours, most));
  ask('maxSessionsPerWeek', filter.maxSessionsPerWeek, (most) => atMost(sessions, most));
  ask('maxWeeks', filter.maxWeeks, (most) => atMost(schedule?.weeks?.[0], most));
  return found;
}
