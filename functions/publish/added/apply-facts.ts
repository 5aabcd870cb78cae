import { fact, packFacts, unpackFacts } from '../../dataset/facts.ts';
import { packCenter, packed } from '../../dataset/packed-center.ts';
import { questions, unsaidBit } from '../../dataset/questions.ts';
import { factsOfUnknownLevel } from '../../dataset/unknown-level.ts';
import { unsaidIn } from '../../dataset/unsaid.ts';
import type { Admissions } from '../../domain/admissions.ts';
import { INTAKE, LEVEL, numberFields, valueOfKey } from '../../domain/fact.ts';
import { fields, isAccepted, isClosed, type ListField, yesNoFields } from '../../domain/fields.ts';
import { isDeniedByProvider } from '../../domain/from-provider.ts';
import { type Level, levels } from '../../domain/level-of-care.ts';
import type { Offering } from '../../domain/offering.ts';
import { isPayerKind } from '../../domain/payer.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { Schedule } from '../../domain/schedule-schema.ts';
import { sourceVocabularies, vocabularyOfOffering } from '../../domain/source-vocabulary.ts';
import { vocabularyOf } from '../../domain/vocabularies.ts';
import { isLater, type StoredFact, type StoredFacts } from '../../store/stored-facts.ts';
import { type DatedCorrection, newerFacts, scheduleMember } from './newer-facts.ts';

/**
 * True if any recorded fact has a known value. A fact that was set back to unknown leaves the listing's own fact in
 * effect.
 */
export const isInEffect = ({ facts }: Pick<StoredFacts, 'facts'>): boolean =>
  Object.values(facts).some((one) => !isUnknown(one));

/**
 * Applies facts that agents recorded to a record. They override the imported file, so a later import does not erase
 * them.
 * @param corrections Corrections in effect on the record, which override older facts.
 */
export function applyFacts(
  record: CenterRecord,
  recorded: readonly StoredFacts[],
  corrections: readonly DatedCorrection[] = [],
): CenterRecord {
  const own = recorded.filter((one) => one.center === record.center.id);
  const byTarget = [...Map.groupBy(own, ({ offering }) => offeringIn(record, offering))];
  return byTarget
    .map(([target, all]) => ({ target, facts: newerFacts(latestOf(all), target, record, corrections) }))
    .filter(isInEffect)
    .toSorted((a, b) => (a.target < b.target ? -1 : 1))
    .reduce(withFacts, record);
}

/**
 * The id of the listed offering, for facts that were recorded under a level before an offering was listed. Returns any
 * other target unchanged.
 */
export function offeringIn({ offerings }: CenterRecord, target: string): string {
  return offerings.find(({ level }) => level === target)?.id ?? target;
}

/** The latest version of each fact in all stored items. */
function latestOf(all: readonly StoredFacts[]): StoredFacts['facts'] {
  const latest: Record<string, StoredFact> = {};
  for (const [key, one] of all.flatMap(({ facts }) => Object.entries(facts))) {
    const held = latest[key];
    if (held === undefined || isLater(one, held)) latest[key] = one;
  }
  return latest;
}

interface Recorded {
  /** An offering's id, or a level that is unknown at the center. */
  readonly target: string;
  readonly facts: StoredFacts['facts'];
}

function withFacts(record: CenterRecord, { target, facts }: Recorded): CenterRecord {
  if (!isLevel(target)) return withOffering(record, target, facts);
  const value = facts[LEVEL]?.value;
  if (value !== 'yes' && value !== 'no') return record;
  const center = {
    ...record.center,
    unknownLevels: record.center.unknownLevels.filter((level) => level !== target),
  };
  if (value === 'no') return { ...record, center };
  const made = madeOffering(record, target);
  return withOffering({ ...record, center, offerings: [...record.offerings, made] }, made.id, facts);
}

export const isLevel = (target: string): target is Level => (levels.codes as readonly string[]).includes(target);

