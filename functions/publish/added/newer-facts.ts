import { isDeniedValue } from '../../domain/denied.ts';
import { INTAKE, LEVEL, numberFields, valueOfKey } from '../../domain/fact.ts';
import { fields, yesNoFields } from '../../domain/fields.ts';
import { type Offering, valuesIn } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { StoredFact, StoredFacts } from '../../store/stored-facts.ts';
import type { Correction } from '../../store/stored-override.ts';

/** A correction that is in effect, with its time. */
export type DatedCorrection = Correction & { readonly at: string };

/**
 * The facts that no later correction contradicts: what an editor sets right after an agent's call holds over it, and what
 * an agent finds out after that holds again.
 * @param record The record with its corrections, without facts.
 * @param target An offering's id, or a level that is unknown.
 */
export function newerFacts(
  facts: StoredFacts['facts'],
  target: string,
  record: CenterRecord,
  corrections: readonly DatedCorrection[],
): StoredFacts['facts'] {
  if (corrections.length === 0) return facts;
  const offering = record.offerings.find(({ id }) => id === target);
  const contradicted = ([key, fact]: [string, StoredFact]): boolean =>
    corrections.some(
      (correction) =>
        timeOf(fact) < Date.parse(correction.at) &&
        (offering === undefined
          ? key === LEVEL && makesUnknown(correction, target)
          : contradicts(correction, offering, key, fact)),
    );
  return Object.fromEntries(Object.entries(facts).filter((entry) => !contradicted(entry)));
}

/** When the key was pressed. A clock that is ahead cannot press it after the fact has arrived. */
const timeOf = ({ at, recordedAt }: StoredFact): number => Math.min(Date.parse(at), Date.parse(recordedAt));

/** True if the correction says that nobody knows the level, which the listing did not say. */
function makesUnknown({ path, value, was }: Correction, level: string): boolean {
  const has = (one: unknown): boolean => one === level || (Array.isArray(one) && one.includes(level));
  return (path === 'unknownLevels' || path.startsWith('unknownLevels.')) && has(value) && !has(was);
}

function contradicts(correction: Correction, offering: Offering, key: string, fact: StoredFact): boolean {
  const [first, id, ...path] = correction.path.split('.');
  if (first !== 'offerings' || id !== offering.id) return false;
  const place = placeOf(key);
  const isWhole = path.every((part, depth) => part === place[depth]);
  const isPart = place.every((part, depth) => part === path[depth]);
  if (!isWhole && !isPart) return false;
  const found = valueOfKey(key);
  if (found === null) return true;
  // A list that was set names all that there is; an entry that was set says nothing of the others.
  const { field, value } = found;
  if (fact.value === 'yes') return isWhole || correction.was === value;
  const named = isWhole ? valuesIn(offering, field) : [String(correction.value)];
  return named.some((one) => isDeniedValue([key], field, one));
}

/** Where in an offering a fact is, as the paths of corrections name it. */
function placeOf(key: string): readonly string[] {
  if (key === INTAKE || key === LEVEL) return [key];
  const number = numberFields.find((name) => name === key);
  if (number !== undefined) return ['schedule', scheduleMember[fields[number].unit]];
  const yesNo = yesNoFields.find((name) => name === key);
  if (yesNo !== undefined) return [fields[yesNo].member];
  const found = valueOfKey(key);
  if (found === null) return [key];
  const row = fields[found.field];
  return row.kind === 'times' ? ['schedule', 'tracks'] : [row.member];
}

/** The member of a schedule that a number in this unit is about. */
export const scheduleMember = { hours: 'hoursPerWeek', sessions: 'sessionsPerWeek', weeks: 'weeks' } as const;
