import { conditions } from '../domain/condition.ts';
import { type FieldOf, type Fields, fields, fieldsOf, memberFields, yesNoFields } from '../domain/fields.ts';
import { ADMISSIONS, type Facts, fact, type PackedSchedule, yesNo } from './facts.ts';
import { type Mask, maskOf } from './masks.ts';
import { SUBSTANCES } from './questions.ts';

type Unit = Fields[FieldOf<'at-most'>]['unit'];

const substances = maskOf(
  conditions,
  conditions.codes.filter((code) => conditions.terms[code].parent === 'substance-use'),
);

/** The least that a schedule requires, in each unit (hours, sessions, weeks); null if unknown. */
export function leastOf(schedule: PackedSchedule | 0): Readonly<Record<Unit, number | null>> {
  if (schedule === 0) return { hours: null, sessions: null, weeks: null };
  const [sessions, hoursPerSession, hoursPerWeek, weeks] = schedule;
  const hours = hoursPerWeek ?? (sessions === null || hoursPerSession === null ? null : sessions[0] * hoursPerSession);
  return { hours, sessions: sessions?.[0] ?? null, weeks: weeks?.[0] ?? null };
}

/** Mask of the questions that an offering leaves unanswered, or whose list may be incomplete. */
export function unsaidIn(facts: Facts): Mask {
  let unsaid: Mask = 0;
  for (const field of memberFields) {
    const row = fields[field];
    if (row.kind === 'languages' ? facts[row.fact].length === 0 : facts[row.fact] === 0) unsaid |= row.unsaid;
  }
  if (facts[fact.insurers].length > 0) for (const field of fieldsOf('payers')) unsaid &= ~fields[field].unsaid;
  const schedule = facts[fact.schedule];
  if (schedule === 0 || schedule[4] === null) for (const field of fieldsOf('times')) unsaid |= fields[field].unsaid;
  const least = leastOf(schedule);
  for (const field of fieldsOf('at-most')) if (least[fields[field].unit] === null) unsaid |= fields[field].unsaid;
  for (const field of yesNoFields) {
    const said = facts[fields[field].fact];
    if (said !== yesNo.yes && said !== yesNo.no) unsaid |= fields[field].unsaid;
  }
  if ((facts[fields.condition.fact] & substances) === 0) unsaid |= SUBSTANCES;
  const admissions = facts[ADMISSIONS];
  return admissions ? unsaid | admissions[0] : unsaid;
}