/**
 * Creates the offering for a level that was confirmed. It has the center's other facts, like a search before the
 * confirmation (unknown-level.ts). Its id says which source these are from, and is the id that an import would give it.
 */
export function madeOffering(record: CenterRecord, level: Level): Offering {
  const row = packCenter(record);
  const [model] = factsOfUnknownLevel(row, levels.codes.indexOf(level));
  if (model === undefined) throw new Error(`level "${level}" has no model`);
  const source = row[packed.offerings].length === 0 ? 'open' : sourceVocabularies[model[fact.vocabulary] ?? 0];
  const id = `${record.center.id}-${level}${suffixes[source ?? 'open']}`;
  return { id, level, asam: null, ...unpackFacts(model) };
}
const suffixes = { 'substance-use': '', 'mental-health': '-mental-health', open: '-confirmed' } as const;

function withOffering(record: CenterRecord, id: string, facts: StoredFacts['facts']): CenterRecord {
  const { center } = record;
  const change = (offering: Offering) => (offering.id === id ? withOwnFacts(offering, center, facts) : offering);
  return { ...record, offerings: record.offerings.map(change) };
}

function withOwnFacts(before: Offering, center: CenterRecord['center'], facts: StoredFacts['facts']): Offering {
  let offering = before;
  const denied = new Set(before.admissions?.denied ?? []);
  // The facts are sorted by time, so that a "no" to a broader value also removes an earlier "yes" to a narrower one. If
  // the times are equal, "no" comes first.
  const said = Object.entries(facts).filter(([, one]) => !isUnknown(one));
  const values = said.flatMap(([key, one]) => {
    const found = valueOfKey(key);
    return found === null ? [] : [{ ...found, key, at: one.at, isThere: one.value === 'yes' }];
  });
  const inTime = values.toSorted((a, b) =>
    a.at === b.at ? Number(a.isThere) - Number(b.isThere) : a.at < b.at ? -1 : 1,
  );
  for (const { field, value, key, isThere } of inTime) {
    offering = isThere ? withValue(offering, field, value) : withoutValue(offering, field, value);
    if (isThere) denied.delete(key);
    else denied.add(key);
  }
  for (const [key, one] of said) offering = withSingle(offering, key, one);
  return withAdmissions(before, offering, center, { denied: [...denied].sort(), expires: endsOf(said) });
}

/** Applies a fact that is not a value in a list: the level, the intake, a yes-or-no fact or a number. */
function withSingle(offering: Offering, key: string, one: StoredFact): Offering {
  const { value, at, expiresAt } = one;
  if (key === LEVEL) return withLevel(offering, one);
  if (key === INTAKE && typeof value === 'object' && value.state !== 'unknown') {
    const { state, until } = value;
    return { ...offering, intake: { state, asOf: at, ...endOf(state, until ?? expiresAt) } };
  }
  const yesNo = yesNoFields.find((name) => name === key);
  if (yesNo !== undefined) return { ...offering, [fields[yesNo].member]: value === 'yes' };
  const number = numberFields.find((name) => name === key);
  if (number === undefined || typeof value !== 'number') return offering;
  const { unit } = fields[number];
  return withSchedule(offering, { [scheduleMember[unit]]: unit === 'hours' ? value : [value, value] });
}

/** The end of an intake. A full or closed one has an end date; an open one lasts until somebody says otherwise. */
const endOf = (state: string, until: string | null) => (state === 'open' || until === null ? {} : { until });

/** Applies the recorded answer about the level itself. A later confirmation that was made elsewhere is kept instead. */
function withLevel(offering: Offering, { value, at, expiresAt }: StoredFact): Offering {
  const { confirmedAt } = offering.confirmation;
  // An agent's answer overrides the denial of a provider's file, even if the file is newer than the answer.
  if (confirmedAt !== null && !isDeniedByProvider(offering) && Date.parse(confirmedAt) > Date.parse(at))
    return offering;
  const state = value === 'yes' ? 'confirmed' : 'denied';
  return {
    ...offering,
    confirmation: { state, confirmedAt: at, expiresAt: state === 'confirmed' ? expiresAt : null },
  };
}

