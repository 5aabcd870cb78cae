import { fieldNames, fields, isListField } from '../../functions/domain/fields.ts';
import { languageLabel } from '../../functions/domain/language.ts';
import { insurerLabel } from '../../functions/domain/payer.ts';
import { headingsOfChoices, headingsOfFacts, yesNoWords } from './fields.ts';
import { stateNames } from './states.ts';
import { capitalized, fromSlug, joined } from './text.ts';
import { values } from './values.en.ts';

const [titles, asks, yesNo] = [headingsOfFacts('en'), headingsOfChoices('en'), yesNoWords('en')];
const levelNames = values.level;
const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
const day = (iso: string) =>
  new Date(iso).toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric' });
const moment = (iso: string) =>
  new Date(iso).toLocaleString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });

const number = (count: number) => count.toLocaleString('en-US');
const level = (code: string): string => levelNames[code] ?? fromSlug(code);
/** Name of a value, including values of fields that have no closed list. */
const valueName = (field: string, value: string): string => {
  if (!isListField(field)) return fromSlug(value);
  const known = values[field][value];
  if (known !== undefined) return known;
  if (field === 'payer') return insurerLabel(value);
  return field === 'language' ? languageLabel(value) : fromSlug(value);
};
const fieldName = (field: string): string =>
  isListField(field)
    ? (titles[field] ?? asks[field])
    : ((yesNo as Readonly<Record<string, { title: string }>>)[field]?.title ?? fromSlug(field));

/**
 * Describes the path of a correction in words: `phones.0.number` as `Phone 1`.
 * @param nameOf Returns the name of an offering.
 */
function pathName(path: string, nameOf: (offering: string) => string): string {
  const { fields: names, members } = leadsWords.corrections;
  const [first = '', second = '', third = '', fourth] = path.split('.');
  if (first === 'phones') {
    const name = { extension: names.extension, purpose: names.purpose, answeredBy: names.answeredBy }[third];
    return (name ?? names.phone)(Number(second));
  }
  if (first === 'offerings') return `${nameOf(second)}: ${memberName(third, fourth)}`;
  const own = (names as Readonly<Record<string, unknown>>)[path];
  return typeof own === 'string' ? own : (members[first] ?? fromSlug(first));
}

/** Name of an offering's property, from the table of fields or from the texts below. */
function memberName(member: string, below?: string): string {
  if (below === 'tracks') return leadsWords.corrections.fields.tracks;
  const field = fieldNames.find(
    (name) => (fields[name] as { member?: string }).member === member && member !== 'schedule',
  );
  return field === undefined ? (leadsWords.corrections.members[member] ?? capitalized(member)) : fieldName(field);
}

