import { isDeniedValue } from '../../domain/denied.ts';
import { INTAKE, LEVEL, numberFields, valueOfKey } from '../../domain/fact.ts';
import { fields, yesNoFields } from '../../domain/fields.ts';
import { type Offering, valuesIn } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { Correction } from '../../store/stored-corrections.ts';
import type { StoredFact, StoredFacts } from '../../store/stored-facts.ts';

/** A correction in effect, and the time at which it was made. */
export type DatedCorrection = Correction & { readonly at: string };

/**
 * Keeps the facts that no later correction contradicts. A correction overrides an agent's earlier fact, and an agent's
 * later fact overrides the correction.
 * @param record The record with corrections applied, but not facts.
 * @param target An offering's id, or a level that the listing does not know about.
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

/** Time of the key press, or of the fact's arrival if that is earlier: the agent's clock may be ahead. */
const timeOf = ({ at, recordedAt }: StoredFact): number => Math.min(Date.parse(at), Date.parse(recordedAt));

/** True if the correction changed the level to unknown, while the listing named it. */
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
  // A list that was corrected as a whole is complete, so it contradicts every other value. The correction of one entry
  // says nothing about the others.
  const { field, value } = found;
  if (fact.value === 'yes') return isWhole || correction.was === value;
  const named = isWhole ? valuesIn(offering, field) : [String(correction.value)];
  return named.some((one) => isDeniedValue([key], field, one));
}

/** Path of a fact within its offering, as corrections write it. */
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

/** The property of a schedule that has the number in each unit. */
export const scheduleMember = { hours: 'hoursPerWeek', sessions: 'sessionsPerWeek', weeks: 'weeks' } as const;