type Field = Exclude<ListField, 'level'>;

function withValue(offering: Offering, field: Field, value: string): Offering {
  const before = listOf(offering, field) ?? [];
  return before.includes(value) ? offering : withList(offering, field, inOrder(field, [...before, value]));
}

function withoutValue(offering: Offering, field: Field, value: string): Offering {
  const gone = isClosed(field) ? vocabularyOf(field).family(value) : [value];
  const goes = (one: string) =>
    gone.includes(one) || (fields[field].kind === 'payers' && value === 'private' && !isPayerKind(one));
  const before = listOf(offering, field);
  return before?.some(goes)
    ? withList(
        offering,
        field,
        before.filter((one) => !goes(one)),
      )
    : offering;
}

const listOf = (offering: Offering, field: Field): readonly string[] | null => {
  const row = fields[field];
  return row.kind === 'times' ? (offering.schedule?.tracks ?? null) : offering[row.member];
};

function withList(offering: Offering, field: Field, values: readonly string[]): Offering {
  const row = fields[field];
  const list = values.length === 0 && (row.kind === 'times' || isAccepted(field)) ? null : values;
  if (row.kind === 'times') return withSchedule(offering, { tracks: list as Schedule['tracks'] });
  return { ...offering, [row.member]: list };
}

/** Sorts values of a closed list in the order of the list. All other values follow by name. */
function inOrder(field: Field, values: readonly string[]): readonly string[] {
  const codes: readonly string[] = isClosed(field) ? vocabularyOf(field).codes : [];
  const place = (value: string) => (codes.includes(value) ? codes.indexOf(value) : codes.length);
  return values.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

const unknownSchedule: Schedule = {
  sessionsPerWeek: null,
  hoursPerSession: null,
  hoursPerWeek: null,
  weeks: null,
  tracks: null,
};

function withSchedule(offering: Offering, part: Partial<Schedule>): Offering {
  const schedule = { ...(offering.schedule ?? unknownSchedule), ...part };
  return { ...offering, schedule: Object.values(schedule).some((one) => one !== null) ? schedule : null };
}

/**
 * The time when each fact becomes stale. Leaves out the level, because its confirmation has its own date, and a full or
 * closed intake, because it has an end date.
 */
function endsOf(said: readonly [string, StoredFact][]): Admissions['expires'] {
  const ends = said.flatMap(([key, { expiresAt }]): [string, string][] =>
    key === LEVEL || key === INTAKE || expiresAt === null ? [] : [[key, expiresAt]],
  );
  return ends.length === 0 ? undefined : Object.fromEntries(ends);
}

/**
 * Marks lists that the listing had left empty as incomplete: an agent asked about evenings, but nobody about weekends.
 * Fields that say who is accepted need no mark, because a missing group never means "no".
 */
function withAdmissions(
  before: Offering,
  after: Offering,
  center: CenterRecord['center'],
  { denied, expires }: Pick<Admissions, 'denied' | 'expires'>,
): Offering {
  const unsaid = (offering: Offering) => unsaidIn(packFacts(offering, vocabularyOfOffering(center, offering)));
  const answered = unsaid(before) & ~unsaid(after);
  const open = questions.filter((question) => isOfValues(question) && (answered & unsaidBit(question)) !== 0);
  const { admissions: _, ...rest } = after;
  const all = [...new Set([...(before.admissions?.open ?? []), ...open])].sort();
  if (denied.length + all.length === 0 && expires === undefined) return rest;
  return { ...rest, admissions: { denied, open: all, ...(expires === undefined ? {} : { expires }) } };
}

const isOfValues = (question: string): boolean =>
  question === 'substances' ||
  ['list', 'payers', 'times', 'languages'].includes(fields[question as keyof typeof fields].kind);

const isUnknown = ({ value }: StoredFact): boolean =>
  value === 'unknown' || (typeof value === 'object' && value.state === 'unknown');