/** Texts of the leads' and editors' views. The team works in English. */
export const leadsWords = {
  level,
  day,
  moment,
  valueName,
  fieldName,
  memberName,
  stateName: (code: string) => stateNames[code] ?? code,
  number,
  /** Formats a calendar day, in UTC. */
  utcDay: (iso: string) =>
    new Date(iso).toLocaleDateString('en-US', { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }),

  pathName,

  loading: 'Getting it …',
  signIn: 'Sign in to see this.',
  failed: 'This could not be loaded.',
  again: 'Try again',
  close: 'Close',
  by: (who: string | null) => (who === null ? 'an import' : who),

  worklist: {
    title: 'Worklist',
    intro: 'Centers with something to ask, the most people nearby first.',
    how: 'People nearby: each counts once at the center, half at 15 miles, not beyond 60. No search is counted.',
    state: 'State',
    everyState: 'All states',
    level: 'Level',
    everyLevel: 'Any level',
    columns: { rank: 'Rank', center: 'Center', people: 'People nearby', ask: 'What to ask', call: 'Call' },
    open: (count: number) => `${plural(count, 'center has', 'centers have')} something to ask`,
    shown: (count: number, open: number) =>
      count < open ? `The first ${count.toLocaleString('en-US')} are shown.` : '',
    more: 'Show more',
    none: 'Nothing is left to ask here.',
    /** What to ask the center on the phone, in one line. */
    ask(unconfirmed: number, stale: number, unknownLevels: readonly string[]): string {
      const parts = [
        unknownLevels.length === 0 ? '' : `Do you offer ${joined(unknownLevels.map(level), 'or')}?`,
        unconfirmed === 0 ? '' : `Confirm ${plural(unconfirmed, 'program', 'programs')}.`,
        stale === 0 ? '' : `Confirm ${plural(stale, 'program', 'programs')} again.`,
      ];
      return parts.filter((part) => part !== '').join(' ');
    },
    people: (count: number) =>
      count < 1_000
        ? String(count)
        : count < 999_500
          ? `${Math.round(count / 1_000)} thousand`
          : `${(count / 1_000_000).toFixed(1)} million`,
  },

  progress: {
    title: 'Progress',
    intro: 'Each call turns something that is not known into a yes or a no.',
    total: (done: number, all: number) =>
      `${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} programs have an answer.`,
    overTime: 'Not known yet, over time',
    overTimeHow: 'Programs that nobody confirmed or denied, and levels that their listings have no word for.',
    noHistory: 'The first days are being counted. A line needs two.',
    series: { unknown: 'Not known yet', confirmed: 'Confirmed' },
    range: 'Time',
    days: (count: number) => (count === 365 ? 'A year' : `${count} days`),
    numbers: 'The same in numbers',
    byState: 'By state',
    columns: {
      state: 'State',
      share: 'Answered',
      centers: 'Centers',
      offerings: 'Programs',
      confirmed: 'Confirmed',
      stale: 'Ask again',
      denied: 'Not offered',
      unconfirmed: 'Not asked',
      unknownLevels: 'Levels not known',
      day: 'Day',
    },
    all: 'All',
    everyState: 'All states',
    state: 'State',
    axis: (from: number) => `The scale begins at ${number(from)}.`,
    change: (fewer: number, since: string) =>
      fewer > 0
        ? `${number(fewer)} fewer are not known than on ${since}.`
        : fewer < 0
          ? `${number(-fewer)} more are not known than on ${since}: new listings came.`
          : `As many are not known as on ${since}.`,
    sentence: (name: string, first: number, from: string, last: number, to: string) =>
      `${name}: ${number(first)} on ${from}, ${number(last)} on ${to}.`,
    percent: (part: number, whole: number) =>
      whole === 0 ? '–' : `${((100 * part) / whole).toFixed(part === 0 || part === whole ? 0 : 1)}%`,
  },

  history: {
    plainTitle: 'History',
    title: (name: string) => `History of ${name}`,
    none: 'Nobody has recorded anything about this center.',
    more: 'Older entries are kept, and not shown here.',
    kinds: { fact: 'Call', correction: 'Correction', confirmation: 'Command line', private: 'Team fields' },
    became: { holds: 'Holds', replaced: 'Replaced later', history: 'Came too late: history only' },
    waited: (when: string) => `arrived ${when}`,
    columns: { when: 'When', who: 'Who', what: 'What', became: 'What became of it' },
    correction: (what: string, reason: string | null) => `${what}${reason === null ? '' : `: “${reason}”`}`,
    corrected: (fields: readonly string[]) =>
      fields.length === 0 ? 'No correction holds' : `Corrections: ${joined(fields, 'and')}`,
    private: (version: number) => `Changed the team’s fields (version ${version})`,
    confirmation: (what: string, state: string) => `${what}: ${state}`,
  },

  fact: {
    said(field: string, value: unknown): string {
      if (field === 'level')
        return value === 'yes' ? 'offered' : value === 'no' ? 'not offered' : 'not known whether offered';
      if (field === 'intake') {
        const { state = 'unknown', until } = value as { state?: string; until?: string };
        const words = {
          open: 'taking new clients',
          full: 'intake full',
          closed: 'intake closed',
          unknown: 'intake not known',
        };
        return `${(words as Record<string, string>)[state] ?? state}${until === undefined ? '' : ` until ${day(until)}`}`;
      }
      const dot = field.indexOf('.');
      const what = dot < 0 ? fieldName(field) : valueName(field.slice(0, dot), field.slice(dot + 1));
      const said = { yes: 'yes', no: 'no', unknown: 'not known' } as Readonly<Record<string, string>>;
      return `${what}: ${said[String(value)] ?? String(value)}`;
    },
  },

  corrections: {
    plainTitle: 'Correct this center',
    title: (name: string) => `Correct ${name}`,
    editorsOnly: 'Only editors correct centers. Tell an editor what is wrong.',
    what: 'What is wrong',
    choose: 'Choose a fact',
    now: 'The public sees',
    right: 'What is right',
    nothing: 'not listed',
    yes: 'Yes',
    no: 'No',
    unknown: 'Not known: ask',
    reason: 'Why, in one line',
    reasonHint: 'About the center, never about a caller. Colleagues read it in the history.',
    preview: 'What the public will see',
    before: 'Before',
    after: 'After',
    same: 'The public will see no change.',
    closes: 'The center will be closed: nobody finds it any more.',
    opens: 'The center will be found again.',
    correct: 'Correct it',
    done: 'Corrected. Searches have it within five seconds.',
    takenBack: 'Taken back. The listing’s own word holds again.',
    held: 'Corrections that hold',
    none: 'Nothing is corrected: every fact is the listing’s own, or from a call.',
    takeBack: 'Take back',
    takeBackWhat: (what: string) => `Take back the correction of ${what}`,
    takeBackReason: (what: string) => `Took back the correction of ${what}.`,
    was: (value: string) => `The listing said ${value}.`,
    changed: 'Somebody else corrected this center meanwhile. Look at it again, then decide.',
    phone: 'A number of the United States, such as (602) 555-0123.',
    zip: 'Five digits.',
    website: 'Begins with http:// or https://. Empty: none.',
    street: 'Empty: the street is not published.',
    needed: 'This cannot be empty.',
    digits: 'Digits only. Empty: none.',
    groups: { center: 'The center' },
    fields: {
      name: 'Name',
      'address.street': 'Street',
      'address.city': 'City',
      'address.zip': 'ZIP',
      website: 'Website',
      closed: 'Closed for good',
      phone: (at: number) => `Phone ${at + 1}`,
      extension: (at: number) => `Phone ${at + 1}: extension`,
      purpose: (at: number) => `Phone ${at + 1}: what it is for`,
      answeredBy: (at: number) => `Phone ${at + 1}: who answers`,
      level: 'Level of care',
      only: 'Kept to',
      tracks: 'Times of day',
    },
    values: {
      main: 'Main number',
      intake: 'Intake',
      admissions: 'Admissions',
      'benefits-check': 'Insurance check',
      crisis: 'Crisis',
      facility: 'The center',
      'central-admissions': 'A central team of its organization',
      'third-party': 'An outside company',
    } as Readonly<Record<string, string>>,
    only: {
      dui: 'DUI clients',
      opioids: 'Opioid clients',
      alcohol: 'Alcohol clients',
      women: 'Women',
      men: 'Men',
    } as Readonly<Record<string, string>>,
    members: {
      name: 'Name',
      alternateNames: 'Other names',
      organization: 'Organization',
      address: 'Address',
      location: 'Place on the map',
      phones: 'Phones',
      website: 'Website',
      unknownLevels: 'Levels not known: ask',
      level: 'Level of care',
      label: 'Level in words',
      only: 'Kept to',
      schedule: 'Schedule',
      intake: 'Intake',
      confirmation: 'Confirmed',
      admissions: 'What admissions said',
      asam: 'ASAM code',
    } as Readonly<Record<string, string>>,
  },

  private: {
    title: 'For the team only',
    hint: 'Never public, never on this computer’s disk. About the center, never about a caller.',
    code: 'Facility code',
    line: 'Direct intake line',
    extension: 'Extension',
    transfer: 'Warm transfer note',
    notes: 'Notes',
    save: 'Save for the team',
    saved: 'Saved.',
    changed: 'Somebody else changed these meanwhile. Their version is shown; yours was not saved.',
    last: (by: string, when: string) => `Last changed by ${by}, ${when}.`,
  },
  capitalized,
};
