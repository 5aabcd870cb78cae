import { languageLabel } from '../../functions/domain/language.ts';
import { stateNames } from './states.ts';
import { fromSlug } from './text.ts';
import { values } from './values.en.ts';

// The console's texts for values, numbers and times.

export const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
export const centers = (count: number, more = false) =>
  more ? `at least ${count} centers` : count === 1 ? '1 center' : `${count.toLocaleString('en-US')} centers`;

/** Levels as abbreviations, for rows with several levels. */
export const codes: Readonly<Record<string, string>> = {
  op: 'OP',
  iop: 'IOP',
  php: 'PHP',
  residential: 'RES',
  inpatient: 'INP',
  detox: 'DTX',
  aftercare: 'AFT',
  'sober-living': 'SL',
};
/** Names of levels, for use in a sentence. */
const short: Readonly<Record<string, string>> = {
  op: 'Outpatient',
  iop: 'IOP',
  php: 'PHP',
  residential: 'Residential',
  inpatient: 'Hospital',
  detox: 'Detox',
  aftercare: 'Aftercare',
  'sober-living': 'Sober living',
};
/** Age groups, without the years, which everybody on the team knows. */
const ages: Readonly<Record<string, string>> = {
  children: 'Children',
  adolescents: 'Teens',
  'young-adults': 'Young adults',
  adults: 'Adults',
  seniors: 'Seniors',
};
const payers: Readonly<Record<string, string>> = {
  private: 'Private',
  military: 'TRICARE',
  state: 'State plan',
  tribal: 'Tribal funds',
};
export const levelName = (level: string) => short[level] ?? fromSlug(level);
export const valueName = (field: string, value: string): string => {
  if (field === 'age') return ages[value] ?? value;
  if (field === 'language') return languageLabel(value);
  if (field === 'payer' && payers[value] !== undefined) return payers[value];
  const known = (values as Readonly<Record<string, Readonly<Record<string, string>>>>)[field]?.[value];
  if (field === 'level') return levelName(value);
  if (field === 'state' || field === 'in') return stateNames[value] ?? value;
  if (field === 'housing') return value === 'true' ? 'With housing' : 'Without housing';
  return known ?? fromSlug(value);
};

/** Formats a day as `Nov 24`, with the year if it is not the current one. In the reader's time zone. */
export const dayOf = (date: Date, now: Date) =>
  `${months[date.getMonth()]} ${date.getDate()}${date.getFullYear() === now.getFullYear() ? '' : `, ${date.getFullYear()}`}`;
const timeOf = (date: Date) => date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
export const momentOf = (ms: number, now: number) => {
  const [date, today] = [new Date(ms), new Date(now)];
  const isToday = date.toDateString() === today.toDateString();
  return isToday ? timeOf(date) : `${timeOf(date)} on ${dayOf(date, today)}`;
};
